package com.gmservices.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.database.Cursor;
import com.gmservices.tenancy.Fixtures.Business;
import com.gmservices.tenancy.Members.Change;
import com.gmservices.tenancy.Roles.Wish;
import com.gmservices.tenancy.TenancyRefused.BeyondOwn;
import com.gmservices.tenancy.TenancyRefused.ChangedMeanwhile;
import com.gmservices.tenancy.TenancyRefused.LastAdministrator;
import com.gmservices.tenancy.TenancyRefused.NotFound;
import com.gmservices.tenancy.TenancyRefused.OwnerStays;
import com.gmservices.tenancy.TenancyRefused.RoleHeld;
import com.gmservices.tenancy.TenancyRefused.Unfit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
class RolesTests {

    private static final String FRONT_DESK = "front-desk";

    @Autowired
    private Roles roles;

    @Autowired
    private Members members;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transactions;

    private Business harbour;
    private CurrentMember ada;
    private CurrentMember chidi;

    @BeforeEach
    void aBusiness() {
        harbour = fixtures.harbourMotors();
        ada = harbour.ada();
        chidi = fixtures.join(harbour, "Chidi", Role.CUSTOMER);
    }

    @Test
    void whoGetsARoleMayAtOnceWhatItAllowsAndWorksHere() {
        create("Front desk", "read:members");
        give(chidi, FRONT_DESK);
        CurrentMember now = current(chidi);
        assertThat(now.permissions()).containsExactly("read:members");
        assertThat(now.ownRoles()).containsExactly(FRONT_DESK);
        assertThat(now.isStaff()).isTrue();
        assertThat(harbour.inside(members::staff)).extracting(Member::name).contains("Chidi");
    }

    @Test
    void aChangedRoleIsFeltAtOnce() {
        OwnRole role = create("Front desk", "read:members");
        give(chidi, FRONT_DESK);
        change(role, "create:members");
        assertThat(current(chidi).permissions()).containsExactly("create:members");
        assertThatExceptionOfType(ChangedMeanwhile.class).isThrownBy(() -> change(role, "export:members"));
    }

    @Test
    void aRemovedRoleAllowsNothingMoreAndItsHoldersStayCustomers() {
        OwnRole role = create("Front desk", "read:members");
        give(chidi, FRONT_DESK);
        assertThatExceptionOfType(RoleHeld.class).isThrownBy(() -> remove(role, false));
        assertThat(current(chidi).may("read:members")).isTrue();
        remove(role, true);
        assertThat(current(chidi).permissions()).isEmpty();
        assertThat(stored(chidi).roleKeys()).containsExactly("customer");
    }

    @Test
    void aRoleRunsOut() {
        create("Front desk", "read:members");
        change(ada, chidi, new Change(null, null, null, Set.of("customer", FRONT_DESK), until(FRONT_DESK), null));
        assertThat(current(chidi).may("read:members")).isTrue();
        Member held = stored(chidi);
        Instant end = held.until().values().iterator().next();
        assertThat(held.at(end.minusNanos(1000)).ownRoles()).hasSize(1);
        assertThat(held.at(end).ownRoles()).isEmpty();
        assertThat(held.at(end).roles()).containsExactly(Role.CUSTOMER);
    }

    @Test
    void whatHasRunOutIsGoneFromEveryList() {
        fixtures.join(harbour, "Ben", Role.STAFF);
        harbour.insideRun(() -> transactions.executeWithoutResult(
                status -> jdbc.sql("""
                        update tenancy.member set roles_until = '{"staff": "2020-01-01T00:00:00Z"}'
                        where tenant_id = ? and name = 'Ben'
                        """).param(harbour.tenant().id().value()).update()));
        assertThat(harbour.inside(members::staff)).extracting(Member::name).doesNotContain("Ben");
        assertThat(harbour.inside(() -> members.list(ada, Role.STAFF, null, Cursor.newest(), 10))
                        .data())
                .isEmpty();
    }

