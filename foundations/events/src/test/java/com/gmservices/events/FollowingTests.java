package com.gmservices.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.events.Harbour.Chronicle;
import com.gmservices.tenancy.TenantId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever follows the log reads each aggregate's events in order, all of them, and once. */
@SpringBootTest
class FollowingTests {

    @Autowired
    private Quay quay;

    @Autowired
    private Chronicle chronicle;

    @Autowired
    private ObjectProvider<Follower> followers;

    @Autowired
    private Cursors cursors;

    @Autowired
    @PlatformDatabase
    private TransactionTemplate platform;

    private final UUID ship = UUID.randomUUID();
    private TenantId tenant;

    @BeforeEach
    void open() {
        tenant = quay.open("Quay");
    }

    @Test
    void readsInOrderWhatIsCommitted() {
        IntStream.rangeClosed(1, 30).forEach(revision -> quay.dock(tenant, ship, revision));

        await().until(() -> docked(ship).size() == 30);
        assertThat(docked(ship))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 30).boxed().toList());
    }

    @Test
    void skipsNothingThatCommitsLate() throws Exception {
        var written = new CountDownLatch(1);
        var mayCommit = new CountDownLatch(1);
        UUID late = UUID.randomUUID();
        Thread slow = Thread.ofVirtual()
                .start(() -> quay.dock(tenant, late, 1, () -> {
                    written.countDown();
                    await().until(() -> mayCommit.getCount() == 0);
                }));
        written.await(10, TimeUnit.SECONDS);
        quay.dock(tenant, ship, 1);
        await().until(() -> docked(ship).size() == 1);
        assertThat(docked(late)).isEmpty();

        mayCommit.countDown();
        slow.join();

        await().until(() -> docked(late).equals(List.of(1)));
        assertThat(docked(ship)).containsExactly(1);
    }

    @Test
    void twoProcessesReadEverythingOnce() throws Exception {
        var other = new Following(followers, cursors, platform);
        other.start();
        try {
            var threads = IntStream.rangeClosed(1, 4)
                    .mapToObj(ignored -> Thread.ofVirtual().start(() -> {
                        UUID own = UUID.randomUUID();
                        IntStream.rangeClosed(1, 10).forEach(revision -> quay.dock(tenant, own, revision));
                    }))
                    .toList();
            for (Thread thread : threads) {
                thread.join();
            }
            await().until(() -> dockedHere().size() >= 40);
        } finally {
            other.stop();
        }
        quay.dock(tenant, ship, 1);
        await().until(() -> docked(ship).size() == 1);

        assertThat(dockedHere()).hasSize(41).doesNotHaveDuplicates();
    }

    @Test
    void whatFailsIsReadAgainFromWhereItWas() {
        chronicle.fail(1);
        quay.dock(tenant, ship, 1);
        quay.dock(tenant, ship, 2);

        await().until(() -> docked(ship).equals(List.of(1, 2)));
    }

    @Test
    void readsALongLogPageByPage() {
        quay.log(tenant, ship, 1_700);

        await().until(() -> docked(ship).size() == 1_700);
        assertThat(docked(ship)).isSorted().doesNotHaveDuplicates();
    }

    private List<Integer> docked(UUID aggregate) {
        return chronicle.read.stream()
                .filter(happening -> happening.aggregate().equals(aggregate))
                .filter(happening -> happening.type().equals("Docked"))
                .map(Happening::revision)
                .toList();
    }

    private List<UUID> dockedHere() {
        return chronicle.read.stream()
                .filter(happening -> happening.tenant().equals(tenant))
                .filter(happening -> happening.type().equals("Docked"))
                .map(Happening::id)
                .toList();
    }
}
