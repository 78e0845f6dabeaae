package com.gmservices.notifications.preference;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTests {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final QuietHours NIGHT = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0));

    @ParameterizedTest(name = "{0} waits until {1}")
    @CsvSource({
        "2026-06-01T20:59:59Z, 2026-06-02T05:00:00Z",
        "2026-06-01T19:59:59Z, 2026-06-01T19:59:59Z",
        "2026-06-02T04:59:59Z, 2026-06-02T05:00:00Z",
        "2026-06-02T05:00:00Z, 2026-06-02T05:00:00Z",
        // The night in which the clock goes from two to three: it lasts an hour less.
        "2026-03-28T22:00:00Z, 2026-03-29T05:00:00Z",
        "2026-03-29T01:30:00Z, 2026-03-29T05:00:00Z",
        // The night in which it goes from three back to two: an hour more.
        "2026-10-24T21:00:00Z, 2026-10-25T06:00:00Z",
        "2026-10-25T05:30:00Z, 2026-10-25T06:00:00Z",
    })
    void endByTheClockOnTheWall(Instant now, Instant then) {
        assertThat(NIGHT.orAfter(now, PARIS)).isEqualTo(then);
    }

    @Test
    void anEndThatTheClockSkipsIsWhenItGoesOn() {
        var untilHalfPastTwo = new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30));

        assertThat(untilHalfPastTwo.orAfter(Instant.parse("2026-03-28T23:00:00Z"), PARIS))
                .isEqualTo(Instant.parse("2026-03-29T01:30:00Z"));
    }

    @Test
    void anEndThatTheClockShowsTwiceIsTheSecond() {
        var untilHalfPastTwo = new QuietHours(LocalTime.of(22, 0), LocalTime.of(2, 30));

        assertThat(untilHalfPastTwo.orAfter(Instant.parse("2026-10-24T23:00:00Z"), PARIS))
                .isEqualTo(Instant.parse("2026-10-25T01:30:00Z"));
    }

    @Test
    void hoursOfTheDayEndOnTheSameDay() {
        var siesta = new QuietHours(LocalTime.of(13, 0), LocalTime.of(15, 0));

        assertThat(siesta.orAfter(Instant.parse("2026-06-01T11:30:00Z"), PARIS))
                .isEqualTo(Instant.parse("2026-06-01T13:00:00Z"));
        assertThat(siesta.orAfter(Instant.parse("2026-06-01T13:00:00Z"), PARIS))
                .isEqualTo(Instant.parse("2026-06-01T13:00:00Z"));
    }

    @Test
    void aDigestIsOfTheMorningWhereverOneIs() {
        Instant noon = Instant.parse("2026-10-24T12:00:00Z");

        assertThat(Digest.DAILY.next(noon, PARIS)).isEqualTo(Instant.parse("2026-10-25T07:00:00Z"));
        assertThat(Digest.DAILY.next(Instant.parse("2026-10-24T05:00:00Z"), PARIS))
                .isEqualTo(Instant.parse("2026-10-24T06:00:00Z"));
        assertThat(Digest.HOURLY.next(Instant.parse("2026-10-24T12:20:00Z"), ZoneId.of("Asia/Kolkata")))
                .isEqualTo(Instant.parse("2026-10-24T12:30:00Z"));
    }
}
