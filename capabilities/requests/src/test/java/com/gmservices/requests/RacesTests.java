package com.gmservices.requests;

import static com.gmservices.requests.Boatyard.lines;
import static com.gmservices.requests.Boatyard.naira;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.payments.PaymentEvent.PaymentRefunded;
import com.gmservices.payments.PaymentEvent.PaymentSucceeded;
import com.gmservices.payments.PaymentId;
import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.RequestRefused.ChangedMeanwhile;
import com.gmservices.tenancy.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;

/** More than one at once, in transactions that really overlap. */
@SpringBootTest
@Timeout(60)
class RacesTests {

    @Autowired
    Boatyard boatyard;

    @Autowired
    BoatyardLine line;

    @Autowired
    ServiceDesk desk;

    @Autowired
    Providers providers;

    @Autowired
    Proposals proposals;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    TestClock clock;

    @Autowired
    @PlatformDatabase
    JdbcClient platform;

    Yard yard;

    @BeforeEach
    void openYard() {
        yard = boatyard.open();
    }

    /** Whoever won: what the board reads is what the requests say. */
    @AfterEach
    void theDeskHoldsWhatTheRequestsSay() {
        String columns = """
                id, reference, revision, status, since, offering_id, service_type, customer_id, provider_id, quote_until,
                starts_at, ends_at, responded_at, due_at, coalesce(next_at, since)""";

        assertThat(platform.sql("""
                with told as (select %1$s from requests.request
                              where tenant_id = :tenant and (due_at is not null or status = 'completed')),
                     kept as (select %1$s from requests.on_desk where tenant_id = :tenant)
                (table told except table kept) union all (table kept except table told)
                """.formatted(columns))
                        .param("tenant", yard.tenant().id().value())
                        .query()
                        .listOfRows())
                .isEmpty();
    }

    @Test
    void ofTwoWhoStartTheSameWorkOneIsTold() {
        RequestId id = boatyard.requestAt(yard, RequestStatus.CONFIRMED).id();

        assertSecondIsTold(() -> desk.start(yard.ben(), id, null), () -> desk.start(yard.efe(), id, null));

        assertThat(yard.in(() -> desk.history(yard.ben(), id)))
                .extracting(History.Entry::what)
                .containsExactly("create", "accept", "start");
        assertThat(yard.in(() -> desk.history(yard.ben(), id)).getLast().by())
                .isEqualTo(yard.ben().id());
    }

    @Test
    void ofTwoWhoDoDifferentThingsOneIsTold() {
        RequestId id = boatyard.requestAt(yard, RequestStatus.CONFIRMED).id();

        assertSecondIsTold(
                () -> desk.start(yard.ben(), id, null), () -> desk.cancel(yard.chidi(), id, null, "Changed my mind"));

        assertThat(status(id)).isEqualTo(RequestStatus.IN_PROGRESS);
        assertThat(line.moves(id)).contains("start");
    }

    @Test
    void ofTwoWhoQuoteOneIsTold() {
        RequestId id = boatyard.request(yard).id();
        Instant soon = clock.instant().plus(Duration.ofHours(1));

        assertSecondIsTold(
                () -> desk.quote(yard.ben(), id, null, lines(), soon),
                () -> desk.quote(yard.efe(), id, null, lines(), soon));
    }

    @Test
    void ofTwoWhoAssignOneIsTold() {
        RequestId id = boatyard.request(yard).id();
        ProviderId firm = provider("Firm");
        ProviderId other = provider("Other firm");

        assertSecondIsTold(
                () -> desk.assign(yard.ben(), id, null, firm), () -> desk.assign(yard.efe(), id, null, other));

        assertThat(yard.in(() -> desk.find(yard.ben(), id)).standing().provider())
                .isEqualTo(firm);
    }

    @Test
    void aReviewThatIsSentTwiceCountsOnce() {
        RequestId id = boatyard.requestAt(yard, RequestStatus.COMPLETED).id();

        assertSecondIsTold(
                () -> desk.review(yard.chidi(), id, null, 5, null), () -> desk.review(yard.chidi(), id, null, 5, null));
    }

    @Test
    void moneyThatComesWhileStaffMoveIsBookedOnTop() {
        RequestId id = boatyard.requestAt(yard, RequestStatus.CONFIRMED).id();

        overlap(() -> desk.start(yard.ben(), id, null), () -> pay(id, 300_000)).join();

        ServiceRequest request = yard.in(() -> desk.find(yard.ben(), id));
        assertThat(request.status()).isEqualTo(RequestStatus.IN_PROGRESS);
        assertThat(request.standing().account().paid()).isEqualTo(naira(300_000));
        assertThat(request.due()).isEqualTo(naira(600_000));
        assertThat(request.revision()).isEqualTo(4);
    }

    @Test
    void whoMovesWhileMoneyComesIsToldAndTheMoneyIsKept() {
        RequestId id = boatyard.requestAt(yard, RequestStatus.CONFIRMED).id();

        assertSecondIsTold(() -> pay(id, Boatyard.CRANE), () -> desk.start(yard.ben(), id, null));

        ServiceRequest request = yard.in(() -> desk.find(yard.ben(), id));
        assertThat(request.status()).isEqualTo(RequestStatus.CONFIRMED);
        assertThat(request.paymentStatus()).isEqualTo(PaymentStatus.PAID);
        assertThat(yard.in(() -> desk.start(yard.ben(), id, null)).status()).isEqualTo(RequestStatus.IN_PROGRESS);
    }

