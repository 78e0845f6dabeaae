package com.gmservices.identity.factors;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TotpTests {

    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    /** RFC 6238, appendix B, for SHA-1; the last six of its eight digits. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void computesTheVectorsOfTheRfc(long second, String code) {
        assertThat(Totp.code(SECRET, Totp.step(Instant.ofEpochSecond(second)))).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({"-2, false", "-1, true", "0, true", "1, true", "2, false"})
    void takesOneStepToEitherSide(int off, boolean taken) {
        assertThat(Totp.match(SECRET, Totp.code(SECRET, 1000 + off), 1000).isPresent())
                .isEqualTo(taken);
    }

    @ParameterizedTest
    @CsvSource({"'', ''", "12345, ''", "'28 7082', ''", "２８７０８２, ''", "2870820, ''"})
    void takesNothingButSixDigits(String code, String none) {
        assertThat(Totp.match(SECRET, code, 1)).isEmpty();
    }

    @Test
    void writesSecretsInBase32() {
        assertThat(Base32.encode(SECRET)).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Base32.encode("f".getBytes(US_ASCII))).isEqualTo("MY");
        assertThat(Base32.encode("foobar".getBytes(US_ASCII))).isEqualTo("MZXW6YTBOI");
    }
}
