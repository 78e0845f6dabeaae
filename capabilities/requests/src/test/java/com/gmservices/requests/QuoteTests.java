package com.gmservices.requests;

import static com.gmservices.requests.Boatyard.naira;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.money.Money;
import com.gmservices.money.Percentage;
import com.gmservices.money.TaxRate;
import com.gmservices.requests.Quote.Line;
import com.gmservices.requests.Quote.Tax;
import com.gmservices.requests.RequestRefused.Unfit;
import com.gmservices.tenancy.Refusal.FieldError;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteTests {

    private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");
    private static final TaxRate VAT = new TaxRate("vat", "VAT", Percentage.of("7.5"));
    private static final TaxRate REDUCED = new TaxRate("reduced", "Reduced", Percentage.of("2.25"));

    @ParameterizedTest
    @CsvSource({
        "1.5, 333, 500", // 499.5
        "0.5, 1, 1", // 0.5
        "0.4999, 1, 0",
        "2.5, 101, 253", // 252.5
        "0.3333, 100, 33",
        "3, 19999, 59997"
    })
    void eachLineIsRoundedHalfUp(String quantity, long unitAmount, long amount) {
        assertThat(draw(line(quantity, unitAmount, null)).net()).isEqualTo(naira(amount));
    }

    @Test
    void linesAreRoundedBeforeTheyAreAddedUp() {
        assertThat(draw(line("0.5", 1, null), line("0.5", 1, null)).net()).isEqualTo(naira(2));
    }

    @Test
    void taxIsRoundedOncePerRate() {
        // 75.375 each would be 75 twice; 150.75 together is 151.
        Quote quote = draw(line("1", 1005, "vat"), line("1", 1005, "vat"));

        assertThat(quote.taxes()).containsExactly(new Tax(VAT, naira(2010), naira(151)));
        assertThat(quote.total()).isEqualTo(naira(2161));
    }

    @Test
    void eachRateHasItsOwnBase() {
        Quote quote = draw(line("2", 10_000, "vat"), line("1", 5_000, "reduced"), line("1", 700, null));

        assertThat(quote.taxes())
                .containsExactly(new Tax(VAT, naira(20_000), naira(1_500)), new Tax(REDUCED, naira(5_000), naira(113)));
        assertThat(quote.net()).isEqualTo(naira(25_700));
        assertThat(quote.total()).isEqualTo(naira(27_313));
    }

    @Test
    void totalIsTheSumOfWhatIsShown() {
        Quote quote = draw(line("1.1", 99_999, "vat"), line("0.07", 12_345, "reduced"), line("9", 1, "vat"));

        assertThat(quote.taxes().stream().map(Tax::amount).reduce(quote.net(), Money::plus))
                .isEqualTo(quote.total());
    }

    @Test
    void currenciesWithoutMinorUnitsHaveNone() {
        Currency yen = Currency.getInstance("JPY");
        Quote quote =
                Quote.draw(1, List.of(line("1.5", 1_001, "vat")), List.of(VAT), yen, NOW.plus(Duration.ofDays(1)), NOW);

        assertThat(quote.net()).isEqualTo(new Money(1_502, yen));
        assertThat(quote.total()).isEqualTo(new Money(1_615, yen));
    }

    @Test
    void unknownTaxesAreTold() {
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> draw(line("1", 1, "vat"), line("1", 1, "luxury")))
                .satisfies(unfit -> assertThat(unfit.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/lines/1/tax_code"));
    }

    @Test
    void amountsBeyondAllMeasureAreRefused() {
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> draw(line("999999999", Long.MAX_VALUE, null)))
                .satisfies(
                        unfit -> assertThat(unfit.errors().getFirst().pointer()).isEqualTo("/lines"));
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> draw(line("1", Long.MAX_VALUE, "vat"), line("1", 1, null)));
        assertThatExceptionOfType(Unfit.class).isThrownBy(() -> draw(line("1", Long.MAX_VALUE, "vat")));
    }

    private static Line line(String quantity, long unitAmount, @Nullable String tax) {
        return new Line("Work", new BigDecimal(quantity), unitAmount, tax);
    }

    private static Quote draw(Line... lines) {
        return Quote.draw(1, List.of(lines), List.of(VAT, REDUCED), Boatyard.NAIRA, NOW.plus(Duration.ofDays(1)), NOW);
    }
}
