package com.gmservices.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.tenancy.OpeningHours.Span;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NextOpeningTests {

    private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
    private static final Instant FRIDAY_NOON = Instant.parse("2026-11-20T11:00:00Z");
    private static final Instant FRIDAY_NIGHT = Instant.parse("2026-11-20T20:00:00Z");

    @Test
    void whatIsOpenClosesAtTheEndOfItsSpan() {
        assertThat(OpeningHours.OFFICE.closesAfter(FRIDAY_NOON, LAGOS)).contains(Instant.parse("2026-11-20T17:00:00Z"));
        assertThat(OpeningHours.OFFICE.closesAfter(FRIDAY_NIGHT, LAGOS)).isEmpty();
    }

    @Test
    void whatIsClosedOpensOnTheNextDayThatHasHours() {
        assertThat(OpeningHours.OFFICE.opensAfter(FRIDAY_NIGHT, LAGOS)).contains(Instant.parse("2026-11-23T07:00:00Z"));
    }

    @Test
    void whatIsOpenOverMidnightClosesTheDayAfter() {
        var night = new OpeningHours(Map.of(
                DayOfWeek.FRIDAY, List.of(new Span(LocalTime.of(20, 0), LocalTime.MIDNIGHT)),
                DayOfWeek.SATURDAY, List.of(new Span(LocalTime.MIDNIGHT, LocalTime.of(4, 0)))));

        assertThat(night.closesAfter(FRIDAY_NIGHT, LAGOS)).contains(Instant.parse("2026-11-21T03:00:00Z"));
    }

    @Test
    void whatIsAlwaysOpenNeverCloses() {
        var always = new OpeningHours(Arrays.stream(DayOfWeek.values())
                .collect(Collectors.toMap(
                        Function.identity(), day -> List.of(new Span(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT)))));

        assertThat(always.closesAfter(FRIDAY_NOON, LAGOS)).isEmpty();
        assertThat(always.isOpenAt(FRIDAY_NOON, LAGOS)).isTrue();
    }

    @Test
    void whatNeverOpensHasNoNextTime() {
        var never = new OpeningHours(Map.of());

        assertThat(never.opensAfter(FRIDAY_NOON, LAGOS)).isEmpty();
    }
}
