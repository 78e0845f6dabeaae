package com.gmservices.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.gmservices.tenancy.Fixtures.Business;
import com.gmservices.tenancy.Members.Contact;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the database itself refuses, whatever our own queries say. None of these names a tenant in its where clause. */
@SpringBootTest
class IsolationTests {

    private static final String RENAMED = "update tenancy.site set name = 'Quay' returning name";

    /** From the fifth time on the driver knows of what kind the answer is. */
    private static final int UNTIL_PREPARED = 8;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private LoneStatement alone;

    @Autowired
    private TransactionTemplate transactions;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Members members;

    private Business harbour;
    private Business island;

    @BeforeEach
    void twoBusinesses() {
        harbour = fixtures.harbourMotors();
        island = fixtures.harbourMotors();
    }

    @Test
    void withoutATenantNothingIsSeen() {
        assertThat(tenantsSeen()).isEmpty();
        assertThat(seenInATransaction()).isEmpty();
    }

    @Test
    void outsideATransactionNothingIsSeenEither() {
        assertThat(harbour.inside(this::tenantsSeen)).isEmpty();
    }

    @Test
    void aTenantSeesItself() {
        assertThat(seenIn(harbour)).containsExactly(harbour.tenant().id().value());
        assertThat(seenIn(island)).containsExactly(island.tenant().id().value());
    }

    @Test
    void aConnectionForgetsItsTenantWithTheRollback() {
        Integer before = harbour.inside(() -> transactions.execute(transaction -> {
            transaction.setRollbackOnly();
            assertThat(tenantsSeen()).hasSize(1);
            return connection();
        }));

        transactions.executeWithoutResult(transaction -> {
            assertThat(connection()).isEqualTo(before);
            assertThat(tenantsSeen()).isEmpty();
        });
    }

    @Test
    void aConnectionForgetsItsTenantWithTheCommit() {
        Integer before = harbour.inside(() -> transactions.execute(transaction -> connection()));

        transactions.executeWithoutResult(transaction -> {
            assertThat(connection()).isEqualTo(before);
            assertThat(tenantsSeen()).isEmpty();
        });
    }

    @Test
    void writingForAnotherTenantIsRefused() {
        assertThatThrownBy(() -> inside(harbour, """
                insert into tenancy.member (tenant_id, id, name, roles, created_at)
                values ('%s', gen_random_uuid(), 'Mallory', '{admin}', now())
                """.formatted(island.tenant().id())))
                .hasStackTraceContaining("row-level security");
        assertThatThrownBy(() -> inside(
                        harbour,
                        "update tenancy.member set tenant_id = '%s'"
                                .formatted(island.tenant().id())))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void anothersRowsAreNotThereToBeChanged() {
        assertThat(inside(
                        harbour,
                        "update tenancy.member set name = 'Mallory' where id = '%s'"
                                .formatted(island.ada().id())))
                .isZero();
        assertThat(inside(
                        harbour,
                        "update tenancy.tenant set name = 'Mallory' where id = '%s'"
                                .formatted(island.tenant().id())))
                .isZero();
    }

    @Test
    void aLoneStatementIsOfItsTenantAndNobodyElses() {
        for (int i = 0; i < UNTIL_PREPARED; i++) {
            assertThat(harbour.inside(() -> alone.query(RENAMED, (row, index) -> row.getString(1))))
                    .contains("Quay");
        }
        assertThat(harbour.inside(() -> alone.update("update tenancy.site set revision = revision + 1")))
                .isEqualTo(1);
        assertThat(harbour.inside(() -> alone.updateInPassing("update tenancy.site set revision = revision + 1")))
                .isEqualTo(1);
        assertThatThrownBy(() -> harbour.inside(
                        () -> alone.update("""
                        insert into tenancy.member (tenant_id, id, name, roles, created_at)
                        values (?, gen_random_uuid(), 'Mallory', '{admin}', now())
                        """, island.tenant().id().value())))
                .hasStackTraceContaining("row-level security");
        assertThat(harbour.inside(this::tenantsSeen)).isEmpty();
    }

    @Test
    void aLoneStatementIsNoPartOfATransaction() {
        assertThatThrownBy(() -> harbour.inside(() -> transactions.execute(
                        transaction -> alone.update("update tenancy.site set revision = revision + 1"))))
                .hasMessageContaining("not part of a transaction");
    }

    @Test
    void nobodyDeletes() {
        assertThatThrownBy(() -> inside(harbour, "delete from tenancy.member"))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void aBusinessDoesNotLiftItsOwnSuspension() {
        assertThatThrownBy(() -> inside(harbour, "update tenancy.tenant set status = 'active'"))
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> inside(harbour, "update tenancy.tenant set slug = 'other'"))
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void aPersonSeesTheirOwnMembershipsInEveryTenantAndNobodyElses() {
        IdentityId chidi = IdentityId.next();
        for (Business business : List.of(harbour, island)) {
            business.insideRun(
                    () -> members.join(chidi, new Contact("Chidi", null, null), Set.of(Role.CUSTOMER), false));
        }

        assertThat(members.ofIdentity(chidi))
                .extracting(Member::tenant)
                .containsExactlyInAnyOrder(
                        harbour.tenant().id(), island.tenant().id());
        assertThat(members.ofIdentity(IdentityId.next())).isEmpty();
        assertThat(seenInATransaction()).isEmpty();
    }

    @Test
    void aPersonDoesNotChangeTheirOwnMemberships() {
        IdentityId chidi = IdentityId.next();
        harbour.insideRun(() -> members.join(chidi, new Contact("Chidi", null, null), Set.of(Role.CUSTOMER), false));

        Integer changed = transactions.execute(transaction -> {
            jdbc.sql("select set_config('gm.identity_id', ?, true)")
                    .param(chidi.toString())
                    .query()
                    .singleRow();
            return jdbc.sql("update tenancy.member set roles = '{admin}'").update();
        });

        assertThat(changed).isZero();
    }

    private List<UUID> seenIn(Business business) {
        return business.inside(this::seenInATransaction);
    }

    private List<UUID> seenInATransaction() {
        return transactions.execute(transaction -> tenantsSeen());
    }

    private List<UUID> tenantsSeen() {
        return jdbc.sql("select distinct tenant_id from tenancy.member union select tenant_id from tenancy.site")
                .query((row, index) -> row.getObject(1, UUID.class))
                .list();
    }

    private Integer inside(Business business, String change) {
        return business.inside(
                () -> transactions.execute(transaction -> jdbc.sql(change).update()));
    }

    private Integer connection() {
        return jdbc.sql("select pg_backend_pid()")
                .query((row, index) -> row.getInt(1))
                .single();
    }
}
