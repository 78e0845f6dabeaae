package com.gmservices.hospitality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FunctionTimesTests {

    private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final LocalDate DAY = LocalDate.of(2026, 12, 12);

    @Test
    void endsOnTheNextMorningWhenTheEndIsBeforeTheBegin() {
        FunctionTimes party = FunctionTimes.of(event(DAY, "18:00", "02:00", null, 4, 2), LAGOS);

        assertThat(party.setUpFrom()).isEqualTo("2026-12-12T13:00:00Z");
        assertThat(party.startsAt()).isEqualTo("2026-12-12T17:00:00Z");
        assertThat(party.endsAt()).isEqualTo("2026-12-13T01:00:00Z");
        assertThat(party.clearBy()).isEqualTo("2026-12-13T03:00:00Z");
        assertThat(party.firstDay()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void holdsItsSpaceOverAllItsDays() {
        FunctionTimes fair = FunctionTimes.of(event(DAY, "09:00", "17:00", 3, 0, 0), LAGOS);

        assertThat(fair.startsAt()).isEqualTo("2026-12-12T08:00:00Z");
        assertThat(fair.endsAt()).isEqualTo("2026-12-14T16:00:00Z");
        assertThat(fair.firstDay()).isEqualTo(Duration.ofHours(8));
    }

    @Test
    void setsUpAsLongAsTheSeatingUsuallyTakes() {
        FunctionTimes dinner = FunctionTimes.of(event(DAY, "18:00", "22:00", null, null, null), LAGOS);

        assertThat(Duration.between(dinner.setUpFrom(), dinner.startsAt())).isEqualTo(Duration.ofHours(3));
        assertThat(Duration.between(dinner.endsAt(), dinner.clearBy())).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void lastsAsLongAsTheNightDoesWhenClocksChange() {
        LocalDate fall = LocalDate.of(2026, 10, 31);
        LocalDate spring = LocalDate.of(2027, 3, 13);

        assertThat(night(fall)).isEqualTo(Duration.ofHours(9));
        assertThat(night(spring)).isEqualTo(Duration.ofHours(7));
    }

    @Test
    void takesAnHourThatTheClockSkipsAsTheOneAfter() {
        var event = event(LocalDate.of(2027, 3, 14), "02:30", "03:15", null, 0, 0);

        assertThat(FunctionTimes.of(event, NEW_YORK).startsAt()).isEqualTo(Instant.parse("2027-03-14T07:30:00Z"));
        assertThat(FunctionTimes.of(event, NEW_YORK).firstDay()).isNegative();
    }

    private static Duration night(LocalDate day) {
        return FunctionTimes.of(event(day, "20:00", "04:00", null, 0, 0), NEW_YORK)
                .firstDay();
    }

    private static EventSpace event(
            LocalDate day,
            String starts,
            String ends,
            @Nullable Integer days,
            @Nullable Integer setUp,
            @Nullable Integer tearDown) {
        return new EventSpace(
                EventSpace.Kind.DINNER,
                null,
                60,
                day,
                LocalTime.parse(starts),
                LocalTime.parse(ends),
                days,
                Seating.BANQUET,
                setUp,
                tearDown,
                List.of(),
                null,
                null,
                null);
    }
}
