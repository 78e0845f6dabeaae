package com.gmservices.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountryTests {

    @ParameterizedTest
    @CsvSource({
        "Nigeria, NG",
        "nigeria, NG",
        "ng, NG",
        "NGA, NG",
        "USA, US",
        "United States, US",
        "UK, GB",
        "Côte d’Ivoire, CI",
        "cote d'ivoire, CI",
        "Ivory Coast, CI"
    })
    void isKnownByNameAndCode(String typed, String code) {
        assertThat(Country.spelled(typed)).isEqualTo(code).matches(Country.PATTERN);
    }

    @Test
    void staysAsTypedWhereThereIsNoSuchCountry() {
        assertThat(Country.spelled("ZZ")).isEqualTo("zz").doesNotMatch(Country.PATTERN);
        assertThat(Country.spelled("  ")).isNull();
    }
}
