package com.gmservices.tenancy;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static java.time.DayOfWeek.SATURDAY;
import static java.time.DayOfWeek.SUNDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.gmservices.tenancy.OpeningHours.Span;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class OpeningHoursTests {

    private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final OpeningHours OFFICE = OpeningHours.OFFICE;

    @Test
    void countOnlyWhileOpen() {
        assertThat(OFFICE.between(at("2026-11-20T16:00", LAGOS), at("2026-11-23T10:00", LAGOS), LAGOS))
                .as("Friday from four, and Monday until ten")
                .isEqualTo(Duration.ofHours(4));
        assertThat(OFFICE.between(at("2026-11-21T08:00", LAGOS), at("2026-11-22T20:00", LAGOS), LAGOS))
                .as("the weekend")
                .isZero();
    }

    @Test
    void endAtTheirLastMomentAndBeginAtTheirFirst() {
        assertThat(OFFICE.isOpenAt(at("2026-11-23T08:00", LAGOS), LAGOS)).isTrue();
        assertThat(OFFICE.isOpenAt(at("2026-11-23T18:00", LAGOS), LAGOS)).isFalse();
        assertThat(OFFICE.isOpenAt(at("2026-11-22T12:00", LAGOS), LAGOS)).isFalse();
    }

    @Test
    void areThoseOfTheSitesOwnClock() {
        Instant morning = at("2026-11-23T08:30", LAGOS);

        assertThat(OFFICE.isOpenAt(morning, LAGOS)).isTrue();
        assertThat(OFFICE.isOpenAt(morning, ZoneId.of("America/New_York"))).isFalse();
    }

    @Test
    void doNotCountOnAHoliday() {
        OpeningHours hours = OFFICE.with(List.of(SpecialDay.closed(LocalDate.parse("2026-12-25"), "Christmas Day")));

        assertThat(hours.isOpenAt(at("2026-12-25T10:00", LAGOS), LAGOS)).isFalse();
        assertThat(hours.between(at("2026-12-24T16:00", LAGOS), at("2026-12-28T10:00", LAGOS), LAGOS))
                .as("Thursday from four, and Monday until ten")
                .isEqualTo(Duration.ofHours(4));
        assertThat(hours.after(at("2026-12-24T16:00", LAGOS), Duration.ofHours(3), LAGOS))
                .isEqualTo(at("2026-12-28T09:00", LAGOS));
    }

    @Test
    void areOthersOnASpecialDay() {
        var sale = new SpecialDay(LocalDate.parse("2026-11-22"), "Sale", List.of(span("10:00", "14:00")));
        OpeningHours hours = OFFICE.with(List.of(sale));

        assertThat(hours.between(at("2026-11-21T00:00", LAGOS), at("2026-11-23T00:00", LAGOS), LAGOS))
                .isEqualTo(Duration.ofHours(4));
        assertThat(hours.on(LocalDate.parse("2026-11-22"))).containsExactly(span("10:00", "14:00"));
        assertThat(hours.specialDaysFrom(LocalDate.parse("2026-11-23"))).isEmpty();
    }

    @Test
    void lastThroughTheHourThatClocksSkip() {
        var night = new SpecialDay(LocalDate.parse("2026-03-29"), "Night", List.of(span("01:00", "04:00")));

        assertThat(OFFICE.with(List.of(night))
                        .between(at("2026-03-29T00:00", BERLIN), at("2026-03-29T12:00", BERLIN), BERLIN))
                .isEqualTo(Duration.ofHours(2));
    }

    @Test
    void promiseNothingForThePauses() {
        OpeningHours hours = on(MONDAY, span("09:00", "12:00"), span("13:00", "18:00"));

        assertThat(hours.after(at("2026-11-23T11:30", LAGOS), Duration.ofHours(2), LAGOS))
                .isEqualTo(at("2026-11-23T14:30", LAGOS));
        assertThat(hours.after(at("2026-11-23T12:20", LAGOS), Duration.ofHours(1), LAGOS))
                .isEqualTo(at("2026-11-23T14:00", LAGOS));
        assertThat(hours.after(at("2026-11-23T17:00", LAGOS), Duration.ofHours(2), LAGOS))
                .as("goes on a week later")
                .isEqualTo(at("2026-11-30T10:00", LAGOS));
        assertThat(hours.isOpenAt(at("2026-11-23T12:30", LAGOS), LAGOS)).isFalse();
    }

    @Test
    void runThroughMidnight() {
        OpeningHours night = new OpeningHours(
                Map.of(FRIDAY, List.of(span("18:00", "00:00")), SATURDAY, List.of(span("00:00", "02:00"))));

        assertThat(night.isOpenAt(at("2026-11-20T23:59:59.999", LAGOS), LAGOS)).isTrue();
        assertThat(night.isOpenAt(at("2026-11-21T00:00", LAGOS), LAGOS)).isTrue();
        assertThat(night.between(at("2026-11-20T22:00", LAGOS), at("2026-11-21T12:00", LAGOS), LAGOS))
                .isEqualTo(Duration.ofHours(4));
        assertThat(night.after(at("2026-11-20T23:00", LAGOS), Duration.ofHours(2), LAGOS))
                .isEqualTo(at("2026-11-21T01:00", LAGOS));
    }

    @Test
    void areAnHourShorterWhenTheClockGoesForward() {
        OpeningHours allSunday = on(SUNDAY, span("00:00", "00:00"));

        assertThat(allSunday.between(at("2026-03-29T00:00", BERLIN), at("2026-03-30T00:00", BERLIN), BERLIN))
                .isEqualTo(Duration.ofHours(23));
        assertThat(allSunday.after(at("2026-03-29T01:00", BERLIN), Duration.ofHours(2), BERLIN))
                .isEqualTo(at("2026-03-29T04:00", BERLIN));
        assertThat(on(SUNDAY, span("02:00", "03:00"))
                        .between(at("2026-03-29T00:00", BERLIN), at("2026-03-30T00:00", BERLIN), BERLIN))
                .as("the hour that there is not")
                .isZero();
    }

    @Test
    void areAnHourLongerWhenTheClockGoesBack() {
        OpeningHours allSunday = on(SUNDAY, span("00:00", "00:00"));

        assertThat(allSunday.between(at("2026-10-25T00:00", BERLIN), at("2026-10-26T00:00", BERLIN), BERLIN))
                .isEqualTo(Duration.ofHours(25));
        assertThat(allSunday.after(at("2026-10-25T01:00", BERLIN), Duration.ofHours(4), BERLIN))
                .isEqualTo(at("2026-10-25T04:00", BERLIN));
    }

    @Test
    void promiseByTheSameClockTimeOverAChange() {
        assertThat(OFFICE.after(at("2026-03-27T17:00", BERLIN), Duration.ofHours(2), BERLIN))
                .isEqualTo(at("2026-03-30T09:00", BERLIN));
    }

    @Test
    void ofASiteThatNeverOpensAreTakenAsAlways() {
        var never = new OpeningHours(Map.of(MONDAY, List.of()));

        assertThat(never.after(at("2026-11-23T11:00", LAGOS), Duration.ofHours(2), LAGOS))
                .isEqualTo(at("2026-11-23T13:00", LAGOS));
        assertThat(never.isOpenAt(at("2026-11-23T11:00", LAGOS), LAGOS)).isFalse();
    }

    @Test
    void makeSense() {
        assertThatIllegalArgumentException().isThrownBy(() -> span("18:00", "08:00"));
        assertThatIllegalArgumentException().isThrownBy(() -> span("08:00", "08:00"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> on(MONDAY, span("08:00", "12:00"), span("11:00", "13:00")));
        assertThat(on(MONDAY, span("13:00", "18:00"), span("08:00", "12:00")).on(MONDAY))
                .containsExactly(span("08:00", "12:00"), span("13:00", "18:00"));
    }

    @Test
    void readAsTheyAreWritten() {
        JsonMapper json = JsonMapper.shared();
        String written = json.writeValueAsString(on(MONDAY, span("08:00", "12:00"), span("13:00", "00:00")));

        assertThat(written)
                .isEqualTo(
                        "{\"monday\":[{\"from\":\"08:00\",\"to\":\"12:00\"},{\"from\":\"13:00\",\"to\":\"23:59\"}]}");
        assertThat(json.writeValueAsString(json.readValue(written, OpeningHours.class)))
                .isEqualTo(written);
    }

    private static OpeningHours on(DayOfWeek day, Span... spans) {
        return new OpeningHours(Map.of(day, Arrays.asList(spans)));
    }

    private static Span span(String from, String to) {
        return new Span(LocalTime.parse(from), LocalTime.parse(to));
    }

    private static Instant at(String local, ZoneId zone) {
        return LocalDateTime.parse(local).atZone(zone).toInstant();
    }
}
