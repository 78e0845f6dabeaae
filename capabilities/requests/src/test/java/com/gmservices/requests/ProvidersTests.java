package com.gmservices.requests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.Providers.Draft;
import com.gmservices.requests.Providers.Suggestion;
import com.gmservices.requests.RequestRefused.NotFound;
import com.gmservices.requests.RequestRefused.Stale;
import com.gmservices.requests.RequestRefused.Unfit;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Refusal.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class ProvidersTests {

    @Autowired
    Boatyard boatyard;

    @Autowired
    Providers providers;

    @Autowired
    ServiceDesk desk;

    @Autowired
    Members members;

    Yard yard;

    @BeforeEach
    void openYard() {
        yard = boatyard.open();
    }

    @Test
    void whoHasTheLeastOpenWorkComesFirst() {
        Provider busy = provider("Busy", "haul_out");
        Provider free = provider("Free", "haul_out");
        Provider inBetween = provider("In between", "haul_out");
        assign(busy, 3);
        assign(inBetween, 1);

        assertThat(suggestions()).containsExactly("Free: 0", "In between: 1", "Busy: 3");
        assertThat(yard.in(() -> providers.openRequests(yard.ben())))
                .isEqualTo(Map.of(busy.id(), 3, inBetween.id(), 1));
        assertThat(yard.in(() -> providers.openRequests(yard.ben()))).doesNotContainKey(free.id());
    }

    @Test
    void whatIsDoneIsNoWork() {
        Provider done = provider("Done", "haul_out");
        Provider busy = provider("Busy", "haul_out");
        assign(busy, 1);
        assign(done, 2).forEach(id -> yard.inside(() -> desk.cancel(yard.ben(), id, null, "Sold")));

        assertThat(suggestions()).containsExactly("Done: 0", "Busy: 1");
    }

    @Test
    void ofEquallyBusyOnesTheBetterRatedComesFirst() {
        Provider good = provider("Good", "haul_out");
        Provider better = provider("Better", "haul_out");
        provider("New", "haul_out");
        yard.inside(() -> {
            providers.rate(good.id(), 3);
            providers.rate(better.id(), 5);
            providers.rate(better.id(), 4);
        });

        assertThat(suggestions()).containsExactly("Better: 0", "Good: 0", "New: 0");
    }

    @Test
    void onlyWhoIsThereAndDoesItIsSuggested() {
        provider("Rigger", "rigging");
        provider("Both", "rigging", "haul_out");
        yard.inside(() -> providers.add(yard.ada(), new Draft("Away", null, Set.of("haul_out"), false)));

        assertThat(suggestions()).containsExactly("Both: 0");
    }

    @Test
    void openWorkOfAnotherBusinessDoesNotCount() {
        Provider busy = provider("Busy", "haul_out");
        assign(busy, 2);
        Yard stranger = boatyard.open();

        assertThat(stranger.in(() -> providers.suggest(stranger.ben(), "haul_out")))
                .isEmpty();
        assertThat(stranger.in(() -> providers.openRequests(stranger.ben()))).isEmpty();
        assertThat(stranger.in(() -> providers.find(busy.id()))).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> stranger.inside(() -> providers.change(
                        stranger.ada(), busy.id(), 1, new Draft("Mine", null, Set.of("haul_out"), true))));
    }

    @Test
    void onlyStaffAreProvidersOfTheHouse() {
        assertUnfit("/member_id", new Draft("Chidi", yard.chidi().id(), Set.of("haul_out"), true));
        assertUnfit("/member_id", new Draft("Somebody", boatyard.open().ben().id(), Set.of("haul_out"), true));
        assertThat(add(new Draft("Ben", yard.ben().id(), Set.of("haul_out"), true))
                        .member())
                .isEqualTo(yard.ben().id());
    }

    @Test
    void whoHasLeftCanBeSwitchedOff() {
        Provider ben = add(new Draft("Ben", yard.ben().id(), Set.of("haul_out"), true));
        yard.inside(() ->
                members.change(yard.ada(), yard.ben().id(), 1, new Members.Change(null, null, null, null, false)));

        Provider away = yard.in(() -> providers.change(
                yard.ada(), ben.id(), 1, new Draft("Ben", yard.ben().id(), Set.of("haul_out"), false)));
        assertThat(away.active()).isFalse();
        assertThat(away.revision()).isEqualTo(2);
    }

    @Test
    void typesThatNobodyServesAreRefused() {
        assertUnfit("/service_types", new Draft("Ben", null, Set.of("dry_cleaning"), true));
    }

    @Test
    void theSlowerOfTwoAdministratorsIsTold() {
        Provider firm = provider("Firm", "haul_out");
        var draft = new Draft("Firm and Sons", null, Set.of("haul_out"), true);
        yard.inside(() -> providers.change(yard.ada(), firm.id(), 1, draft));

        assertThatExceptionOfType(Stale.class)
                .isThrownBy(() -> yard.inside(() -> providers.change(yard.ada(), firm.id(), 1, draft)));
    }

    private Provider provider(String name, String... types) {
        return add(new Draft(name, null, Set.of(types), true));
    }

    private Provider add(Draft draft) {
        return yard.in(() -> providers.add(yard.ada(), draft));
    }

    private List<RequestId> assign(Provider provider, int requests) {
        Offering offering = boatyard.offer(yard, Boatyard.crane());
        CurrentMember chidi = yard.chidi();
        return IntStream.range(0, requests)
                .mapToObj(each -> boatyard.request(yard, offering, chidi).id())
                .peek(id -> yard.inside(() -> desk.assign(yard.ben(), id, null, provider.id())))
                .toList();
    }

    private List<String> suggestions() {
        return yard.in(() -> providers.suggest(yard.ben(), "haul_out")).stream()
                .map(ProvidersTests::words)
                .toList();
    }

    private static String words(Suggestion suggestion) {
        return suggestion.provider().name() + ": " + suggestion.openRequests();
    }

    private void assertUnfit(@Nullable String pointer, Draft draft) {
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> add(draft))
                .satisfies(unfit -> assertThat(unfit.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly(pointer));
    }
}
