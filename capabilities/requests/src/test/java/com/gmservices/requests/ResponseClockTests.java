package com.gmservices.requests;

import static com.gmservices.requests.RequestStatus.COMPLETED;
import static com.gmservices.requests.RequestStatus.CONFIRMED;
import static com.gmservices.requests.RequestStatus.IN_PROGRESS;
import static com.gmservices.requests.RequestStatus.ON_HOLD;
import static com.gmservices.requests.RequestStatus.PENDING;
import static com.gmservices.requests.RequestStatus.QUOTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.ResponseClock.Reading;
import com.gmservices.requests.ResponseClock.Step;
import com.gmservices.tenancy.Address;
import com.gmservices.tenancy.OpeningHours;
import com.gmservices.tenancy.OpeningHours.Span;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.SiteId;
import com.gmservices.tenancy.TenantId;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ResponseClockTests {

    private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    /** Monday to Friday, 8 to 18. */
    private static final Site OFFICE = site(LAGOS, OpeningHours.OFFICE);

    /** Every night until six. */
    private static final Site NIGHT = site(
            NEW_YORK,
            new OpeningHours(Stream.of(DayOfWeek.values())
                    .collect(Collectors.toMap(
                            day -> day, day -> List.of(new Span(LocalTime.MIDNIGHT, LocalTime.of(6, 0)))))));

    // 2026-11-23 is a Monday.

    @Test
    void countsOpeningHours() {
        assertThat(read(Priority.NORMAL, customer(PENDING, "2026-11-23T08:00")))
                .isEqualTo(new Reading(lagos("2026-11-23T16:00"), null, lagos("2026-11-30T18:00"), null));
    }

    @Test
    void whatComesAtNightWaitsForTheMorning() {
        Reading reading = read(Priority.URGENT, customer(PENDING, "2026-11-27T23:10"));

        assertThat(reading.respondBy()).isEqualTo(lagos("2026-11-30T08:30"));
        assertThat(reading.resolveBy()).isEqualTo(lagos("2026-11-30T16:00"));
    }

    @Test
    void whatComesJustBeforeClosingGoesOnInTheMorning() {
        assertThat(read(Priority.HIGH, customer(PENDING, "2026-11-23T17:00")).respondBy())
                .isEqualTo(lagos("2026-11-24T09:00"));
    }

    @Test
    void theMoreUrgentTheSooner() {
        Step creation = customer(PENDING, "2026-11-23T08:00");

        assertThat(Stream.of(Priority.URGENT, Priority.HIGH, Priority.NORMAL, Priority.LOW)
                        .map(priority -> read(priority, creation).resolveBy()))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    @Test
    void theFirstMoveOfStaffIsTheAnswer() {
        Reading reading = read(
                Priority.NORMAL,
                customer(PENDING, "2026-11-23T08:00"),
                staff(PENDING, "2026-11-23T09:00"),
                staff(CONFIRMED, "2026-11-23T10:00"));

        assertThat(reading.respondedAt()).isEqualTo(lagos("2026-11-23T09:00"));
        assertThat(reading.isPaused()).isFalse();
    }

    @Test
    void writingARequestDownIsNoAnswer() {
        assertThat(read(Priority.NORMAL, staff(PENDING, "2026-11-23T08:00")).respondedAt())
                .isNull();
    }

    @Test
    void whatCustomersAndTimeDoIsNoAnswer() {
        assertThat(read(Priority.NORMAL, customer(PENDING, "2026-11-23T08:00"), customer(PENDING, "2026-11-23T09:00"))
                        .respondedAt())
                .isNull();
    }

    @Test
    void standsStillWhileTheCustomerHasTheQuote() {
        Step creation = customer(PENDING, "2026-11-23T08:00");
        Step quote = staff(QUOTED, "2026-11-23T10:00");

        // 58 of 60 hours are left, counted from the acceptance: 8 on Wednesday, then 5 days of 10.
        assertThat(read(Priority.NORMAL, creation, quote).pausedSince()).isEqualTo(lagos("2026-11-23T10:00"));
        assertThat(read(Priority.NORMAL, creation, quote, customer(CONFIRMED, "2026-11-25T10:00")))
                .isEqualTo(new Reading(
                        lagos("2026-11-23T16:00"), lagos("2026-11-23T10:00"), lagos("2026-12-02T18:00"), null));
    }

    @Test
    void aNewVersionOfTheQuoteDoesNotStartIt() {
        assertThat(read(
                                Priority.NORMAL,
                                customer(PENDING, "2026-11-23T08:00"),
                                staff(QUOTED, "2026-11-23T10:00"),
                                staff(QUOTED, "2026-11-24T10:00"))
                        .pausedSince())
                .isEqualTo(lagos("2026-11-23T10:00"));
    }

    @Test
    void standsStillOnHoldHoweverOften() {
        Reading reading = read(
                Priority.HIGH,
                customer(PENDING, "2026-11-23T08:00"),
                staff(CONFIRMED, "2026-11-23T09:00"),
                staff(IN_PROGRESS, "2026-11-23T10:00"),
                staff(ON_HOLD, "2026-11-23T12:00"),
                staff(IN_PROGRESS, "2026-11-24T08:00"),
                staff(ON_HOLD, "2026-11-24T17:00"),
                staff(IN_PROGRESS, "2026-11-28T11:00"));

        // 4 hours on Monday, 9 on Tuesday; 11 are left on a Saturday, which is closed.
        assertThat(reading.resolveBy()).isEqualTo(lagos("2026-12-01T09:00"));
    }

    @Test
    void aDeadlineThatWasMissedStaysMissed() {
        Instant missed = lagos("2026-11-23T16:00");
        Step creation = customer(PENDING, "2026-11-23T08:00");

        assertThat(read(
                                Priority.URGENT,
                                creation,
                                staff(IN_PROGRESS, "2026-11-24T09:00"),
                                staff(ON_HOLD, "2026-11-25T09:00"))
                        .resolveBy())
                .isEqualTo(missed);
        assertThat(read(
                                Priority.URGENT,
                                creation,
                                staff(IN_PROGRESS, "2026-11-24T09:00"),
                                staff(ON_HOLD, "2026-11-25T09:00"),
                                staff(IN_PROGRESS, "2026-11-26T09:00"))
                        .resolveBy())
                .isEqualTo(missed);
    }

    @Test
    void nightsAreAnHourShorterInSpring() {
        // 2026-03-08, two o'clock is three o'clock: five hours until six.
        Step creation = step(PENDING, NEW_YORK, "2026-03-08T00:00");

        assertThat(new ResponseClock(NIGHT, Priority.HIGH)
                        .read(List.of(creation))
                        .respondBy())
                .isEqualTo(at(NEW_YORK, "2026-03-08T03:00"));
        assertThat(new ResponseClock(NIGHT, Priority.NORMAL)
                        .read(List.of(creation))
                        .respondBy())
                .isEqualTo(at(NEW_YORK, "2026-03-09T03:00"));
    }

    @Test
    void nightsAreAnHourLongerInAutumn() {
        // 2026-11-01, two o'clock is one o'clock: seven hours until six.
        Step creation = step(PENDING, NEW_YORK, "2026-11-01T00:00");

        assertThat(new ResponseClock(NIGHT, Priority.NORMAL)
                        .read(List.of(creation))
                        .respondBy())
                .isEqualTo(at(NEW_YORK, "2026-11-02T01:00"));
    }

    @Test
    void pausesOverAChangeOfClocksCountWhatWasOpen() {
        Reading reading = new ResponseClock(NIGHT, Priority.URGENT)
                .read(List.of(
                        step(PENDING, NEW_YORK, "2026-03-08T01:00"),
                        new Step(ON_HOLD, true, at(NEW_YORK, "2026-03-08T04:00")),
                        new Step(IN_PROGRESS, true, at(NEW_YORK, "2026-03-10T00:00"))));

        // Two hours from one to four, since one was left out; six of eight are left.
        assertThat(reading.resolveBy()).isEqualTo(at(NEW_YORK, "2026-03-10T06:00"));
    }

    @Test
    void aSiteThatNeverOpensCountsAlways() {
        Site never = site(LAGOS, new OpeningHours(Map.of()));

        assertThat(new ResponseClock(never, Priority.HIGH)
                        .read(List.of(customer(PENDING, "2026-11-28T22:00")))
                        .respondBy())
                .isEqualTo(lagos("2026-11-29T00:00"));
    }

    @Test
    void readingAgainSaysTheSame() {
        List<Step> steps = List.of(
                customer(PENDING, "2026-11-23T08:00"),
                staff(QUOTED, "2026-11-23T10:00"),
                customer(CONFIRMED, "2026-11-25T10:00"),
                staff(IN_PROGRESS, "2026-11-25T11:00"),
                staff(COMPLETED, "2026-11-26T11:00"));
        var clock = new ResponseClock(OFFICE, Priority.NORMAL);

        assertThat(clock.read(steps)).isEqualTo(clock.read(List.copyOf(steps)));
    }

    private static Reading read(Priority priority, Step... steps) {
        return new ResponseClock(OFFICE, priority).read(List.of(steps));
    }

    private static Step customer(RequestStatus status, String at) {
        return step(status, LAGOS, at);
    }

    private static Step staff(RequestStatus status, String at) {
        return new Step(status, true, lagos(at));
    }

    private static Step step(RequestStatus status, ZoneId zone, String at) {
        return new Step(status, false, at(zone, at));
    }

    private static Instant lagos(String at) {
        return at(LAGOS, at);
    }

    private static Instant at(ZoneId zone, String at) {
        return LocalDateTime.parse(at).atZone(zone).toInstant();
    }

    private static Site site(ZoneId zone, OpeningHours hours) {
        return new Site(TenantId.next(), SiteId.next(), "Quay", Address.EMPTY, zone, hours, 1);
    }
}
