package com.gmservices.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.gmservices.documents.Scanner.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a clamd of our own, written from its manual. */
class ClamAvTests {

    @TempDir
    Path folder;

    @Test
    void tellsHarmlessFromHarmful() throws IOException {
        try (var clamd = new Clamd()) {
            assertThat(scan(clamd, "It squeals")).isEqualTo(new Verdict.Harmless(true));
            assertThat(scan(clamd, "a".repeat(200_000) + Clamd.EICAR))
                    .isEqualTo(new Verdict.Harmful("Eicar-Signature"));
            assertThat(scan(clamd, "a".repeat(Clamd.MOST + 1))).isEqualTo(new Verdict.TooLarge());
        }
    }

    @Test
    void silenceIsNoVerdict() throws IOException {
        var clamd = new Clamd();
        clamd.close();

        assertThatIOException().isThrownBy(() -> scan(clamd, "It squeals"));
    }

    private Verdict scan(Clamd clamd, String content) throws IOException {
        return new ClamAv(clamd.address()).scan(Files.writeString(folder.resolve("file"), content));
    }
}
