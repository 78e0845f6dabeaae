package com.gmservices.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhoneTests {

    @ParameterizedTest
    @CsvSource({
        "0803 555 0142, NG, +2348035550142",
        "+234 803 555 0142, '', +2348035550142",
        "00234 803 555 0142, '', +2348035550142",
        "+234 (0)803-555-0142, US, +2348035550142",
        "(202) 555-0142, US, +12025550142",
        "020 7946 0018, GB, +442079460018",
        "+233 24 123 4567, NG, +233241234567"
    })
    void isKeptWithItsCountry(String typed, String country, String kept) {
        assertThat(Phone.read(typed, country).map(Phone::e164)).hasValue(kept);
    }

    @ParameterizedTest
    @CsvSource({
        "0803 555 0142, ''",
        "0803 555 014, NG",
        "0803 555 01422, NG",
        "+234 123 456 7890, NG",
        "+999 123 456 789, NG",
        "call me, NG",
        "'', NG"
    })
    void existsInItsCountrysPlan(String typed, String country) {
        assertThat(Phone.read(typed, country)).isEmpty();
    }

    @Test
    void isSpelledAsKeptOnceItsCountryIsKnown() {
        assertThat(Phone.spelled(" +234 803  555-0142 ")).isEqualTo("+2348035550142");
        assertThat(Phone.spelled(" 0803  555 0142 ")).isEqualTo("0803 555 0142");
        assertThat(Phone.spelled(null)).isEmpty();
    }

    @Test
    void isReadAloudInGroups() {
        assertThat(Phone.text("+2348035550142")).isEqualTo("+234 803 555 0142");
        assertThat(Phone.text("0803 555 0142")).isEqualTo("0803 555 0142");
    }
}
