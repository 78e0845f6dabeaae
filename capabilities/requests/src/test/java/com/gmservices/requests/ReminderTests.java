package com.gmservices.requests;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.Quote.Line;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
class ReminderTests {

    private static final Duration HOUR = Duration.ofHours(1);

    @Autowired
    Boatyard boatyard;

    @Autowired
    ServiceDesk desk;

    @Autowired
    Reminders reminders;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestClock clock;

    Yard yard;
    RequestId request;

    @BeforeEach
    void ask() {
        yard = boatyard.open();
        request = boatyard.request(yard).id();
    }

    @Test
    void aDayAndTwoHoursBeforeOnceEach() {
        schedule(clock.instant().plus(Duration.ofHours(50)));
        assertThat(reminded()).isEmpty();

        clock.pass(Duration.ofHours(27));
        assertThat(reminded()).containsExactly("appointment-day");
        assertThat(reminded()).containsExactly("appointment-day");

        clock.pass(Duration.ofHours(21).plusMinutes(30));
        assertThat(reminded()).containsExactly("appointment-day", "appointment-soon");
        assertThat(reminded()).hasSize(2);
    }

    @Test
    void anAppointmentThatIsMovedIsRemindedOfAnew() {
        schedule(clock.instant().plus(Duration.ofHours(50)));
        clock.pass(Duration.ofHours(27));
        assertThat(reminded()).hasSize(1);

        schedule(clock.instant().plus(Duration.ofHours(60)));
        assertThat(reminded()).hasSize(1);
        clock.pass(Duration.ofHours(37));
        assertThat(reminded()).containsExactly("appointment-day", "appointment-day");
    }

    @Test
    void whoHasJustBeenToldIsNotRemindedAtOnce() {
        schedule(clock.instant().plus(Duration.ofHours(20)));

        assertThat(reminded()).isEmpty();
        clock.pass(Duration.ofHours(18).plusMinutes(30));
        assertThat(reminded()).containsExactly("appointment-soon");
    }

    @Test
    void ofWhatIsCalledOffNobodyIsReminded() {
        schedule(clock.instant().plus(Duration.ofHours(50)));
        yard.inside(() -> desk.cancel(yard.chidi(), request, null, "Sold"));
        clock.pass(Duration.ofHours(27));

        assertThat(reminded()).isEmpty();
    }

    @Test
    void twoWhoRemindAtOnceRemindOnce() throws Exception {
        schedule(clock.instant().plus(Duration.ofHours(50)));
        clock.pass(Duration.ofHours(27));
        Callable<Boolean> round = () -> yard.in(() -> reminders.remind(Reminder.APPOINTMENT_DAY));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(List.of(round, round, round, round))) {
                done.get();
            }
        }

        assertThat(reminded()).containsExactly("appointment-day");
    }

    @Test
    void aQuotesEndIsToldADayBefore() {
        yard.inside(() -> desk.quote(
                yard.ben(),
                request,
                null,
                List.of(new Line("Crane", BigDecimal.ONE, 100_000, null)),
                clock.instant().plus(Duration.ofDays(3))));
        assertThat(reminded()).isEmpty();

        clock.pass(Duration.ofDays(2).plus(HOUR));
        assertThat(reminded()).containsExactly("quote-ends");
        assertThat(reminded()).hasSize(1);
    }

    private void schedule(Instant start) {
        yard.inside(() -> desk.schedule(yard.ben(), request, null, start, start.plus(HOUR)));
    }

    /** Of what Chidi was reminded until now. */
    private List<String> reminded() {
        yard.inside(() -> {
            for (Reminder reminder : Reminder.values()) {
                reminders.remind(reminder);
            }
        });
        return yard.in(() -> transactions.execute(status -> jdbc.sql("""
                        select replace(key, 'requests.reminder.', '') from notifications.notice
                        where tenant_id = ? and key like 'requests.reminder.%' order by id
                        """)
                .param(yard.tenant().id().value())
                .query(String.class)
                .list()));
    }
}
