package com.gmservices.identity.factors;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.ReaderException;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

class EnrolmentTests {

    private static final int SCALE = 4;
    private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ada@harbour.example",
                "\"a:b\"@harbour.example",
                "50%off@harbour.example",
                "100%3A@harbour.example",
                "zoë+łódź@härbour.example",
                "a&b=c?d#e/f@harbour.example"
            })
    void theQrCodeNamesTheAccountWhateverItsLetters(String account) throws ReaderException {
        String read = read(Enrolment.of(SECRET, account).qrSvg());

        UriComponents uri = UriComponentsBuilder.fromUriString(read).build();
        String label = uri.getPath() == null ? "" : uri.getPath();
        assertThat(label.split(":", -1)).hasSize(2);
        assertThat(UriUtils.decode(label, StandardCharsets.UTF_8)).isEqualTo("/GM Services:" + account);
        assertThat(uri.getQueryParams().getFirst("secret")).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(uri.getQueryParams().getFirst("issuer")).isEqualTo("GM%20Services");
    }

    @Test
    void theSecretCanBeTypedInGroups() {
        assertThat(Enrolment.of(SECRET, "ada").grouped()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    /** Paints the picture's path and reads it as a camera would. */
    private static String read(String svg) throws ReaderException {
        int size = Integer.parseInt(find(svg, "viewBox=\"0 0 (\\d+)").group(1)) * SCALE;
        int[] pixels = new int[size * size];
        Arrays.fill(pixels, 0xffffff);
        Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h").matcher(svg).results().forEach(run -> paint(run, pixels, size));
        var bitmap = new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(size, size, pixels)));
        return new QRCodeReader().decode(bitmap).getText();
    }

    private static void paint(MatchResult run, int[] pixels, int size) {
        int left = Integer.parseInt(run.group(1)) * SCALE;
        int top = Integer.parseInt(run.group(2)) * SCALE;
        int right = left + Integer.parseInt(run.group(3)) * SCALE;
        for (int y = top; y < top + SCALE; y++) {
            Arrays.fill(pixels, y * size + left, y * size + right, 0);
        }
    }

    private static MatchResult find(String text, String pattern) throws NotFoundException {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow(NotFoundException::getNotFoundInstance);
    }
}
