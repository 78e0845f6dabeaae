package com.gmservices.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gmservices.database.Cursor;
import com.gmservices.events.Harbour.Clerk;
import com.gmservices.events.Harbour.Pilot;
import com.gmservices.tenancy.TenantId;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;

/** Every listener hears of everything, whatever fails, hangs or dies. */
@SpringBootTest
class HearingTests {

    private static final String CLERK = "Clerk";
    private static final String PILOT = "Pilot";

    @Autowired
    private Quay quay;

    @Autowired
    private Pilot pilot;

    @Autowired
    private Clerk clerk;

    @Autowired
    private Registry registry;

    @Autowired
    private Listeners listeners;

    @Autowired
    private Untold untold;

    @Autowired
    private Resubmission resubmission;

    @Autowired
    private OnTheWay onTheWay;

    @Autowired
    private FailedEventPublications due;

    @Autowired
    private JdbcClient jdbc;

    private final UUID ship = UUID.randomUUID();
    private TenantId tenant;

    @BeforeEach
    void open() {
        pilot.sightings().clear();
        tenant = quay.open("Quay");
    }

    @AfterEach
    void goOn() {
        clerk.goOn();
    }

    @Test
    void aListenerThatHangsHoldsUpNoOther() throws Exception {
        clerk.dwell();
        for (int revision = 1; revision <= 20; revision++) {
            quay.dock(tenant, ship, revision);
        }

        for (int seen = 0; seen < 20; seen++) {
            assertThat(pilot.sightings().poll(10, TimeUnit.SECONDS)).isNotNull();
        }
        assertThat(quay.untold(ship, CLERK)).isEqualTo(20);

        clerk.goOn();
        await().until(() -> quay.noted(tenant, ship) == 20 && quay.untold(ship, "") == 0);
    }

    @Test
    void whatADeadProcessHeldIsHeardInAnother() {
        quay.leave(tenant, ship, 1, listeners.ids(), Duration.ofSeconds(30));
        due.resubmit(Resubmission.OF_EACH);
        assertThat(quay.untold(ship, CLERK)).isOne();

        quay.makeDue(ship);
        due.resubmit(Resubmission.OF_EACH);

        await().until(() -> quay.noted(tenant, ship) == 1 && quay.untold(ship, "") == 0);
    }

    /** As after a restart in a busy hour, and one of the listeners hangs. */
    @Test
    void aBacklogIsHeardInOneGoAndLittleOfItIsInMemory() throws Exception {
        resubmission.stop();
        try {
            clerk.dwell();
            quay.leave(tenant, ship, 400, listeners.ids(), Duration.ZERO);

            resubmission.bringWhatIsDue();

            await().until(() -> quay.untold(ship, PILOT) == 0);
            assertThat(quay.untold(ship, CLERK)).isEqualTo(400);
            assertThat(onTheWay.of(idOf(CLERK))).isEqualTo(100);

            clerk.goOn();
            await().until(() -> onTheWay.of(idOf(CLERK)) == 0);
            resubmission.bringWhatIsDue();

            await().until(() -> quay.untold(ship, CLERK) == 0);
            assertThat(quay.noted(tenant, ship)).isEqualTo(400);
        } finally {
            resubmission.start();
        }
    }

    @Test
    void whatAListenerIsTooBusyForIsHeardAsSoonAsThereIsRoom() throws Exception {
        clerk.dwell();
        for (int revision = 1; revision <= 1_020; revision++) {
            quay.dock(tenant, ship, revision);
        }

        await().until(() -> onTheWay.of(idOf(CLERK)) == 1_000);
        assertThat(dueOf(CLERK)).isEqualTo(20);

        clerk.goOn();
        await().until(() -> quay.untold(ship, CLERK) == 0);
        assertThat(quay.noted(tenant, ship)).isEqualTo(1_020);
    }

    private String idOf(String listener) {
        return listeners.ids().stream()
                .filter(id -> id.contains(listener))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void nobodyTakesWhatALiveProcessWorksOn() throws Exception {
        clerk.dwell();
        quay.dock(tenant, ship, 1);
        clerk.awaitWriting();
        jdbc.sql("update events.event_publication set due_at = now() + interval '1 ms' where due_at > now()")
                .update();
        registry.holdWhatLasts(Duration.ZERO);

        // Another process looks for what is due.
        assertThat(dueOf(CLERK)).isZero();
        due.resubmit(Resubmission.OF_EACH);
        clerk.goOn();

        await().until(() -> quay.untold(ship, CLERK) == 0);
        assertThat(quay.noted(tenant, ship)).isOne();
    }

    private int dueOf(String listener) {
        return jdbc.sql(
                        "select count(*)::int from events.event_publication where due_at <= now() and listener_id like ?")
                .param("%" + listener + "%")
                .query(Integer.class)
                .single();
    }

    /** A process that was thought dead, and comes back from a long pause of its machine. */
    @Test
    void whoWasThoughtDeadWritesNothing() throws Exception {
        clerk.dwell();
        quay.dock(tenant, ship, 1);
        clerk.awaitWriting();
        await().until(() -> quay.untold(ship, PILOT) == 0);

        quay.takeOver(ship);
        clerk.goOn();
        await().until(registry::isIdle);
        assertThat(quay.noted(tenant, ship)).isZero();

        quay.makeDue(ship);
        due.resubmit(Resubmission.OF_EACH);
        await().until(() -> quay.untold(ship, CLERK) == 0);
        assertThat(quay.noted(tenant, ship)).isOne();
    }

    @Test
    void whatFailsIsTriedAfterGrowingPausesAndEndsWithTheOperator() {
        pilot.fail(Integer.MAX_VALUE);
        try {
            quay.dock(tenant, ship, 1);
            await().until(() -> pause(1).isPresent());
            assertThat(pause(1).orElseThrow()).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(7));

            bringAgainAt(4);
            await().until(() -> pause(5).isPresent());
            assertThat(pause(5).orElseThrow()).isBetween(Duration.ofMinutes(23), Duration.ofMinutes(37));

            bringAgainAt(8);
            await().until(() -> untold.count() == 1);
        } finally {
            pilot.fail(0);
        }
        Untold.Line line = untold.list(Cursor.newest(), 10).data().getFirst();
        assertThat(line.listener()).isEqualTo("Harbour$Pilot.on");
        assertThat(line.event()).isEqualTo("Docked");
        assertThat(line.tries()).isEqualTo(9);
        assertThat(line.failure()).isEqualTo("IllegalStateException");

        untold.tryAgain(line.id());
        due.resubmit(Resubmission.OF_EACH);

        await().until(() -> quay.untold(ship, "") == 0);
    }

    private void bringAgainAt(int tries) {
        quay.setTries(ship, tries);
        quay.makeDue(ship);
        due.resubmit(Resubmission.OF_EACH);
    }

    private Optional<Duration> pause(int tries) {
        return jdbc.sql("""
                select extract(epoch from due_at - now())::int from events.event_publication
                where failure is not null and attempts = ? and serialized_event like ?
                """)
                .params(tries, "%" + ship + "%")
                .query(Integer.class)
                .optional()
                .map(Duration::ofSeconds);
    }

    @Test
    void whatIsRolledBackIsHeardByNobody() {
        try {
            quay.dock(tenant, ship, 1, () -> {
                throw new IllegalStateException("storm");
            });
        } catch (IllegalStateException expected) {
            assertThat(expected).hasMessage("storm");
        }

        assertThat(registry.isIdle()).isTrue();
        assertThat(quay.untold(ship, "")).isZero();
    }
}
