package com.gmservices.requests.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.money.Money;
import com.gmservices.requests.web.WrittenPrice.Unreadable;
import java.util.Currency;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenPriceTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "45000        | NGN | en | 4500000",
                "45,000.00    | NGN | en | 4500000",
                "45 000.5     | NGN | en | 4500050",
                "NGN 45,000   | NGN | en | 4500000",
                "₦45,000      | NGN | en | 4500000",
                "12,34,567.89 | INR | en | 123456789",
                "0            | NGN | en | 0",
                "1,500        | JPY | en | 1500",
                "1.500        | KWD | en | 1500",
                "7.10000      | USD | en | 710",
                "45.000,00    | EUR | de | 4500000",
                "45 000,00    | EUR | fr | 4500000",
                "٤٥٠٠٠        | NGN | en | 4500000"
            })
    void readsWhatPeopleWrite(String text, String currency, String language, long amount) throws Unreadable {
        assertThat(WrittenPrice.read(text, Currency.getInstance(currency), Locale.of(language)))
                .isEqualTo(Money.of(amount, currency));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "45,00          | NGN | catalogue.price.form",
                "45.000,00      | NGN | catalogue.price.form",
                "cheap          | NGN | catalogue.price.form",
                "1e9            | NGN | catalogue.price.form",
                "USD 45         | NGN | catalogue.price.form",
                ".              | NGN | catalogue.price.form",
                "45.005         | NGN | catalogue.price.decimals",
                "45.5           | JPY | catalogue.price.decimals",
                "-1             | NGN | catalogue.price.negative",
                "99999999999999 | NGN | catalogue.price.much"
            })
    void guessesNothing(String text, String currency, String message) {
        assertThatExceptionOfType(Unreadable.class)
                .isThrownBy(() -> WrittenPrice.read(text, Currency.getInstance(currency), Locale.ENGLISH))
                .satisfies(unreadable -> assertThat(unreadable.key()).isEqualTo(message));
    }

    @Test
    void readsWhatItWrites() throws Unreadable {
        for (Locale locale : Locale.getAvailableLocales()) {
            for (String code : new String[] {"NGN", "JPY", "KWD"}) {
                Money price = Money.of(1_234_567_890, code);

                assertThat(WrittenPrice.read(WrittenPrice.of(price, locale), price.currency(), locale))
                        .as(locale.toLanguageTag())
                        .isEqualTo(price);
            }
        }
    }
}
