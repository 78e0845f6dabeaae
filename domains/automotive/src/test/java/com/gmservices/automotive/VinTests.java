package com.gmservices.automotive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VinTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1HGCM82633A004352",
                "1M8GDM9AXKP042788",
                "5GZCZ43D13S812715",
                "11111111111111111",
                "2T1BURHE5JC034461",
                "3VWD17AJ9EM388202"
            })
    void theNinthCharacterChecksTheOthers(String vin) {
        assertThat(new Vin(vin).checks()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1HGCM82633A004353",
                "1HGCM82633A004532",
                "1HGCM82643A004352",
                "1M8GDM9A0KP042788",
                "5GZCZ43D13S812175",
                "WVWZZZ1JZ3W386752"
            })
    void oneWrongOrTwoSwappedCharactersDoNotCheck(String vin) {
        assertThat(new Vin(vin).checks()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1HGCM82633A00435", "1HGCM82633A0043522", "1HGCM82633A0O4352", "1hgcm82633a004352"})
    void hasSeventeenCapitalsAndDigitsWithoutIOAndQ(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Vin(text));
    }

    @ParameterizedTest
    @CsvSource({
        "1HGCM82633A004352, 2003",
        "1M8GDM9AXKP042788, 1989",
        "5YJSA1E26HF000316, 2017",
        "1G1ND52J4Y6000001, 2000"
    })
    void tellsTheModelYear(String vin, int year) {
        assertThat(new Vin(vin).modelYear()).contains(year);
    }

    @Test
    void onlyNorthAmericaPutsTheModelYearThere() {
        assertThat(new Vin("WVWZZZ1JZ3W386752").modelYear()).isEmpty();
        assertThat(new Vin("JTDBR32E720123456").isNorthAmerican()).isFalse();
    }

    @Test
    void blanksHyphensAndSmallLettersAreTyping() {
        assertThat(Vin.spelled(" 1hgcm-82633 a004352 ")).isEqualTo("1HGCM82633A004352");
        assertThat(Vin.spelled("  ")).isNull();
        assertThat(Vin.spelled(null)).isNull();
    }
}
