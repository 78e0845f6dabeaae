package com.gmservices.portability;

import com.gmservices.audit.Act;
import com.gmservices.audit.Trail;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import com.gmservices.vault.Vault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Makes businesses disappear whose time has come: their files, their rows in every table, and last their key, so that
 * what backups still have of sealed values and files nobody reads. What was decided stands in a row that goes last, so
 * that after a crash the next run goes on.
 */
@Component
class Dissolution {

    private static final Logger log = LoggerFactory.getLogger(Dissolution.class);

    private final Backstage backstage;
    private final Catalogue catalogue;
    private final ObjectProvider<TenantFiles> files;
    private final Vault vault;
    private final Tenants tenants;
    private final Certificates certificates;
    private final Trail trail;
    private final Clock clock;

    Dissolution(
            Backstage backstage,
            Catalogue catalogue,
            ObjectProvider<TenantFiles> files,
            Vault vault,
            Tenants tenants,
            Certificates certificates,
            Trail trail,
            Clock clock) {
        this.backstage = backstage;
        this.catalogue = catalogue;
        this.files = files;
        this.vault = vault;
        this.tenants = tenants;
        this.certificates = certificates;
        this.trail = trail;
        this.clock = clock;
    }

    record Due(UUID tenant, UUID askedBy, OffsetDateTime askedAt) {}

    void work() {
        agree();
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        List<Due> due = backstage.change(owner -> owner.sql("""
                update portability.closing set began_at = coalesce(began_at, :now)
                where due_at <= :now returning tenant_id, asked_by, asked_at
                """)
                .param("now", now)
                .query((row, index) -> new Due(
                        row.getObject("tenant_id", UUID.class),
                        row.getObject("asked_by", UUID.class),
                        row.getObject("asked_at", OffsetDateTime.class)))
                .list());
        due.forEach(this::dissolveUnlessItFails);
    }

    private record Wanted(UUID tenant, @Nullable Instant closesAt) {}

    /** A crash may have come between what an owner has decided and what the business's doors know of it. */
    private void agree() {
        backstage
                .look(database -> database.sql("""
                        select t.id, c.due_at from tenancy.tenant t left join portability.closing c on c.tenant_id = t.id
                        where t.closes_at is distinct from c.due_at
                        """)
                        .query((row, index) -> {
                            OffsetDateTime due = row.getObject("due_at", OffsetDateTime.class);
                            return new Wanted(row.getObject("id", UUID.class), due == null ? null : due.toInstant());
                        })
                        .list())
                .forEach(wanted -> tenants.setClosing(new TenantId(wanted.tenant), wanted.closesAt));
    }

    private void dissolveUnlessItFails(Due due) {
        try {
            dissolve(due);
        } catch (RuntimeException e) {
            log.error("The business {} is not gone yet; it is tried again", due.tenant, e);
        }
    }

    private void dissolve(Due due) {
        var id = new TenantId(due.tenant);
        Tenant tenant = tenants.setStatus(id, Tenant.Status.SUSPENDED);
        CurrentTenant.run(id, () -> files.forEach(some -> deleteFiles(some, id)));
        List<Table> tables = catalogue.tables().reversed();
        backstage.change(owner -> {
            long rows = tables.stream()
                    .filter(Table::ofTenants)
                    .filter(table -> !table.name().equals("portability.closing"))
                    .mapToLong(table -> delete(owner, table, "tenant_id", due.tenant))
                    .sum();
            certificates.count(
                    owner,
                    due,
                    tenant.slug(),
                    tables.stream().filter(Table::ofTenants).toList().size(),
                    rows);
            return null;
        });
        vault.destroy(id);
        backstage.change(owner -> {
            tables.forEach(table -> forget(owner, table, due.tenant));
            certificates.complete(owner, due.tenant);
            return null;
        });
        tenants.forget();
        trail.record(Act.of("tenant.deleted", "tenant", id)
                .to(Map.of(
                        "slug",
                        tenant.slug(),
                        "asked_at",
                        due.askedAt.toInstant().toString())));
    }

    /** Also what somebody wrote while the rows went, and what outside of businesses' tables is of this one. */
    private static void forget(JdbcClient owner, Table table, UUID tenant) {
        if (table.ofTenants()) {
            delete(owner, table, "tenant_id", tenant);
        }
        table.columns().stream()
                .filter(column -> column.note().isTenant())
                .forEach(column -> delete(owner, table, column.name(), tenant));
        table.columns().stream()
                .filter(column -> column.note().mentionsTenants())
                .forEach(column -> owner.sql("delete from %s where strpos(%s::text, ?) > 0"
                                .formatted(table.name(), Table.quoted(column.name())))
                        .param(tenant.toString())
                        .update());
    }

    private static int delete(JdbcClient owner, Table table, String column, UUID tenant) {
        return owner.sql("delete from %s where %s = ?".formatted(table.name(), Table.quoted(column)))
                .param(tenant)
                .update();
    }

    private static void deleteFiles(TenantFiles files, TenantId tenant) {
        try {
            files.deleteAll(tenant);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
