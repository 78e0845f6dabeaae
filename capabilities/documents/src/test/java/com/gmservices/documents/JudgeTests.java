package com.gmservices.documents;

import static com.gmservices.documents.Samples.picture;
import static com.gmservices.documents.Samples.text;
import static com.gmservices.documents.Samples.zip;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JudgeTests {

    @TempDir
    Path folder;

    final Judge judge = new Judge();

    @Test
    void takesWhatIsWhatItsNameSays() throws IOException {
        assertThat(judge("invoice.pdf", Samples.pdf())).isEqualTo(FileKind.PDF);
        assertThat(judge("bumper.jpeg", Samples.photo(40, 30))).isEqualTo(FileKind.JPEG);
        assertThat(judge("notes.txt", text("It squeals at the left"))).isEqualTo(FileKind.TEXT);
        assertThat(judge("hours.csv", text("day,hours\nMonday,3\n"))).isEqualTo(FileKind.CSV);
        assertThat(judge("offer.docx", zip("[Content_Types].xml", 10))).isEqualTo(FileKind.DOCX);
        assertThat(judge("film.mp4", text("\0\0\0\u0018ftypmp42\0\0\0\0mp42isom")))
                .isEqualTo(FileKind.MP4);
    }

    @Test
    void takesAPictureForWhatItIs() throws IOException {
        assertThat(judge("bumper.jpg", picture("png", 4, 4))).isEqualTo(FileKind.PNG);
    }

    @Test
    void refusesWhatLies() {
        refuses("file-content", "bumper.jpg", text("MZ\u0090\0\u0003 This program cannot be run in DOS mode"));
        refuses("file-content", "notes.txt", text("<!doctype html><html><script>alert(1)</script></html>"));
        refuses(
                "file-content",
                "photo.png",
                text("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>"));
        refuses("file-content", "invoice.pdf", picture("png", 4, 4));
        refuses("file-content", "offer.docx", zip("payload.exe", 10));
        refuses("file-empty", "empty.pdf", new byte[0]);
    }

    @Test
    void refusesWhatIsNotTaken() {
        refuses("file-type", "logo.svg", text("<svg xmlns='http://www.w3.org/2000/svg'/>"));
        refuses("file-type", "page.html", text("<html></html>"));
        refuses("file-type", "run.exe", text("MZ"));
        refuses("file-type", "bomb.zip", zip("zeros", 1 << 20));
        refuses("file-type", "noname", Samples.pdf());
    }

    /** Its ten megabytes of nothing are never unpacked. */
    @Test
    void doesNotOpenWhatIsPacked() throws IOException {
        assertThat(judge("bomb.docx", zip("[Content_Types].xml", 10 << 20))).isEqualTo(FileKind.DOCX);
    }

    private void refuses(String code, String name, byte[] content) {
        assertThatExceptionOfType(DocumentRefused.Unfit.class)
                .isThrownBy(() -> judge(name, content))
                .satisfies(refused -> assertThat(refused.code()).as(name).isEqualTo(code));
    }

    private FileKind judge(String name, byte[] content) throws IOException {
        return judge.judge(FileName.of(name), Files.write(folder.resolve("file"), content));
    }
}
