package com.gmservices.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.BulkAssignment.Choice;
import com.gmservices.requests.BulkAssignment.Outcome;
import com.gmservices.requests.Wanted.Assignee;
import com.gmservices.requests.Wanted.Sort;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RequestListTests {

    @Autowired
    Boatyard boatyard;

    @Autowired
    Dossiers dossiers;

    @Autowired
    ServiceDesk desk;

    @Autowired
    BulkAssignment bulk;

    @Autowired
    Providers providers;

    @Autowired
    TestClock clock;

    Yard yard;

    @BeforeEach
    void openYard() {
        yard = boatyard.open();
    }

    @Test
    void showsThoseInAnyOfTheseStatuses() {
        Map<RequestStatus, RequestId> all = oneInEachStatus();

        assertThat(list(status(RequestStatus.PENDING, RequestStatus.ON_HOLD)))
                .containsExactlyInAnyOrder(all.get(RequestStatus.PENDING), all.get(RequestStatus.ON_HOLD));
        assertThat(list(Wanted.ALL)).hasSize(RequestStatus.values().length);
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void everySortGoesOnWhereItStopped(Sort sort) {
        Map<RequestStatus, RequestId> all = oneInEachStatus();
        Offering offering = boatyard.offer(yard, Boatyard.crane());
        boatyard.request(yard, offering, boatyard.join(yard, "Bisi Adu", Role.CUSTOMER));
        boatyard.request(yard, offering, boatyard.join(yard, "Zara Musa", Role.CUSTOMER));
        Wanted wanted = sorted(sort);

        List<RequestId> whole = list(wanted);
        assertThat(pages(wanted, 2)).isEqualTo(whole);
        assertThat(whole).hasSize(sort == Sort.DUE ? 7 : all.size() + 2).doesNotHaveDuplicates();
    }

    @Test
    void sortsByStatusCustomerAndPrice() {
        oneInEachStatus();
        Offering dear = boatyard.offer(yard, Boatyard.draft(Offering.Pricing.FIXED, 5_000_000L));
        ServiceRequest first = boatyard.request(yard, dear, boatyard.join(yard, "Ábel Zeta", Role.CUSTOMER));

        assertThat(requests(sorted(Sort.STATUS)))
                .extracting(ServiceRequest::status)
                .isSorted();
        assertThat(list(sorted(Sort.CUSTOMER))).startsWith(first.id());
        assertThat(list(sorted(Sort.PRICE))).startsWith(first.id());
    }

    @Test
    void whatIsDueFirstStandsFirstAndWhatWaitsForOthersLast() {
        Map<RequestStatus, RequestId> all = oneInEachStatus();

        assertThat(list(sorted(Sort.DUE)))
                .containsExactlyInAnyOrder(
                        all.get(RequestStatus.PENDING),
                        all.get(RequestStatus.CONFIRMED),
                        all.get(RequestStatus.IN_PROGRESS),
                        all.get(RequestStatus.QUOTED),
                        all.get(RequestStatus.ON_HOLD))
                .startsWith(all.get(RequestStatus.PENDING))
                .endsWith(list(status(RequestStatus.QUOTED, RequestStatus.ON_HOLD))
                        .reversed()
                        .toArray(RequestId[]::new));
    }

    @Test
    void lateIsWhatTheClockHasRunOutOn() {
        Map<RequestStatus, RequestId> all = oneInEachStatus();
        assertThat(list(wanted(null, true, null))).isEmpty();

        clock.pass(Duration.ofDays(9));

        assertThat(list(wanted(null, true, null)))
                .containsExactlyInAnyOrder(
                        all.get(RequestStatus.PENDING),
                        all.get(RequestStatus.CONFIRMED),
                        all.get(RequestStatus.IN_PROGRESS));
    }

    @Test
    void nobodysIsWhatIsOpenAndNotAssigned() {
        Map<RequestStatus, RequestId> all = oneInEachStatus();
        ProviderId bens = provider("Ben", yard.ben());
        RequestId given = id(all, RequestStatus.PENDING);
        yard.inside(() -> desk.assign(yard.ada(), given, null, bens));

        assertThat(list(wanted(new Assignee.Nobody(), false, null))).hasSize(4).doesNotContain(given);
        assertThat(list(wanted(new Assignee.Me(), false, null))).containsExactly(given);
        assertThat(list(wanted(new Assignee.One(bens), false, null))).containsExactly(given);
        assertThat(ids(yard.in(() -> dossiers.list(yard.efe(), wanted(new Assignee.Me(), false, null), null, 10))))
                .isEmpty();
    }

    @Test
    void owingIsWhatIsAgreedAndNotPaid() {
        oneInEachStatus();

        assertThat(requests(wanted(null, false, false)))
                .extracting(ServiceRequest::status)
                .containsExactlyInAnyOrder(
                        RequestStatus.CONFIRMED,
                        RequestStatus.IN_PROGRESS,
                        RequestStatus.ON_HOLD,
                        RequestStatus.COMPLETED);
        assertThat(list(wanted(null, false, true))).isEmpty();
    }

    @Test
    void aTimeAndATypeLeaveOutTheOthers() {
        RequestId old = boatyard.request(yard).id();
        clock.pass(Duration.ofDays(3));
        RequestId young = boatyard.request(yard).id();
        LocalDate today = LocalDate.now(clock.withZone(Boatyard.LAGOS));

        assertThat(list(between("haul_out", today, today))).containsExactly(young);
        assertThat(list(between("haul_out", null, today.minusDays(1)))).containsExactly(old);
        assertThat(list(between("rigging", null, null))).isEmpty();
        assertThat(list(new Wanted(
                        null,
                        Set.of(),
                        Domain.LOGISTICS,
                        null,
                        null,
                        false,
                        false,
                        null,
                        Set.of(Priority.NORMAL),
                        null,
                        null,
                        Sort.NEWEST)))
                .containsExactly(young, old);
        assertThat(list(new Wanted(
                        null,
                        Set.of(),
                        Domain.FINANCE,
                        null,
                        null,
                        false,
                        false,
                        null,
                        Set.of(),
                        null,
                        null,
                        Sort.NEWEST)))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void anotherBusinessSeesNone(Sort sort) {
        oneInEachStatus();
        Yard stranger = boatyard.open();

        assertThat(ids(stranger.in(() -> dossiers.list(stranger.ben(), sorted(sort), null, 10))))
                .isEmpty();
        assertThat(stranger.in(() -> desk.openCounts(stranger.ben()))).isEmpty();
    }

    @Test
    void assignsEachForItselfAndSaysWhichWereNot() {
        RequestId free = boatyard.request(yard).id();
        ServiceRequest moved = boatyard.request(yard);
        RequestId done = boatyard.requestAt(yard, RequestStatus.COMPLETED).id();
        RequestId elsewhere = boatyard.request(boatyard.open()).id();
        ProviderId bens = provider("Ben", yard.ben());
        yard.inside(() -> desk.accept(yard.ben(), moved.id(), null));

        Outcome outcome = yard.in(() -> bulk.assign(
                yard.ben(), List.of(seen(free, 1), seen(moved.id(), 1), seen(done, 4), seen(elsewhere, 1)), bens));

        assertThat(outcome.assigned()).isEqualTo(1);
        assertThat(outcome.refused())
                .extracting(
                        BulkAssignment.Refused::request,
                        refused -> refused.why().code())
                .containsExactly(tuple(moved.id(), "stale"), tuple(done, "wrong-stage"), tuple(elsewhere, "not-found"));
        assertThat(list(wanted(new Assignee.One(bens), false, null))).containsExactly(free);
    }

    @Test
    void ofTwoWhoAssignTheSameAtOnceEachIsAssignedByOne() throws Exception {
        Offering offering = boatyard.offer(yard, Boatyard.crane());
        List<Choice> choices = IntStream.range(0, 12)
                .mapToObj(at ->
                        seen(boatyard.request(yard, offering, yard.chidi()).id(), 1))
                .toList();
        ProviderId bens = provider("Ben", yard.ben());
        ProviderId efes = provider("Efe", yard.efe());

        List<Outcome> outcomes = atOnce(
                () -> yard.in(() -> bulk.assign(yard.ben(), choices, bens)),
                () -> yard.in(() -> bulk.assign(yard.efe(), choices.reversed(), efes)));

        int assigned = outcomes.stream().mapToInt(Outcome::assigned).sum();
        assertThat(assigned).isEqualTo(choices.size());
        assertThat(list(wanted(new Assignee.One(bens), false, null)))
                .hasSize(outcomes.getFirst().assigned());
        assertThat(list(wanted(new Assignee.One(efes), false, null)))
                .hasSize(outcomes.getLast().assigned());
        assertThat(requests(Wanted.ALL)).extracting(ServiceRequest::revision).containsOnly(2);
    }

    private static List<Outcome> atOnce(Callable<Outcome> one, Callable<Outcome> other) throws Exception {
        var ready = new CountDownLatch(2);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = new ArrayList<Future<Outcome>>();
            for (Callable<Outcome> work : List.of(one, other)) {
                both.add(people.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return work.call();
                }));
            }
            return List.of(both.getFirst().get(), both.getLast().get());
        }
    }

    private static Choice seen(RequestId request, int revision) {
        return Choice.valueOf("%s.%d".formatted(request, revision));
    }

    private Map<RequestStatus, RequestId> oneInEachStatus() {
        var all = new EnumMap<RequestStatus, RequestId>(RequestStatus.class);
        for (RequestStatus status : RequestStatus.values()) {
            all.put(status, boatyard.requestAt(yard, status).id());
        }
        return all;
    }

    private static RequestId id(Map<RequestStatus, RequestId> all, RequestStatus status) {
        return Objects.requireNonNull(all.get(status));
    }

    private ProviderId provider(String name, CurrentMember member) {
        var draft = new Providers.Draft(name, member.id(), Set.of("haul_out"), true);
        return yard.in(() -> providers.add(yard.ada(), draft)).id();
    }

    private List<RequestId> pages(Wanted wanted, int size) {
        var all = new ArrayList<RequestId>();
        Place from = null;
        do {
            Place place = from;
            Dossiers.Listed listed = yard.in(() -> dossiers.list(yard.ben(), wanted, place, size));
            all.addAll(ids(listed));
            String next = listed.page().nextCursor();
            from = next == null ? null : Place.valueOf(next);
        } while (from != null);
        return all;
    }

    private List<RequestId> list(Wanted wanted) {
        return requests(wanted).stream().map(ServiceRequest::id).toList();
    }

    private List<ServiceRequest> requests(Wanted wanted) {
        return yard.in(() -> dossiers.list(yard.ben(), wanted, null, 50)).page().data().stream()
                .map(Dossier::request)
                .toList();
    }

    private static List<RequestId> ids(Dossiers.Listed listed) {
        return listed.page().data().stream().map(one -> one.request().id()).toList();
    }

    private static Wanted status(RequestStatus... statuses) {
        return Wanted.of(Set.of(statuses));
    }

    private static Wanted sorted(Sort sort) {
        return new Wanted(null, Set.of(), null, null, null, false, false, null, Set.of(), null, null, sort);
    }

    private static Wanted wanted(@Nullable Assignee assignee, boolean late, @Nullable Boolean paid) {
        return new Wanted(null, Set.of(), null, null, assignee, late, false, paid, Set.of(), null, null, Sort.NEWEST);
    }

    private static Wanted between(String type, @Nullable LocalDate from, @Nullable LocalDate to) {
        return new Wanted(null, Set.of(), null, type, null, false, false, null, Set.of(), from, to, Sort.NEWEST);
    }
}