    @Test
    void aRoleEndsInTheFutureAndOnlyIfHeld() {
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> change(
                        ada, chidi, new Change(null, null, null, null, Map.of("customer", Instant.EPOCH), null)));
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> change(ada, chidi, new Change(null, null, null, null, until("staff"), null)));
    }

    @Test
    void aRoleGivenAgainForGoodRunsOutNoMore() {
        change(ada, chidi, new Change(null, null, null, Set.of("staff"), until("staff"), null));
        Member again = harbour.inside(() -> members.join(
                Objects.requireNonNull(chidi.identity()),
                new Members.Contact("Chidi", null, null),
                Set.of(Role.STAFF),
                false));
        assertThat(again.until()).isEmpty();
    }

    @Test
    void nobodyGivesWhatTheyMayNotDo() {
        OwnRole personnel = create("Personnel", "create:members", "update:members", "manage:roles", "read:members");
        CurrentMember ben = fixtures.join(harbour, "Ben", Role.CUSTOMER);
        give(ben, personnel.slug());
        CurrentMember editor = current(ben);
        for (Set<String> given : List.of(Set.of("admin"), Set.of("customer", "admin"))) {
            assertThatExceptionOfType(BeyondOwn.class)
                    .isThrownBy(() -> change(editor, chidi, new Change(null, null, null, given, null)));
            assertThatExceptionOfType(BeyondOwn.class)
                    .isThrownBy(() -> change(editor, ben, new Change(null, null, null, given, null)));
        }
        assertThatExceptionOfType(BeyondOwn.class)
                .isThrownBy(() -> harbour.inside(
                        () -> roles.create(editor, new Wish("Treasury", Set.of("update:tenant", "read:members")))));
        assertThatExceptionOfType(BeyondOwn.class)
                .isThrownBy(() -> harbour.inside(() -> roles.change(
                        editor, personnel.id(), 1, new Wish(null, Set.of("read:members", "update:tenant")))));
        assertThatExceptionOfType(BeyondOwn.class)
                .isThrownBy(() -> harbour.insideRun(() -> roles.requireMayGive(editor, Role.ADMIN)));
        assertThat(change(editor, chidi, new Change(null, null, null, Set.of(personnel.slug()), null))
                        .ownRoles())
                .containsExactly(personnel.id());
    }

    @Test
    void nobodyShutsOutWhoMayDoMore() {
        OwnRole personnel = create("Personnel", "create:members", "update:members");
        CurrentMember ben = fixtures.join(harbour, "Ben", Role.ADMIN);
        give(chidi, personnel.slug());
        CurrentMember editor = current(chidi);
        assertThatExceptionOfType(BeyondOwn.class)
                .isThrownBy(() -> change(editor, ben, new Change(null, null, null, null, false)));
        assertThatExceptionOfType(BeyondOwn.class)
                .isThrownBy(() -> change(editor, ben, new Change(null, null, null, Set.of("customer"), null)));
    }

    @Test
    void theOwnerAndTheLastAdministratorStay() {
        CurrentMember ben = fixtures.join(harbour, "Ben", Role.ADMIN);
        assertThatExceptionOfType(OwnerStays.class)
                .isThrownBy(() -> change(ben, ada, new Change(null, null, null, null, until("admin"), null)));
        harbour.insideRun(() -> transactions.executeWithoutResult(
                status -> jdbc.sql("update tenancy.member set owner = false where tenant_id = ?")
                        .param(harbour.tenant().id().value())
                        .update()));
        change(ben, ada, new Change(null, null, null, Set.of("staff"), null));
        assertThatExceptionOfType(LastAdministrator.class)
                .isThrownBy(() -> change(ben, ben, new Change(null, null, null, Set.of("staff"), null)));
        assertThatExceptionOfType(LastAdministrator.class)
                .isThrownBy(() -> change(ben, ben, new Change(null, null, null, null, until("admin"), null)));
    }

    @Test
    void codesAreMadeOfNamesAndNeverABuiltInOne() {
        assertThat(create("Réception & Accueil", "read:members").slug()).isEqualTo("reception-accueil");
        assertThat(create("Staff!", "read:members").slug()).isEqualTo("own-role");
        assertThat(create("前台", "read:members").slug()).isEqualTo("own-role-2");
    }

    @Test
    void whatDoesNotFitIsRefused() {
        create("Front desk", "read:members");
        for (Wish wish : List.of(
                new Wish("front DESK", Set.of("read:members")),
                new Wish("Staff", Set.of("read:members")),
                new Wish(" ", Set.of("read:members")),
                new Wish("Nothing", Set.of()),
                new Wish("Spells", Set.of("cast:spells")))) {
            assertThatExceptionOfType(Unfit.class).isThrownBy(() -> harbour.inside(() -> roles.create(ada, wish)));
        }
    }

    @Test
    void anotherBusinessHasOthers() {
        OwnRole role = create("Front desk", "read:members");
        Business other = fixtures.harbourMotors();
        assertThat(other.inside(roles::own)).isEmpty();
        assertThatExceptionOfType(NotFound.class)
                .isThrownBy(() -> other.insideRun(() -> roles.remove(other.ada(), role.id(), true)));
        CurrentMember dayo = fixtures.join(other, "Dayo", Role.CUSTOMER);
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> other.inside(() -> members.change(
                        other.ada(),
                        dayo.id(),
                        1,
                        new Change(null, null, null, Set.of(role.id().toString()), null))));
    }

    private OwnRole create(String name, String... permissions) {
        return harbour.inside(() -> roles.create(ada, new Wish(name, Set.of(permissions))));
    }

    private void change(OwnRole role, String... permissions) {
        harbour.inside(() -> roles.change(ada, role.id(), role.revision(), new Wish(null, Set.of(permissions))));
    }

    private void remove(OwnRole role, boolean evenIfHeld) {
        harbour.insideRun(() -> roles.remove(ada, role.id(), evenIfHeld));
    }

    private void give(CurrentMember member, String... codes) {
        change(ada, member, new Change(null, null, null, Set.of(codes), null));
    }

    private Member change(CurrentMember editor, CurrentMember member, Change change) {
        return harbour.inside(
                () -> members.change(editor, member.id(), stored(member).revision(), change));
    }

    private static Map<String, Instant> until(String role) {
        return Map.of(role, Instant.now().plus(Duration.ofDays(1)));
    }

    private Member stored(CurrentMember member) {
        return harbour.inside(() -> members.find(member.id())).orElseThrow();
    }

    private CurrentMember current(CurrentMember member) {
        return harbour.inside(() -> members.current(Objects.requireNonNull(member.identity())))
                .orElseThrow();
    }
}