    @Test
    void paymentsAtOnceAddUp() throws Exception {
        RequestId id = boatyard.requestAt(yard, RequestStatus.CONFIRMED).id();

        together(20, each -> () -> pay(id, 10_000));

        assertThat(yard.in(() -> desk.find(yard.ben(), id)).standing().account().paid())
                .isEqualTo(naira(200_000));
    }

    @Test
    void whatGoesBackIsNotDueAgain() {
        RequestId id = boatyard.requestAt(yard, RequestStatus.CONFIRMED).id();
        pay(id, Boatyard.CRANE);

        giveBack(id, 400_000);
        ServiceRequest partly = yard.in(() -> desk.find(yard.ben(), id));
        assertThat(partly.due().isZero()).isTrue();
        assertThat(partly.paymentStatus()).isEqualTo(PaymentStatus.PAID);

        giveBack(id, Boatyard.CRANE - 400_000);
        ServiceRequest wholly = yard.in(() -> desk.find(yard.ben(), id));
        assertThat(wholly.due().isZero()).isTrue();
        assertThat(wholly.paymentStatus()).isEqualTo(PaymentStatus.REFUNDED);
        assertThat(yard.in(() -> desk.history(yard.ben(), id)))
                .extracting(History.Entry::what)
                .endsWith("paid", "refunded", "refunded");
    }

    private void giveBack(RequestId id, long amount) {
        boatyard.inOneTransaction(yard, () -> {
            events.publishEvent(new PaymentRefunded(
                    yard.tenant().id(),
                    PaymentId.next(),
                    2,
                    RequestPayments.KIND,
                    id.value(),
                    yard.chidi().id(),
                    naira(amount),
                    Instant.parse("2026-05-04T09:00:00Z")));
            return true;
        });
    }

    @Test
    void theUsualServicesAreAddedOnce() {
        CompletableFuture<?> second = overlap(() -> proposals.addAll(yard.ada()), () -> proposals.addAll(yard.ada()));

        assertThat(second).isCompletedWithValueMatching(added -> added.equals(0));
    }

    @Test
    void whoOrderAtOnceGetReferencesOfTheirOwn() throws Exception {
        Offering offering = boatyard.offer(yard, Boatyard.crane());

        List<String> references = together(
                120,
                each -> () -> boatyard.request(yard, offering, yard.chidi()).reference());

        assertThat(references).doesNotHaveDuplicates().allMatch(reference -> reference.matches("SR-20\\d\\d-\\d{6}"));
    }

    @Test
    void nodesNeverGiveTheSameReference() throws Exception {
        var nodes = List.of(new References(platform, clock), new References(platform, clock));

        List<String> references =
                together(400, each -> () -> nodes.get(each % 2).next(yard.tenant()));

        assertThat(references).doesNotHaveDuplicates();
    }

    @Test
    void aReferenceHasTheYearOfTheTenantsZone() {
        Clock newYearsEve = Clock.fixed(Instant.parse("2030-12-31T23:30:00Z"), ZoneOffset.UTC);
        Tenant lagos = yard.tenant();

        assertThat(new References(platform, newYearsEve).next(lagos)).isEqualTo("SR-2031-000001");
    }

    private RequestStatus status(RequestId id) {
        return yard.in(() -> desk.find(yard.ben(), id)).status();
    }

    private ProviderId provider(String name) {
        return yard.in(() -> providers.add(yard.ada(), new Providers.Draft(name, null, Set.of("haul_out"), true)))
                .id();
    }

    private boolean pay(RequestId id, long amount) {
        return boatyard.inOneTransaction(yard, () -> {
            events.publishEvent(new PaymentSucceeded(
                    yard.tenant().id(),
                    PaymentId.next(),
                    1,
                    RequestPayments.KIND,
                    id.value(),
                    yard.chidi().id(),
                    naira(amount),
                    Instant.parse("2026-05-04T09:00:00Z")));
            return true;
        });
    }

    private void assertSecondIsTold(Supplier<?> first, Supplier<?> second) {
        CompletableFuture<?> slower = overlap(first, second);

        assertThatExceptionOfType(CompletionException.class)
                .isThrownBy(slower::join)
                .withCauseInstanceOf(ChangedMeanwhile.class);
    }

    /** The second begins when the first has written and not committed; the first commits when the second waits for it. */
    private CompletableFuture<?> overlap(Supplier<?> first, Supplier<?> second) {
        var written = new CountDownLatch(1);
        var commit = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var winner = CompletableFuture.supplyAsync(
                    () -> boatyard.inOneTransaction(yard, () -> {
                        Object result = first.get();
                        written.countDown();
                        await(commit);
                        return result;
                    }),
                    threads);
            await(written);
            var slower = CompletableFuture.supplyAsync(() -> yard.in(second::get), threads);
            untilSomebodyWaits(slower);
            commit.countDown();
            winner.join();
            slower.exceptionally(refused -> null).join();
            return slower;
        }
    }

    private void untilSomebodyWaits(Future<?> second) {
        while (!second.isDone()
                && platform.sql("select count(*) from pg_locks where not granted")
                                .query(Integer.class)
                                .single()
                        == 0) {
            try {
                second.get(5, TimeUnit.MILLISECONDS);
            } catch (TimeoutException | ExecutionException e) {
                Thread.onSpinWait();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static <T> List<T> together(int many, IntFunction<Supplier<T>> work) throws Exception {
        var start = new CountDownLatch(1);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var futures = new ArrayList<Future<T>>();
            for (int each = 0; each < many; each++) {
                Supplier<T> mine = work.apply(each);
                futures.add(threads.submit(() -> {
                    await(start);
                    return mine.get();
                }));
            }
            start.countDown();
            var results = new ArrayList<T>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        }
    }
}
