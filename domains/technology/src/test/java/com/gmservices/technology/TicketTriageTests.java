package com.gmservices.technology;

import static com.gmservices.requests.line.Counter.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.requests.RequestId;
import com.gmservices.requests.RequestRefused.Unfit;
import com.gmservices.requests.ServiceLine.Remark;
import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.line.Counter;
import com.gmservices.technology.SystemMaintenance.Access;
import com.gmservices.technology.SystemMaintenance.Impact;
import com.gmservices.technology.SystemMaintenance.Kind;
import com.gmservices.technology.SystemMaintenance.Urgency;
import com.gmservices.technology.SystemMaintenance.Window;
import com.gmservices.tenancy.Address;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.OpeningHours;
import com.gmservices.tenancy.Refusal.FieldError;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.SiteId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;

/** It is Monday, ten in the morning. */
@SpringBootTest
class TicketTriageTests {

    private static final MemberId ADA = MemberId.next();
    private static final MemberId BEN = MemberId.next();

    @Autowired
    Firm firm;

    @Autowired
    TechnologyLine line;

    @Autowired
    MessageSource messages;

    Counter counter;

    @BeforeEach
    void openFirm() {
        counter = firm.open("NGN");
    }

    @Test
    void onePersonIsNotForty() {
        assertTold(
                incident("Mail", Impact.LOW, 40, Access.REMOTE),
                "/details/impact",
                "40 people are more than one person. Choose a team, or the whole business.");
        assertThat(look(incident("Mail", Impact.LOW, 1, Access.REMOTE))).isEmpty();
        assertThat(look(incident("Mail", Impact.MEDIUM, 40, Access.REMOTE))).isEmpty();
    }

    @Test
    void whoComesKnowsWhere() {
        assertTold(
                incident("Mail", Impact.HIGH, null, Access.ON_SITE),
                "/details/premises",
                "Tell us where the system stands.");
    }

    @Test
    void plannedWorkHasAWindow() {
        assertTold(planned(null, true), "/details/window", "Tell us when the system may be down.");
    }

    @Test
    void aWindowLiesAhead() {
        assertTold(
                planned(window(TODAY.minusDays(1), 22, TODAY, 23), true),
                "/details/window/starts_on",
                "This day is over. Choose November 23, 2026 or later.");
        assertTold(
                planned(window(TODAY, 10, null, 12), true),
                "/details/window/starts_at",
                "This time has passed. Choose a later one.");
        assertTold(
                planned(window(TODAY.plusYears(5).plusDays(1), 10, null, 12), true),
                "/details/window/starts_on",
                "This date is more than five years ahead. Check the year.");
        assertThat(look(planned(window(TODAY, 11, null, 12), true))).isEmpty();
    }

    @Test
    void aWindowEndsAfterItStarts() {
        String sentence = "This is before it starts. Choose a later time, or a later day for the end.";

        assertTold(planned(window(TODAY, 22, null, 2), true), "/details/window/ends_at", sentence);
        assertTold(planned(window(TODAY, 22, TODAY, 22), true), "/details/window/ends_at", sentence);
        assertTold(
                planned(window(TODAY.plusDays(3), 22, TODAY.plusDays(2), 23), true),
                "/details/window/ends_on",
                sentence);
        assertThat(look(planned(window(TODAY, 22, TODAY.plusDays(1), 2), true))).isEmpty();
    }

