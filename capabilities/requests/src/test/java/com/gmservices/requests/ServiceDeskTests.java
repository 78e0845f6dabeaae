package com.gmservices.requests;

import static com.gmservices.requests.Boatyard.lines;
import static com.gmservices.requests.Boatyard.naira;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.database.Revision;
import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.RequestRefused.AlreadyReviewed;
import com.gmservices.requests.RequestRefused.QuoteExpired;
import com.gmservices.requests.RequestRefused.Stale;
import com.gmservices.requests.RequestRefused.WrongStage;
import com.gmservices.tenancy.Refusal.Category;
import com.gmservices.tenancy.Sites;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The life of a request, and whose move it is. */
class ServiceDeskTests extends AtTheYard {

    @Autowired
    BoatyardLine line;

    @Autowired
    Progress progress;

    @Autowired
    Providers providers;

    @Autowired
    Reviews reviews;

    @Autowired
    Sites sites;

    @Test
    void goesAllTheWay() {
        RequestId id = boatyard.request(yard).id();
        yard.inside(() -> {
            desk.quote(yard.ben(), id, null, lines(), inAnHour());
            desk.accept(yard.chidi(), id, null);
            desk.start(yard.ben(), id, null);
            desk.hold(yard.ben(), id, null, "Waiting for the tide");
            desk.resume(yard.efe(), id, null);
            desk.complete(yard.efe(), id, null);
            desk.review(yard.chidi(), id, null, 5, "Well done");
        });

        List<History.Entry> history = yard.in(() -> desk.history(yard.chidi(), id));
        assertThat(history)
                .extracting(History.Entry::what)
                .containsExactly("create", "quote", "accept", "start", "hold", "resume", "complete", "review");
        assertThat(history).extracting(History.Entry::revision).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(history)
                .extracting(History.Entry::byStaff)
                .containsExactly(false, true, false, true, true, true, true, false);
        assertThat(line.moves(id))
                .containsExactly("create", "quote", "accept", "start", "hold", "resume", "complete", "review");
    }

    @ParameterizedTest
    @EnumSource
    void getsToEveryStatusAndIsReadAsItWasWritten(RequestStatus status) {
        ServiceRequest request = boatyard.requestAt(yard, status);

        assertThat(request.status()).isEqualTo(status);
        // A number of the details comes back as another kind of number.
        assertThat(yard.in(() -> desk.find(yard.ben(), request.id())))
                .usingRecursiveComparison()
                .withEqualsForFields(
                        (JsonNode one, JsonNode other) -> one.equals(ServiceDeskTests::compareNumbers, other),
                        "order.details")
                .isEqualTo(request);
    }

    private static int compareNumbers(JsonNode one, JsonNode other) {
        if (one.isNumber() && other.isNumber()) {
            return one.decimalValue().compareTo(other.decimalValue());
        }
        return one.equals(other) ? 0 : 1;
    }

    @ParameterizedTest
    @EnumSource
    void theClockCanBeComputedAgainFromTheHistory(RequestStatus status) {
        ServiceRequest request = boatyard.requestAt(yard, status);
        var steps = yard.in(() -> desk.history(yard.ben(), request.id())).stream()
                .map(History.Entry::step)
                .toList();

        assertThat(new ResponseClock(yard.in(sites::first), Priority.NORMAL).read(steps))
                .isEqualTo(request.standing().clock());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsSaidToBeAllowedIsWhatTheTableAllows(RequestStatus status) {
        ServiceRequest request = boatyard.requestAt(yard, status);

        for (Move move : Move.values()) {
            assertThat(progress.allowed(yard.ben(), request, true).contains(move))
                    .isEqualTo(move.from(status, Set.of(Move.Actor.STAFF)).isPresent());
            assertThat(progress.allowed(yard.chidi(), request, true).contains(move))
                    .isEqualTo(move.from(status, Set.of(Move.Actor.CUSTOMER)).isPresent());
        }
    }

    @Test
    void theQuoteBecomesThePrice() {
        RequestId id = boatyard.request(yard).id();
        yard.inside(() -> desk.quote(yard.ben(), id, null, lines(), inAnHour()));
        ServiceRequest accepted = yard.in(() -> desk.accept(yard.chidi(), id, null));

        // 8,000.00 and 7.5 % of it
        assertThat(accepted.due()).isEqualTo(naira(860_000));
        assertThat(yard.in(() -> desk.quote(accepted).orElseThrow().version())).isEqualTo(1);
    }

    @Test
    void aSecondQuoteStandsInsteadOfTheFirst() {
        RequestId id = boatyard.requestAt(yard, RequestStatus.QUOTED).id();
        ServiceRequest again = yard.in(() -> desk.quote(yard.efe(), id, null, lines(), inAnHour()));

        assertThat(again.status()).isEqualTo(RequestStatus.QUOTED);
        assertThat(again.standing().quote().version()).isEqualTo(2);
    }

    @Test
    void whoseMoveItIsNotIsTold() {
        RequestId quoted = boatyard.requestAt(yard, RequestStatus.QUOTED).id();
        RequestId confirmed = boatyard.requestAt(yard, RequestStatus.CONFIRMED).id();

        assertRefused(Category.CONFLICT, () -> desk.accept(yard.ben(), quoted, null));
        assertRefused(Category.FORBIDDEN, () -> desk.start(yard.chidi(), confirmed, null));
        assertRefused(Category.FORBIDDEN, () -> desk.quote(yard.chidi(), confirmed, null, lines(), inAnHour()));
        assertRefused(Category.FORBIDDEN, () -> desk.assign(yard.chidi(), confirmed, null, ProviderId.next()));
    }

    @Test
    void nobodyReviewsTheirOwnWork() {
        RequestId completed = boatyard.requestAt(yard, RequestStatus.COMPLETED).id();

        assertRefused(Category.FORBIDDEN, () -> desk.review(yard.ben(), completed, null, 5, null));
    }

    @Test
    void anIllegalMoveChangesNothing() {
        ServiceRequest done = boatyard.requestAt(yard, RequestStatus.COMPLETED);

        assertThatExceptionOfType(WrongStage.class)
                .isThrownBy(() -> yard.inside(() -> desk.cancel(yard.ben(), done.id(), null, "Too late")));
        assertThat(yard.in(() -> desk.find(yard.ben(), done.id()))).isEqualTo(done);
        assertThat(line.moves(done.id())).doesNotContain("cancel");
    }

    @Test
    void whoHasSeenAnOlderVersionIsTold() {
        ServiceRequest request = boatyard.request(yard);
        yard.inside(() -> desk.accept(yard.ben(), request.id(), new Revision(1)));

        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> yard.inside(() -> desk.start(yard.efe(), request.id(), new Revision(1))));
    }

