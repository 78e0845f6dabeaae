package com.gmservices.requests.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentTests {

    @ParameterizedTest
    @ValueSource(strings = {"KJA-482-FD", "KJA 482 FD", "kja482fd"})
    void aPlateIsFoundInOneAndInPieces(String plate) {
        assertThat(new Document().text(plate).words()).contains("kja", "482", "fd", "kja482fd");
    }

    @Test
    void caseAndAccentsMeanNothing() {
        assertThat(new Document().text("Chloé GROßMANN").words()).containsExactly("chloe", "grossmann");
    }

    @Test
    void aTelephoneNumberIsFoundFromItsEnd() {
        assertThat(new Document().text("+44 (7700) 900-123").words()).contains("447700900123", "<321009007744");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-12-06", "2026-12-06T09:00:00Z", "06:30", "0198c9b2-2a3b-7c4d-8e5f-0123456789ab"})
    void timesAndIdsAreNoWords(String text) {
        assertThat(new Document().text(text).words()).isEmpty();
    }

    @Test
    void aReferenceIsFoundByItsNumber() {
        assertThat(new Document().reference("SR-2026-000123").words())
                .contains("sr2026000123", "2026000123", "000123", "123");
    }

    @ParameterizedTest
    @CsvSource({
        "brkaes, brakes, true",
        "okafro, okafor, true",
        "toyta, toyota, true",
        "brake, bread, false",
        "alpa, albatross, false",
        "albatos, albatross, true"
    })
    void aSlipOrTwoAreForgiven(String typed, String word, boolean near) {
        assertThat(Nearness.isNear(typed, word)).isEqualTo(near);
    }
}
