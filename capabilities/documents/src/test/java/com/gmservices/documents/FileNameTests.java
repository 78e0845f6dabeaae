package com.gmservices.documents;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileNameTests {

    @ParameterizedTest
    @CsvSource({
        "../../etc/passwd.txt, passwd.txt",
        "C:\\Users\\Mia\\bumper.JPG, bumper.jpg",
        "..\\..\\.htaccess, htaccess",
        "a:b*c?.pdf, a_b_c_.pdf",
        "'  two   blanks .pdf ', two blanks .pdf",
        "'', file",
        "..., file",
        "été 日本.pdf, été 日本.pdf"
    })
    void keepsWhatShowsAndNoPath(String sent, String kept) {
        assertThat(FileName.of(sent)).hasToString(kept);
    }

    @Test
    void dropsWhatDoesNotShow() {
        assertThat(FileName.of("in\u202Evoice\u200F\u0000fdp.exe\u2066")).hasToString("invoicefdp.exe");
        assertThat(FileName.of("a\r\nSet-Cookie: b.pdf")).hasToString("aSet-Cookie_ b.pdf");
    }

    @Test
    void isNeverLong() {
        assertThat(FileName.of("😀".repeat(200) + ".pdf").toString())
                .hasSizeLessThanOrEqualTo(120)
                .endsWith("😀.pdf");
        assertThat(FileName.of("a." + "b".repeat(500)).toString()).hasSizeLessThanOrEqualTo(120);
    }
}
