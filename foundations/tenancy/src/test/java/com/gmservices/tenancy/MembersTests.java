package com.gmservices.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.tenancy.Fixtures.Business;
import com.gmservices.tenancy.Members.Change;
import com.gmservices.tenancy.Members.Contact;
import com.gmservices.tenancy.TenancyRefused.ChangedMeanwhile;
import com.gmservices.tenancy.TenancyRefused.OwnerStays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class MembersTests {

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
    void whoComesAgainKeepsTheirRolesAndGetsTheNewOne() {
        IdentityId chidi = IdentityId.next();
        MemberId first = join(chidi, Role.CUSTOMER).id();

        Member again = join(chidi, Role.STAFF);

        assertThat(again.id()).isEqualTo(first);
        assertThat(again.roles()).containsExactly(Role.CUSTOMER, Role.STAFF);
    }

    @Test
    void whoIsShutOutIsNobodyAndStaysSo() {
        IdentityId chidi = IdentityId.next();
        Member member = join(chidi, Role.CUSTOMER);
        assertThat(current(chidi)).isNotNull();

        change(ada, member, new Change(null, null, null, null, false));

        assertThat(current(chidi)).isNull();
        join(chidi, Role.CUSTOMER);
        assertThat(current(chidi)).isNull();
    }

    @Test
    void aChangeOfRolesIsFeltAtOnce() {
        assertThat(Objects.requireNonNull(current(ben)).may("update:tenant")).isTrue();

        change(ada, find(ben.id()), new Change(null, null, null, Set.of("staff"), null));

        assertThat(Objects.requireNonNull(current(ben)).may("update:tenant")).isFalse();
    }

    @Test
    void theOwnerStaysAnActiveAdministrator() {
        Member owner = find(ada.id());

        for (Change change : List.of(
                new Change(null, null, null, Set.of("staff"), null), new Change(null, null, null, null, false))) {
            assertThatExceptionOfType(OwnerStays.class).isThrownBy(() -> change(ben, owner, change));
        }
        assertThat(change(ben, owner, new Change("Ada Obi-Eze", null, null, null, null))
                        .owner())
                .isTrue();
    }

    @Test
    void ofTwoAdministratorsAtOnceOneWins() throws Exception {
        Member chidi = join(IdentityId.next(), Role.CUSTOMER);
        var together = new CyclicBarrier(2);

        List<Boolean> won;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            won = threads
                    .invokeAll(IntStream.of(1, 2)
                            .mapToObj(number -> (Callable<Boolean>) () -> {
                                together.await();
                                return wins(chidi, "Chidi the " + number);
                            })
                            .toList())
                    .stream()
                    .map(result -> result.resultNow())
                    .toList();
        }

        assertThat(won).containsExactlyInAnyOrder(true, false);
        assertThat(find(chidi.id()).revision()).isEqualTo(2);
    }

    private boolean wins(Member member, String name) {
        try {
            change(ada, member, new Change(name, null, null, null, null));
            return true;
        } catch (ChangedMeanwhile e) {
            return false;
        }
    }

    private Member join(IdentityId identity, Role role) {
        return harbour.inside(() -> members.join(identity, new Contact("Chidi", null, null), Set.of(role), false));
    }

    private Member change(CurrentMember editor, Member member, Change change) {
        return harbour.inside(() -> members.change(editor, member.id(), member.revision(), change));
    }

    private Member find(MemberId id) {
        return harbour.inside(() -> members.find(id).orElseThrow());
    }

    private @Nullable CurrentMember current(CurrentMember member) {
        return current(Objects.requireNonNull(member.identity()));
    }

    private @Nullable CurrentMember current(IdentityId identity) {
        return harbour.inside(() -> members.current(identity)).orElse(null);
    }
}
