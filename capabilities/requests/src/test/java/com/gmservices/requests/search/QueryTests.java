package com.gmservices.requests.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTests {

    @ParameterizedTest
    @CsvSource({
        "SR-2026-000123, SR-2026-000123",
        "sr2026000123, SR-2026-000123",
        "2026 000123, SR-2026-000123",
        "SR-2026-1234567, SR-2026-1234567"
    })
    void aReferenceIsKnownHoweverItIsTyped(String typed, String reference) {
        assertThat(Query.of(typed).flatMap(Query::reference)).contains(reference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"123", "000123", "SR-123", "# 123"})
    void itsNumberIsOneOfEachYear(String typed) {
        assertThat(Query.of(typed).orElseThrow().references(Stream.of(2025, 2026)))
                .containsExactly("SR-2025-000123", "SR-2026-000123");
    }

    @Test
    void eachWordMayGoOn() {
        assertThat(text("Brake  pads")).isEqualTo("(('brake':*) & ('pads':*))");
    }

    @Test
    void aPlateIsOneWordToo() {
        assertThat(text("KJA 482 FD")).isEqualTo("(('kja':*) & ('482':*) & ('fd':*)) | 'kja482fd':*");
    }

    @Test
    void aTelephoneNumberIsKnownByItsEnd() {
        assertThat(text("07700 900 123")).contains("'<3210090077':*");
    }

    @Test
    void whatMayStandInsteadIsAskedForWhole() {
        assertThat(Query.of("brake").orElseThrow().text(word -> List.of("@1", word + "s")))
                .isEqualTo("(('brake':* | '@1' | 'brakes'))");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'", "&|!()", "\\"})
    void signsAloneHaveNoWords(String typed) {
        assertThat(Query.of(typed).map(Query::words)).contains(List.of());
    }

    @Test
    void nothingThatIsTypedIsSyntax() {
        assertThat(text("a' | !b:* \\ <-> c")).isEqualTo("(('a':*) & ('b':*) & ('c':*))");
    }

    private static String text(String typed) {
        return Query.of(typed).orElseThrow().text(word -> List.of());
    }
}
