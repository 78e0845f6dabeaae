package com.gmservices.logistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.gmservices.logistics.PackageDelivery.Parcel;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScalesTests {

    private final Scales scales = new Scales(5000);

    @ParameterizedTest
    @CsvSource({
        "0.01, 1, 1, 1, 0.5",
        "0.5, 10, 10, 10, 0.5",
        "0.501, 10, 10, 10, 1.0",
        "11.2, 40, 30, 30, 11.5",
        "3, 40, 30, 30, 7.5",
        "7.2, 40, 30, 30, 7.5",
        "7.2, 40, 30, 30.1, 7.5",
        "7.5, 40, 30, 31.3, 8.0",
        "8, 40, 40, 25, 8.0",
        "8, 40, 40, 25.1, 8.5",
        "1000, 1, 1, 1, 1000.0",
        "1, 400, 400, 400, 12800.0"
    })
    void billTheGreaterOfWeightAndVolumeInBegunHalfKilograms(
            String kilograms, String length, String width, String height, String billable) {
        assertThat(scales.billable(parcel(kilograms, length, width, height))).isEqualTo(billable);
    }

    @Test
    void weighEachParcelByItself() {
        var parcel = parcel("0.6", "10", "10", "10");

        assertThat(scales.billable(List.of(parcel, parcel, parcel))).isEqualTo("3.0");
    }

    @Test
    void callBulkyWhatIsBilledByItsSizeOnly() {
        assertThat(scales.isBulky(parcel("3", "40", "30", "30"))).isTrue();
        assertThat(scales.isBulky(parcel("7.2", "40", "30", "30.1"))).isFalse();
    }

    @Test
    void goByTheDivisorThatWasAgreed() {
        assertThat(new Scales(4000).billable(parcel("3", "40", "30", "30"))).isEqualTo("9.0");
        assertThatIllegalArgumentException().isThrownBy(() -> new Scales(0));
    }

    static Parcel parcel(String kilograms, String length, String width, String height) {
        return new Parcel(
                "Books",
                new BigDecimal(kilograms),
                new BigDecimal(length),
                new BigDecimal(width),
                new BigDecimal(height),
                null,
                null);
    }
}
