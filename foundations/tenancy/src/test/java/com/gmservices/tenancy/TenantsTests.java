package com.gmservices.tenancy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.tenancy.Tenants.Change;
import java.util.Currency;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
class TenantsTests {

    @Autowired
    private Tenants tenants;

    @Autowired
    private Sites sites;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private TransactionTemplate transactions;

    @Test
    void anAddressIsTakenOnce() {
        Tenant harbour = fixtures.harbourMotors().tenant();

        assertThatExceptionOfType(TenancyRefused.SlugTaken.class).isThrownBy(() -> found(harbour.slug()));
    }

    @Test
    void whoAskedTooEarlyFindsTheBusinessOnceItIsThere() {
        String slug = "early-" + TenantId.next().toString().substring(24);
        assertThat(tenants.findBySlug(slug)).isEmpty();

        found(slug);

        assertThat(tenants.findBySlug(slug)).isPresent();
    }

    @Test
    void aBusinessThatWasNotFoundedAfterAllIsNotThere() {
        String slug = "never-" + TenantId.next().toString().substring(24);

        TenantId id = TenantId.next();
        CurrentTenant.run(
                id,
                () -> transactions.executeWithoutResult(transaction -> {
                    tenants.found(id, earlyBird(slug));
                    assertThat(tenants.findBySlug(slug)).isPresent();
                    transaction.setRollbackOnly();
                }));

        assertThat(tenants.findBySlug(slug)).isEmpty();
    }

    @Test
    void aChangeIsSeenAtOnceAndByEveryKey() {
        var harbour = fixtures.harbourMotors();

        harbour.inside(() -> tenants.change(harbour.ada(), 1, named("Harbour & Sons")));

        assertThat(tenants.find(harbour.tenant().id()))
                .get()
                .extracting(Tenant::name)
                .isEqualTo("Harbour & Sons");
        assertThat(tenants.findBySlug(harbour.tenant().slug()))
                .get()
                .extracting(Tenant::revision)
                .isEqualTo(2);
    }

    @Test
    void aBusinessBeginsWithASiteOfItsNameAndZone() {
        var harbour = fixtures.harbourMotors();

        assertThat(harbour.inside(sites::all)).singleElement().satisfies(site -> {
            assertThat(site.name()).isEqualTo("Harbour Motors");
            assertThat(site.timeZone()).isEqualTo(Fixtures.LAGOS);
        });
    }

    private Tenant found(String slug) {
        TenantId id = TenantId.next();
        return CurrentTenant.call(id, () -> tenants.found(id, earlyBird(slug)));
    }

    private static NewTenant earlyBird(String slug) {
        return new NewTenant(
                slug, "Early Bird", Fixtures.LAGOS, Currency.getInstance("NGN"), Set.of(Domain.AUTOMOTIVE));
    }

    private static Change named(@Nullable String name) {
        return new Change(name, null, null, null, null, null, null, null, null);
    }
}
