package com.gmservices.requests;

import static com.gmservices.requests.Boatyard.lines;
import static com.gmservices.requests.Boatyard.naira;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.Offering.Pricing;
import com.gmservices.requests.RequestRefused.NotFound;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Refusal.Category;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.node.ObjectNode;

/** What is taken in, for whom and at which price. */
class IntakeTests extends AtTheYard {

    @Autowired
    Members members;

    @Test
    void aFixedPriceIsWhatTheChoicesSay() {
        Offering offering = boatyard.offer(yard, Boatyard.crane());
        NewRequest plain = boatyard.wish(offering);
        var wish = new NewRequest(
                offering.id(), plain.details(), "long", List.of("wash", "zinc"), null, null, null, null, null);

        ServiceRequest request = yard.in(() -> desk.place(yard.chidi(), wish));
        assertThat(request.standing().account().price()).isEqualTo(naira(1_605_000));
        assertThat(request.due()).isEqualTo(naira(0));
        assertThat(yard.in(() -> desk.accept(yard.ben(), request.id(), null)).due())
                .isEqualTo(naira(1_605_000));
    }

    @Test
    void aPriceThatChangesLaterIsNotTheirs() {
        Offering offering = boatyard.offer(yard, Boatyard.crane());
        ServiceRequest request = boatyard.request(yard, offering, yard.chidi());
        yard.inside(() -> catalogue.change(yard.ada(), offering.id(), 1, Boatyard.draft(Pricing.FIXED, 2_000_000L)));

        assertThat(yard.in(() -> desk.find(yard.ben(), request.id()))
                        .standing()
                        .account()
                        .price())
                .isEqualTo(naira(Boatyard.CRANE));
    }

    @Test
    void offeringsOfAnotherBusinessCannotBeOrdered() {
        Offering offering = boatyard.offer(yard, Boatyard.crane());
        Yard stranger = boatyard.open();

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> stranger.inside(() -> desk.place(stranger.chidi(), boatyard.wish(offering))));
    }

    @Test
    void wishesThatDoNotFitAreRefusedWhole() {
        Offering offering = boatyard.offer(yard, Boatyard.crane());
        NewRequest plain = boatyard.wish(offering);

        assertUnfit("/tier", () -> desk.place(yard.chidi(), with(plain, "short", List.of(), null)));
        assertUnfit("/add_ons", () -> desk.place(yard.chidi(), with(plain, null, List.of("gold"), null)));
        assertUnfit("/add_ons", () -> desk.place(yard.chidi(), with(plain, null, List.of("wash", "wash"), null)));
        assertUnfit(
                "/preferred_at",
                () -> desk.place(
                        yard.chidi(),
                        with(plain, null, List.of(), clock.instant().minus(Duration.ofDays(1)))));
        assertThat(ids(yard, yard.chidi())).isEmpty();
    }

    @Test
    void theLineHasItsSay() {
        Offering offering = boatyard.offer(yard, Boatyard.crane());
        NewRequest plain = boatyard.wish(offering);
        var titanic = (ObjectNode) plain.details().deepCopy();
        titanic.put("boat", "Titanic");
        var wish = new NewRequest(offering.id(), titanic, null, List.of(), null, null, null, null, null);

        assertUnfit("/details/boat", () -> desk.place(yard.chidi(), wish));
    }

    @Test
    void staffWriteDownWhatACustomerSaysOnTheTelephone() {
        Offering offering = boatyard.offer(yard, Boatyard.crane());
        Member dayo = yard.in(() -> members.add(yard.ben(), new Members.Contact("Dayo", null, "0803 555 0101")));
        NewRequest plain = boatyard.wish(offering);
        var wish =
                new NewRequest(plain.offering(), plain.details(), null, List.of(), null, null, null, null, dayo.id());
        RequestId id = yard.in(() -> desk.place(yard.ben(), wish)).id();
        yard.inside(() -> desk.quote(yard.ben(), id, null, lines(), inAnHour()));

        assertThat(yard.in(() -> desk.accept(yard.ben(), id, null)).status()).isEqualTo(RequestStatus.CONFIRMED);
        assertThat(yard.in(() -> desk.history(yard.ben(), id)))
                .extracting(History.Entry::byStaff)
                .containsOnly(true);
        assertRefused(Category.FORBIDDEN, () -> desk.place(yard.chidi(), wish));
        yard.inside(() -> {
            desk.start(yard.ben(), id, null);
            desk.complete(yard.ben(), id, null);
        });
        assertRefused(Category.FORBIDDEN, () -> desk.review(yard.ben(), id, null, 5, null));
    }

    @Test
    void nobodyElsesMembersAreCustomersHere() {
        Offering offering = boatyard.offer(yard, Boatyard.crane());
        NewRequest plain = boatyard.wish(offering);
        var wish = new NewRequest(
                plain.offering(),
                plain.details(),
                null,
                List.of(),
                null,
                null,
                null,
                null,
                boatyard.open().chidi().id());

        assertUnfit("/customer_id", () -> desk.place(yard.ben(), wish));
    }

    private static NewRequest with(
            NewRequest plain, @Nullable String tier, List<String> addOns, @Nullable Instant preferredAt) {
        return new NewRequest(plain.offering(), plain.details(), tier, addOns, null, preferredAt, null, null, null);
    }
}
