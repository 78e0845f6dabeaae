package com.gmservices.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.documents.Document.Measures;
import com.gmservices.documents.Pictures.Drawn;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PicturesTests {

    @TempDir
    Path folder;

    final Pictures pictures = new Pictures();

    @Test
    void leavesOutWhereItWasTakenAndSetsItUpright() throws IOException {
        byte[] photo = Samples.photo(400, 200);
        assertThat(new String(photo, StandardCharsets.ISO_8859_1)).contains(Samples.PLACE);

        Drawn drawn = draw(FileKind.JPEG, photo);

        assertThat(drawn).isEqualTo(new Drawn(FileKind.JPEG, new Measures(200, 400)));
        assertThat(Files.readString(folder.resolve("drawn"), StandardCharsets.ISO_8859_1))
                .doesNotContain(Samples.PLACE, "Exif");
        BufferedImage upright = ImageIO.read(folder.resolve("drawn").toFile());
        assertThat(upright.getRGB(100, 50) & 0xFFFFFF).matches(colour -> (colour >> 16) > 200, "red at the top");
        assertThat(upright.getRGB(100, 350) & 0xFFFFFF).matches(colour -> (colour & 0xFF) > 200, "blue at the bottom");
    }

    @Test
    void leavesOutWhatIsHiddenBehindItsEnd() throws IOException {
        byte[] photo = Samples.picture("jpg", 40, 30);
        byte[] more = Arrays.copyOf(photo, photo.length + 100);
        System.arraycopy("<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII), 0, more, photo.length, 25);

        draw(FileKind.JPEG, more);

        assertThat(Files.readString(folder.resolve("drawn"), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @Test
    void makesASmallOneOfIt() throws IOException {
        draw(FileKind.PNG, Samples.picture("png", 1000, 500));

        BufferedImage small = ImageIO.read(folder.resolve("small").toFile());
        assertThat(small.getWidth()).isEqualTo(320);
        assertThat(small.getHeight()).isEqualTo(160);
    }

    @Test
    void refusesTooManyPointsBeforeItReadsThem() {
        refuses("picture-too-large", Samples.hugePng(50_000, 50_000));
        refuses("picture-too-large", Samples.hugePng(50_000, 1));
        refuses("picture-too-large", Samples.hugePng(8_000, 8_000));
    }

    @Test
    void refusesWhatIsBroken() {
        byte[] whole = Samples.picture("png", 200, 200);
        refuses("file-unreadable", Arrays.copyOf(whole, 60));
        refuses("file-unreadable", Samples.text("not a picture at all"));
    }

    private void refuses(String code, byte[] content) {
        assertThatExceptionOfType(DocumentRefused.Unfit.class)
                .isThrownBy(() -> draw(FileKind.PNG, content))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
    }

    private Drawn draw(FileKind kind, byte[] content) throws IOException {
        return pictures.draw(
                kind, Files.write(folder.resolve("source"), content), folder.resolve("drawn"), folder.resolve("small"));
    }
}
