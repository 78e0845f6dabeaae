package com.gmservices.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class MoneyTests {

    static final Currency USD = Currency.getInstance("USD");

    @Test
    void roundsHalfUpToTheMinorUnit() {
        assertThat(Money.of(333, "USD").times(new BigDecimal("1.5"))).isEqualTo(Money.of(500, "USD"));
        assertThat(Percentage.of("7.5").of(Money.of(1_000, "USD"))).isEqualTo(Money.of(75, "USD"));
        assertThat(Percentage.of("7.5").of(Money.of(1_006, "USD"))).isEqualTo(Money.of(75, "USD"));
        assertThat(Percentage.of("7.5").of(Money.of(1_007, "USD"))).isEqualTo(Money.of(76, "USD"));
    }

    @Test
    void sharesHalfUp() {
        Money tax = Money.of(75, "USD");

        assertThat(tax.share(Money.of(333, "USD"), Money.of(1_000, "USD"))).isEqualTo(Money.of(25, "USD"));
        assertThat(tax.share(Money.of(2, "USD"), Money.of(100, "USD"))).isEqualTo(Money.of(2, "USD"));
        assertThat(tax.share(Money.of(0, "USD"), Money.of(1_000, "USD"))).isEqualTo(Money.of(0, "USD"));
        assertThat(tax.share(Money.of(1_000, "USD"), Money.of(1_000, "USD"))).isEqualTo(tax);
        assertThat(Money.of(Long.MAX_VALUE, "USD")
                        .share(Money.of(Long.MAX_VALUE, "USD"), Money.of(Long.MAX_VALUE, "USD")))
                .isEqualTo(Money.of(Long.MAX_VALUE, "USD"));
        assertThatIllegalArgumentException().isThrownBy(() -> tax.share(Money.of(1, "USD"), Money.of(1, "NGN")));
    }

    @Test
    void sharesOfWhatIsLeftComeToAllOfIt() {
        var random = new Random(6);
        for (int round = 0; round < 1_000; round++) {
            Money of = Money.of(random.nextLong(100_000), "USD");
            Money left = of;
            Money toShare = Money.of(1 + random.nextLong(1_000_000), "USD");
            while (toShare.isPositive()) {
                Money part = Money.of(1 + random.nextLong(toShare.amount()), "USD");
                left = left.minus(left.share(part, toShare));
                toShare = toShare.minus(part);
                assertThat(left.amount()).isBetween(0L, of.amount());
            }
            assertThat(left.isZero()).isTrue();
        }
    }

    @Test
    void readsWhatPeopleWriteInTheCurrencysOwnDecimals() {
        assertThat(Money.ofMajor(new BigDecimal("299.99"), USD)).isEqualTo(Money.of(29_999, "USD"));
        assertThat(Money.ofMajor(new BigDecimal("500"), Currency.getInstance("JPY")))
                .isEqualTo(Money.of(500, "JPY"));
        assertThat(Money.ofMajor(new BigDecimal("1.234"), Currency.getInstance("KWD")))
                .isEqualTo(Money.of(1_234, "KWD"));
        assertThatIllegalArgumentException().isThrownBy(() -> Money.ofMajor(new BigDecimal("1.005"), USD));
    }

    @Test
    void isItsOwnJson() {
        var json = new JsonMapper();

        assertThat(json.writeValueAsString(Money.of(29_999, "USD"))).isEqualTo("""
                {"amount":29999,"currency":"USD"}""");
    }

    @Test
    void writesCurrencyAndDecimals() {
        assertThat(Money.of(4_500_000, "NGN").format(Locale.ENGLISH)).isEqualTo("NGN\u00a045,000.00");
        assertThat(Money.of(29_999, "USD").format(Locale.US)).isEqualTo("$299.99");
        assertThat(Money.of(500, "JPY").format(Locale.US)).isEqualTo("¥500");
    }

    @Test
    void neverMixesCurrencies() {
        assertThatIllegalArgumentException().isThrownBy(() -> Money.of(1, "USD").plus(Money.of(1, "NGN")));
    }

    @Test
    void refusesToOverflow() {
        assertThat(catchThrowable(() -> Money.of(Long.MAX_VALUE, "USD").plus(Money.of(1, "USD"))))
                .isInstanceOf(ArithmeticException.class);
    }
}