    @Test
    void aQuoteThatHasRunOutGoesBackToStaff() {
        ServiceRequest quoted = boatyard.requestAt(yard, RequestStatus.QUOTED);
        clock.pass(Duration.ofHours(2));

        assertThatExceptionOfType(QuoteExpired.class)
                .isThrownBy(() -> yard.inside(() -> desk.accept(yard.chidi(), quoted.id(), null)));
        yard.inside(desk::expireQuotes);

        ServiceRequest expired = yard.in(() -> desk.find(yard.ben(), quoted.id()));
        assertThat(expired.status()).isEqualTo(RequestStatus.PENDING);
        assertThat(expired.standing().clock().isPaused()).isFalse();
        History.Entry last =
                yard.in(() -> desk.history(yard.ben(), quoted.id())).getLast();
        assertThat(last.what()).isEqualTo("expire");
        assertThat(last.by()).isNull();
        assertThat(last.byStaff()).isFalse();
    }

    @Test
    void aQuoteThatStillHoldsStays() {
        ServiceRequest quoted = boatyard.requestAt(yard, RequestStatus.QUOTED);
        yard.inside(desk::expireQuotes);

        assertThat(yard.in(() -> desk.find(yard.ben(), quoted.id()))).isEqualTo(quoted);
    }

    @Test
    void aQuoteHoldsIntoTheFuture() {
        RequestId id = boatyard.request(yard).id();

        assertUnfit("/valid_until", () -> desk.quote(yard.ben(), id, null, lines(), clock.instant()));
    }

    @Test
    void isReviewedOnceByItsCustomer() {
        RequestId id = boatyard.requestAt(yard, RequestStatus.IN_PROGRESS).id();
        Provider firm = provider("Firm", "haul_out");
        yard.inside(() -> {
            desk.assign(yard.ben(), id, null, firm.id());
            desk.complete(yard.ben(), id, null);
            desk.review(yard.chidi(), id, null, 4, "Good");
        });

        assertThatExceptionOfType(AlreadyReviewed.class)
                .isThrownBy(() -> yard.inside(() -> desk.review(yard.chidi(), id, null, 1, null)));
        ServiceRequest reviewed = yard.in(() -> desk.find(yard.chidi(), id));
        assertThat(progress.allowed(yard.chidi(), reviewed, true)).isEmpty();
        assertThat(yard.in(() -> reviews.of(id).orElseThrow().rating())).isEqualTo(4);
        assertThat(yard.in(() -> providers.find(firm.id()).orElseThrow().rating()))
                .isEqualTo(new Offering.Rating(4.0, 1));
        assertThat(yard.in(() -> catalogue.active(reviewed.order().offering()).rating()))
                .isEqualTo(new Offering.Rating(4.0, 1));
    }

    @Test
    void onlyWhoDoesThatKindOfWorkIsAssigned() {
        RequestId id = boatyard.request(yard).id();

        assertUnfit("/provider_id", () -> desk.assign(yard.ben(), id, null, ProviderId.next()));
        ProviderId rigger = provider("Rigger", "rigging").id();
        assertUnfit("/provider_id", () -> desk.assign(yard.ben(), id, null, rigger));
        Yard stranger = boatyard.open();
        var draft = new Providers.Draft("Firm", null, Set.of("haul_out"), true);
        ProviderId strangers =
                stranger.in(() -> providers.add(stranger.ada(), draft)).id();
        assertUnfit("/provider_id", () -> desk.assign(yard.ben(), id, null, strangers));
    }

    @Test
    void anAppointmentEndsAfterItStarts() {
        RequestId id = boatyard.request(yard).id();
        Instant start = inAnHour();

        assertUnfit("/ends_at", () -> desk.schedule(yard.ben(), id, null, start, start));
        assertUnfit("/ends_at", () -> desk.schedule(yard.ben(), id, null, start, start.plus(Duration.ofDays(91))));
        assertThat(yard.in(() -> desk.schedule(yard.ben(), id, null, start, start.plusSeconds(3_600)))
                        .standing()
                        .appointment())
                .isEqualTo(new ServiceRequest.Appointment(start, start.plusSeconds(3_600)));
    }

    private Provider provider(String name, String type) {
        return yard.in(() -> providers.add(yard.ada(), new Providers.Draft(name, null, Set.of(type), true)));
    }
}
