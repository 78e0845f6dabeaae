package com.gmservices.documents;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.tika.Tika;
import org.springframework.stereotype.Component;

/** Says what a file is, by what is in it: its name and whatever the sender called it only say what it should be. */
@Component
class Judge {

    private static final int LOOKED_AT = 64 * 1024;

    /** Where a ZIP's first entry has its name. */
    private static final int ENTRY = 30;

    private static final Pattern OFFICE_ENTRY = Pattern.compile(
            "(\\[Content_Types\\]\\.xml|_rels/|docProps/|word/|xl/|ppt/|customXml/|mimetype).*", Pattern.DOTALL);

    private final Tika tika = new Tika();

    /** @throws DocumentRefused.Unfit when it is not taken, or is not what its name says */
    FileKind judge(FileName name, Path file) throws IOException {
        FileKind kind = kind(name);
        byte[] beginning = beginning(file);
        if (beginning.length == 0) {
            throw new DocumentRefused.Unfit("file-empty", "There is nothing in this file");
        }
        String found = tika.detect(beginning);
        if (kind.isFound(found) && (!kind.isOffice() || isOffice(beginning))) {
            return kind;
        }
        return FileKind.pictureOf(found).filter(other -> kind.isPicture()).orElseThrow(() -> lies(name));
    }

    /** @throws DocumentRefused.Unfit by its name alone, before anything was sent */
    FileKind kind(FileName name) {
        return FileKind.byExtension(name.extension())
                .orElseThrow(
                        () -> new DocumentRefused.Unfit(
                                "file-type",
                                "Files of this kind are not taken. Send a photo (JPEG, PNG), a PDF, a text, a document or a video"));
    }

    private static DocumentRefused lies(FileName name) {
        return new DocumentRefused.Unfit(
                "file-content",
                "What is in this file is not what its name says (%s). Save it again in the right form"
                        .formatted(name.extension()));
    }

    private static boolean isOffice(byte[] beginning) {
        String entry = new String(
                beginning,
                Math.min(ENTRY, beginning.length),
                Math.max(0, Math.min(40, beginning.length - ENTRY)),
                StandardCharsets.ISO_8859_1);
        return OFFICE_ENTRY.matcher(entry).matches();
    }

    private static byte[] beginning(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LOOKED_AT);
        }
    }
}