    /** New York has no half past two on the day on which its clocks go forward. */
    @Test
    void aWindowIsMeasuredByTheSitesClock() {
        var newYork = new Site(
                counter.tenant,
                SiteId.next(),
                "Broadway",
                Address.EMPTY,
                ZoneId.of("America/New_York"),
                OpeningHours.OFFICE,
                1);
        var skipped = new Window(LocalDate.of(2027, 3, 14), LocalTime.of(2, 30), null, LocalTime.of(3, 15));
        var wish =
                new Wish(TechnologyLine.SYSTEM_MAINTENANCE, planned(skipped, true), ADA, newYork, Counter.NAIRA, TODAY);

        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> counter.inside(() -> line.create(wish)))
                .satisfies(unfit -> assertThat(unfit.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/details/window/ends_at"));
    }

    @Test
    void aWindowLastsAWeekAtMost() {
        assertThat(look(planned(window(TODAY, 22, TODAY.plusDays(7), 22), true)))
                .isEmpty();
        assertTold(
                planned(window(TODAY, 22, TODAY.plusDays(7), 23), true),
                "/details/window/ends_on",
                "A system is rarely down for more than a week. Choose an earlier end, or send a request for each part.");
    }

    @Test
    void nothingIsChangedWithoutABackup() {
        assertRemarked(
                planned(window(TODAY, 22, null, 23), false),
                "There is no recent backup. Make one before anything is changed.");
    }

    @Test
    void theThirdIncidentIsAProblem() {
        takeIn(ADA, incident("Mail-Server", Impact.MEDIUM, null, Access.REMOTE));
        takeIn(ADA, planned("mail server", window(TODAY, 22, null, 23)));
        assertThat(look(incident("mail server", Impact.MEDIUM, null, Access.REMOTE)))
                .isEmpty();

        takeIn(ADA, incident("mail server", Impact.MEDIUM, null, Access.REMOTE));

        assertRemarked(
                incident("MAIL SERVER", Impact.MEDIUM, null, Access.REMOTE),
                "Incident number 3 with MAIL SERVER in 30 days. Look for the problem behind them.");
        assertThat(look(incident("Printer", Impact.MEDIUM, null, Access.REMOTE)))
                .isEmpty();
        assertThat(look(BEN, incident("mail server", Impact.MEDIUM, null, Access.REMOTE)))
                .isEmpty();
    }

    @Test
    void whatWasWithdrawnWasNoIncident() {
        var mail = incident("Mail", Impact.MEDIUM, null, Access.REMOTE);
        takeIn(ADA, mail);
        move(takeIn(ADA, mail), mail, "cancel");

        assertThat(look(mail)).isEmpty();
    }

    @Test
    void workInTheSameWindowIsRemarked() {
        var update = planned("Mail", window(TODAY, 22, TODAY.plusDays(1), 2));
        RequestId first = takeIn(ADA, update);

        assertRemarked(
                planned("mail", window(TODAY.plusDays(1), 1, null, 3)),
                "Other work on mail is planned for the same time.");
        assertThat(look(planned("mail", window(TODAY.plusDays(1), 2, null, 3)))).isEmpty();
        assertThat(look(planned("files", window(TODAY.plusDays(1), 1, null, 3))))
                .isEmpty();
        assertThat(look(BEN, planned("mail", window(TODAY.plusDays(1), 1, null, 3))))
                .isEmpty();

        move(first, update, "accept", "start", "complete");
        assertThat(look(planned("mail", window(TODAY.plusDays(1), 1, null, 3)))).isEmpty();
    }

    private void assertTold(SystemMaintenance details, String pointer, String sentence) {
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> look(details))
                .satisfies(unfit -> assertThat(unfit.errors()).containsExactly(new FieldError(pointer, sentence)));
    }

    private void assertRemarked(SystemMaintenance details, String sentence) {
        assertThat(look(details))
                .extracting(remark ->
                        messages.getMessage(remark.key(), remark.arguments().toArray(), Locale.ENGLISH))
                .containsExactly(sentence);
    }

    private List<Remark> look(SystemMaintenance details) {
        return look(ADA, details);
    }

    private List<Remark> look(MemberId customer, SystemMaintenance details) {
        return counter.look(customer, TechnologyLine.SYSTEM_MAINTENANCE, details);
    }

    private RequestId takeIn(MemberId customer, SystemMaintenance details) {
        return counter.takeIn(customer, TechnologyLine.SYSTEM_MAINTENANCE, details);
    }

    private void move(RequestId request, SystemMaintenance details, String... moves) {
        counter.move(ADA, request, TechnologyLine.SYSTEM_MAINTENANCE, details, moves);
    }

    private static Window window(LocalDate startsOn, int startsAt, @Nullable LocalDate endsOn, int endsAt) {
        return new Window(startsOn, LocalTime.of(startsAt, 0), endsOn, LocalTime.of(endsAt, 0));
    }

    private static SystemMaintenance incident(String system, Impact impact, @Nullable Integer affected, Access access) {
        return new SystemMaintenance(
                Kind.INCIDENT, system, "It is down", impact, affected, Urgency.HIGH, access, null, null, null);
    }

    private static SystemMaintenance planned(String system, Window window) {
        return new SystemMaintenance(
                Kind.PLANNED, system, "Update", Impact.LOW, null, Urgency.LOW, Access.REMOTE, null, window, true);
    }

    private static SystemMaintenance planned(@Nullable Window window, boolean backup) {
        return new SystemMaintenance(
                Kind.PLANNED, "Mail", "Update", Impact.LOW, null, Urgency.LOW, Access.REMOTE, null, window, backup);
    }
}
