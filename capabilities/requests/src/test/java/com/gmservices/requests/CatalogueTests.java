package com.gmservices.requests;

import static com.gmservices.requests.Boatyard.naira;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.requests.Catalogue.DraftChoice;
import com.gmservices.requests.Catalogue.Filter;
import com.gmservices.requests.Offering.Pricing;
import com.gmservices.requests.RequestRefused.NotFound;
import com.gmservices.requests.RequestRefused.Stale;
import com.gmservices.requests.RequestRefused.Unfit;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.Refusal;
import com.gmservices.tenancy.Refusal.FieldError;
import com.gmservices.tenancy.Tenants;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class CatalogueTests {

    private static final List<DraftChoice> NONE = List.of();

    @Autowired
    Boatyard boatyard;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Proposals proposals;

    @Autowired
    Tenants tenants;

    Yard yard;

    @BeforeEach
    void openYard() {
        yard = boatyard.open();
    }

    @Test
    void keepsWhatWasWritten() {
        Offering added = boatyard.offer(yard, Boatyard.crane());

        Offering kept = yard.in(() -> catalogue.find(added.id()).orElseThrow());
        assertThat(kept).isEqualTo(added);
        assertThat(kept.price()).isEqualTo(naira(900_000));
        assertThat(kept.tiers()).extracting(Offering.Choice::price).containsExactly(naira(1_500_000));
    }

    @Test
    void aPriceBelongsToFixedAndFromAndToNothingElse() {
        assertUnfit("/price", () -> boatyard.offer(yard, Boatyard.draft(Pricing.FIXED, null)));
        assertUnfit("/price", () -> boatyard.offer(yard, Boatyard.draft(Pricing.FROM, null)));
        assertUnfit("/price", () -> boatyard.offer(yard, Boatyard.draft(Pricing.QUOTE, 100L)));
        assertThat(boatyard.offer(yard, Boatyard.draft(Pricing.QUOTE, null)).price())
                .isNull();
        assertThat(boatyard.offer(yard, Boatyard.draft(Pricing.FROM, 0L)).price())
                .isEqualTo(naira(0));
    }

    @Test
    void whatIsNewStandsFirstUntilSomebodyMovesIt() {
        OfferingId one = offer("One");
        OfferingId two = offer("Two");
        OfferingId three = offer("Three");
        assertThat(names(25)).containsExactly("Three", "Two", "One");

        place(one, three, false);
        assertThat(names(25)).containsExactly("One", "Three", "Two");
        place(one, three, true);
        assertThat(names(25)).containsExactly("Three", "One", "Two");
        place(three, two, true);
        assertThat(names(25)).containsExactly("One", "Two", "Three");
        place(two, two, true);
        offer("Four");
        assertThat(names(25)).containsExactly("Four", "One", "Two", "Three");
    }

    @Test
    void theOrderGoesOnAcrossPages() {
        OfferingId one = offer("One");
        OfferingId two = offer("Two");
        offer("Three");
        offer("Four");
        place(one, two, false);

        assertThat(names(1)).containsExactly("Four", "Three", "One", "Two");
        assertThat(names(3)).containsExactly("Four", "Three", "One", "Two");
    }

    @Test
    void nobodyElsePutsItInOrder() {
        OfferingId one = offer("One");
        OfferingId two = offer("Two");
        Yard elsewhere = boatyard.open();

        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> elsewhere.inside(() -> catalogue.place(elsewhere.ada(), one, two, false)));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> yard.inside(() -> catalogue.place(yard.ben(), one, two, false)));
        assertThat(names(25)).containsExactly("Two", "One");
    }

    private OfferingId offer(String name) {
        return boatyard.offer(yard, draft("haul_out", name, NONE, NONE, true)).id();
    }

    private void place(OfferingId id, OfferingId other, boolean after) {
        yard.inside(() -> catalogue.place(yard.ada(), id, other, after));
    }

    private List<String> names(int atOnce) {
        var names = new ArrayList<String>();
        Cursor cursor = Cursor.newest();
        while (true) {
            Cursor from = cursor;
            var page = yard.in(() -> catalogue.list(new Catalogue.Filter(null, null, false), from, atOnce));
            page.data().forEach(offering -> names.add(offering.name()));
            if (page.nextCursor() == null) {
                return names;
            }
            cursor = Cursor.valueOf(page.nextCursor());
        }
    }

    @Test
    void eachChoiceHasACodeOfItsOwn() {
        var twice = List.of(new DraftChoice("wash", "Wash", 1), new DraftChoice("wash", "Wash again", 2));

        assertUnfit("/tiers", () -> boatyard.offer(yard, draft("haul_out", "Crane", twice, NONE, true)));
        assertUnfit("/add_ons", () -> boatyard.offer(yard, draft("haul_out", "Crane", NONE, twice, true)));
    }

    @Test
    void onlyWhatTheBusinessIsInIsOffered() {
        yard.inside(() -> tenants.change(
                yard.ada(),
                tenants.current().revision(),
                new Tenants.Change(null, null, null, null, null, null, Set.of(Domain.FINANCE), null, null)));

        assertUnfit("/service_type", () -> boatyard.offer(yard, Boatyard.crane()));
    }

    @Test
    void typesThatNobodyServesAreRefused() {
        assertUnfit("/service_type", () -> boatyard.offer(yard, draft("dry_cleaning", "Suits", NONE, NONE, true)));
    }

    @Test
    void theSlowerOfTwoAdministratorsIsTold() {
        Offering offering = boatyard.offer(yard, Boatyard.crane());
        Offering changed =
                yard.in(() -> catalogue.change(yard.ada(), offering.id(), 1, Boatyard.draft(Pricing.FIXED, 950_000L)));

        assertThat(changed.revision()).isEqualTo(2);
        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> yard.inside(
                        () -> catalogue.change(yard.ada(), offering.id(), 1, Boatyard.draft(Pricing.FIXED, 990_000L))));
        assertThat(yard.in(() -> catalogue.active(offering.id())).price()).isEqualTo(naira(950_000));
    }

    @Test
    void reviewsDoNotMakeAnEditorsPageStale() {
        Offering offering = boatyard.offer(yard, Boatyard.crane());
        yard.inside(() -> {
            catalogue.rate(offering.id(), 5);
            catalogue.rate(offering.id(), 4);
            catalogue.rate(offering.id(), 4);
        });

        Offering changed = yard.in(() -> catalogue.change(yard.ada(), offering.id(), 1, Boatyard.crane()));
        assertThat(changed.rating()).isEqualTo(new Offering.Rating(4.3, 3));
    }

    @Test
    void staffLookButDoNotChange() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> yard.inside(() -> catalogue.add(yard.ben(), Boatyard.crane())))
                .satisfies(refusal -> assertThat(refusal.category()).isEqualTo(Refusal.Category.FORBIDDEN));
    }

    @Test
    void whatIsNotOnOfferCannotBeOrdered() {
        Offering offering = boatyard.offer(yard, draft("haul_out", "Crane", NONE, NONE, false));

        assertThatExceptionOfType(NotFound.class).isThrownBy(() -> yard.inside(() -> catalogue.active(offering.id())));
        assertThat(names(new Filter(null, null, false))).isEmpty();
        assertThat(names(new Filter(null, null, true))).containsExactly("Crane");
    }

    @Test
    void searchesWordsAndForgivesSlips() {
        boatyard.offer(yard, draft("haul_out", "100% clean hull", NONE, NONE, true));
        boatyard.offer(yard, draft("rigging", "Mast_check", NONE, NONE, true));

        assertThat(names(new Filter(null, "CLEAN", false))).containsExactly("100% clean hull");
        assertThat(names(new Filter(null, "hull 100", false))).containsExactly("100% clean hull");
        assertThat(names(new Filter(null, "mast_che", false))).containsExactly("Mast_check");
        assertThat(names(new Filter(null, "claen hul", false))).containsExactly("100% clean hull");
        assertThat(names(new Filter(null, "%", false))).isEmpty();
        assertThat(names(new Filter(null, "' or true --", false))).isEmpty();
        assertThat(names(new Filter(Domain.FINANCE, null, false))).isEmpty();
        assertThat(names(new Filter(Domain.LOGISTICS, " ", false))).hasSize(2);
    }

    @Test
    void pagesRunFromNewToOld() {
        IntStream.rangeClosed(1, 5)
                .forEach(number -> boatyard.offer(yard, draft("rigging", "Check " + number, NONE, NONE, true)));
        var all = new Filter(null, null, false);

        Page<Offering> first = yard.in(() -> catalogue.list(all, Cursor.newest(), 3));
        Page<Offering> second =
                yard.in(() -> catalogue.list(all, Cursor.valueOf(String.valueOf(first.nextCursor())), 3));
        assertThat(first.data()).extracting(Offering::name).containsExactly("Check 5", "Check 4", "Check 3");
        assertThat(second.data()).extracting(Offering::name).containsExactly("Check 2", "Check 1");
        assertThat(second.hasMore()).isFalse();
    }

    @Test
    void anotherBusinessFindsNothing() {
        Offering offering = boatyard.offer(yard, Boatyard.crane());
        Yard stranger = boatyard.open();

        assertThat(stranger.in(() -> catalogue.find(offering.id()))).isEmpty();
        assertThat(stranger.in(() -> catalogue
                        .list(new Filter(null, null, true), Cursor.newest(), 10)
                        .data()))
                .isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() ->
                        stranger.inside(() -> catalogue.change(stranger.ada(), offering.id(), 1, Boatyard.crane())));
    }

    @Test
    void theUsualServicesAreAddedOnce() {
        boatyard.offer(yard, draft("haul_out", "crane OUT and in", NONE, NONE, true));

        assertThat(yard.in(proposals::open)).extracting(Draft::name).containsExactly("Antifouling", "Rigging check");
        assertThat(yard.in(() -> proposals.addAll(yard.ada()))).isEqualTo(2);
        assertThat(yard.in(() -> proposals.addAll(yard.ada()))).isZero();
        assertThat(names(new Filter(null, null, true)))
                .containsExactly("Antifouling", "Rigging check", "crane OUT and in");
    }

    private List<String> names(Filter filter) {
        return yard.in(() -> catalogue.list(filter, Cursor.newest(), 10)).data().stream()
                .map(Offering::name)
                .toList();
    }

    private static Draft draft(
            String type, String name, List<DraftChoice> tiers, List<DraftChoice> addOns, boolean active) {
        return new Draft(type, name, "", Pricing.QUOTE, null, tiers, addOns, null, active);
    }

    private static void assertUnfit(@Nullable String pointer, ThrowingCallable call) {
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(call)
                .satisfies(unfit -> assertThat(unfit.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly(pointer));
    }
}
