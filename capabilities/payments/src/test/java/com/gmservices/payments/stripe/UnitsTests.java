package com.gmservices.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.money.Money;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTests {

    @ParameterizedTest
    @CsvSource({
        "USD, 29999, 29999",
        "NGN, 100, 100",
        "JPY, 500, 500",
        "KWD, 5120, 5120",
        "UGX, 5, 500",
        "ISK, 5, 500",
        "MGA, 500, 5",
        "XOF, 70, 70",
        "HUF, 1045, 1045"
    })
    void thereAndBackAgain(String currency, long minor, long units) {
        assertThat(Units.of(Money.of(minor, currency))).isEqualTo(units);
        assertThat(Units.money(units, currency.toLowerCase(Locale.ROOT))).isEqualTo(Money.of(minor, currency));
    }

    @ParameterizedTest
    @CsvSource({"KWD, 5124, 5120", "BHD, 9, 0", "MGA, 550, 5"})
    void someAmountsAreTooFinelyDivided(String currency, long minor, long within) {
        assertThat(Units.of(Money.of(minor, currency))).isNull();
        assertThat(Units.within(Money.of(minor, currency))).isEqualTo(within);
    }

    @Test
    void knowsWhatStripeTakes() {
        assertThat(Currency.getAvailableCurrencies().stream().filter(Units::knows))
                .hasSizeBetween(130, 145);
        assertThat(Units.knows(Currency.getInstance("IQD"))).isFalse();
        assertThat(Units.knows(Currency.getInstance("XAU"))).isFalse();
    }
}
