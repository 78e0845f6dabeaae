package com.gmservices.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccentTests {

    @Test
    void contrastRunsFromWhiteToBlack() {
        assertThat(Accent.contrast("#ffffff")).isEqualTo(1);
        assertThat(Accent.contrast("#000000")).isEqualTo(21);
        assertThat(Accent.contrast("#777777")).isCloseTo(4.48, within(0.01));
    }

    @Test
    void fourAndAHalfToOneIsEnough() {
        assertThat(Accent.carriesWhiteText("#777777")).isFalse();
        assertThat(Accent.carriesWhiteText("#767676")).isTrue();
        assertThat(Accent.carriesWhiteText(Accent.DEFAULT)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"#ffcc00", "#ffffff", "#00ff00", "#777777"})
    void aLightColourHasADarkerShadeThatIsEnough(String colour) {
        assertThat(Accent.darkened(colour)).isNotEqualTo(colour).matches(Accent::carriesWhiteText);
    }

    @Test
    void aDarkColourIsItsOwnShade() {
        assertThat(Accent.darkened(Accent.DEFAULT)).isEqualTo(Accent.DEFAULT);
    }

    @Test
    void isWrittenInSixSmallHexadecimalDigits() {
        assertThat(Accent.isColour("#0b5cad")).isTrue();
        assertThat(Accent.isColour("#0B5CAD")).isFalse();
        assertThat(Accent.isColour("#fff")).isFalse();
        assertThat(Accent.isColour("blue")).isFalse();
        assertThat(Accent.isColour("#0b5cad;}")).isFalse();
    }
}
