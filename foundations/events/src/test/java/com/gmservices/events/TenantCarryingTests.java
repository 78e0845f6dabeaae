package com.gmservices.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.gmservices.events.Harbour.Docked;
import com.gmservices.events.Harbour.Errand;
import com.gmservices.events.Harbour.Pilot;
import com.gmservices.events.Harbour.Sighting;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.transaction.support.TransactionTemplate;

/** Other threads work for the tenant of what they were given, and see nothing of any other. */
@SpringBootTest
class TenantCarryingTests {

    @Autowired
    private Pilot pilot;

    @Autowired
    private Quay quay;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private FailedEventPublications failed;

    @Autowired
    private Scheduler jobs;

    @Autowired
    private JdbcClient jdbc;

    private TenantId east;
    private TenantId west;

    @BeforeEach
    void twoQuays() {
        pilot.sightings().clear();
        east = quay.open("East quay");
        west = quay.open("West quay");
    }

    @Test
    void aListenerWorksForTheEventsTenant() throws Exception {
        dock(east);
        assertThat(next()).isEqualTo(new Sighting(east, List.of("East quay")));

        dock(west);
        assertThat(next()).isEqualTo(new Sighting(west, List.of("West quay")));
    }

    @Test
    void soItDoesWhenTheEventIsBroughtAgain() throws Exception {
        pilot.failOnce();
        dock(east);
        await().until(() -> publications("failure = 'IllegalStateException'") == 1);
        jdbc.sql("update events.event_publication set due_at = now()").update();

        failed.resubmit(Resubmission.OF_EACH);

        assertThat(next()).isEqualTo(new Sighting(east, List.of("East quay")));
        await().until(() -> publications("true") == 0);
    }

    @Test
    void aJobWorksForItsDatasTenant() throws Exception {
        jobs.schedule(Harbour.ERRAND
                .instance(UUID.randomUUID().toString())
                .data(new Errand(west))
                .scheduledTo(Instant.now()));

        assertThat(next()).isEqualTo(new Sighting(west, List.of("West quay")));
    }

    @Test
    void aJobThatWasScheduledInATransactionThatFailedIsNotRun() {
        String id = UUID.randomUUID().toString();

        transactions.executeWithoutResult(transaction -> {
            jobs.schedule(Harbour.ERRAND.instance(id).data(new Errand(west)).scheduledTo(Instant.now()));
            transaction.setRollbackOnly();
        });

        assertThat(jdbc.sql("select from jobs.scheduled_tasks where task_instance = ?")
                        .param(id)
                        .query()
                        .listOfRows())
                .isEmpty();
    }

    @Test
    void theLogHasWhatHappenedAndNotWhatDidNot() {
        UUID ship = UUID.randomUUID();
        CurrentTenant.run(
                east,
                () -> transactions.executeWithoutResult(transaction -> {
                    events.publishEvent(new Docked(east, ship, 1));
                    transaction.setRollbackOnly();
                }));
        CurrentTenant.run(
                east,
                () -> transactions.executeWithoutResult(transaction -> events.publishEvent(new Docked(east, ship, 2))));

        assertThat(logged(east)).containsExactly("Docked 2 " + ship);
        assertThat(logged(west)).isEmpty();
    }

    private void dock(TenantId tenant) {
        quay.dock(tenant, UUID.randomUUID(), 1);
    }

    private @Nullable Sighting next() throws InterruptedException {
        return pilot.sightings().poll(20, TimeUnit.SECONDS);
    }

    private int publications(String condition) {
        return jdbc.sql("select count(*)::int from events.event_publication where " + condition)
                .query((row, index) -> row.getInt(1))
                .single();
    }

    private List<String> logged(TenantId tenant) {
        return CurrentTenant.call(
                tenant,
                () -> transactions.execute(transaction -> jdbc.sql(
                                "select type || ' ' || aggregate_seq || ' ' || aggregate from events.event_log where type = 'Docked' order by id")
                        .query((row, index) -> row.getString(1))
                        .list()));
    }
}
