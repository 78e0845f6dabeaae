package com.gmservices.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.tenancy.Fixtures.Business;
import com.gmservices.tenancy.Members.Change;
import com.gmservices.tenancy.Members.Contact;
import com.gmservices.tenancy.TenancyRefused.OwnerOnly;
import com.gmservices.tenancy.TenancyRefused.UnfitOwner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class OwnershipTests {

    @Autowired
    private Ownership ownership;

    @Autowired
    private Members members;

    @Autowired
    private Fixtures fixtures;

    private Business harbour;
    private CurrentMember ada;
    private CurrentMember ben;

    @BeforeEach
    void aBusiness() {
        harbour = fixtures.harbourMotors();
        ada = harbour.ada();
        ben = fixtures.join(harbour, "Ben", Role.ADMIN);
    }

    @Test
    void whoHandsOverMayGo() {
        Member owner = handOver(ada, ben);

        assertThat(owner.owner()).isTrue();
        assertThat(find(ada).owner()).isFalse();
        assertThat(find(ada).roles()).contains(Role.ADMIN);
        change(ben, ada, new Change(null, null, null, Set.of("customer"), null));
        assertThat(find(ada).isOnlyCustomer()).isTrue();
    }

    @Test
    void onlyTheOwnerHandsOver() {
        assertThatExceptionOfType(OwnerOnly.class).isThrownBy(() -> handOver(ben, ben));
        assertThat(handOver(ada, ada).owner()).isTrue();
        assertThat(find(ada).revision()).isEqualTo(1);
        handOver(ada, ben);
        assertThatExceptionOfType(OwnerOnly.class).isThrownBy(() -> handOver(ada, ada));
    }

    @Test
    void itGoesToALastingAdministratorWhoSignsIn() {
        CurrentMember chidi = fixtures.join(harbour, "Chidi", Role.STAFF);
        CurrentMember efe = fixtures.join(harbour, "Efe", Role.ADMIN);
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        change(ada, efe, new Change(null, null, null, null, Map.of("admin", tomorrow), null));
        change(ada, ben, new Change(null, null, null, null, false));
        Member walkIn = harbour.inside(() -> members.add(ada, new Contact("Grace", null, null)));

        for (MemberId unfit : List.of(chidi.id(), efe.id(), ben.id(), walkIn.id())) {
            assertThatExceptionOfType(UnfitOwner.class)
                    .isThrownBy(() -> harbour.inside(() -> ownership.handOver(ada, unfit)));
        }
        assertThat(find(ada).owner()).isTrue();
    }

    @Test
    void ofTwoAtOnceOneGetsIt() throws Exception {
        CurrentMember chidi = fixtures.join(harbour, "Chidi", Role.ADMIN);
        var together = new CyclicBarrier(2);

        List<Boolean> got;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            got = threads
                    .invokeAll(Stream.of(ben, chidi)
                            .map(heir -> (Callable<Boolean>) () -> {
                                together.await();
                                return gets(heir);
                            })
                            .toList())
                    .stream()
                    .map(result -> result.resultNow())
                    .toList();
        }

        assertThat(got).containsExactlyInAnyOrder(true, false);
        assertThat(Stream.of(ada, ben, chidi).filter(one -> find(one).owner())).hasSize(1);
    }

    private boolean gets(CurrentMember heir) {
        try {
            return handOver(ada, heir).owner();
        } catch (OwnerOnly tooLate) {
            return false;
        }
    }

    private Member handOver(CurrentMember by, CurrentMember to) {
        return harbour.inside(() -> ownership.handOver(by, to.id()));
    }

    private void change(CurrentMember editor, CurrentMember whom, Change change) {
        Member member = find(whom);
        harbour.inside(() -> members.change(editor, member.id(), member.revision(), change));
    }

    private Member find(CurrentMember whom) {
        return harbour.inside(() -> members.find(whom.id()).orElseThrow());
    }
}
