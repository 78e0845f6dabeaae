package com.gmservices.events;

import com.gmservices.events.Harbour.Docked;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.NewTenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens quays, has ships dock there, and looks into the books. */
@Component
class Quay {

    private final Tenants tenants;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final JdbcClient jdbc;

    Quay(Tenants tenants, TransactionTemplate transactions, ApplicationEventPublisher events, JdbcClient jdbc) {
        this.tenants = tenants;
        this.transactions = transactions;
        this.events = events;
        this.jdbc = jdbc;
    }

    TenantId open(String name) {
        TenantId id = TenantId.next();
        CurrentTenant.run(
                id,
                () -> tenants.found(
                        id,
                        new NewTenant(
                                "quay-" + id.toString().substring(24),
                                name,
                                ZoneOffset.UTC,
                                Currency.getInstance("EUR"),
                                Set.of(Domain.LOGISTICS))));
        return id;
    }

    void dock(TenantId tenant, UUID ship, int revision) {
        dock(tenant, ship, revision, () -> {});
    }

    /** @param before the transaction commits */
    void dock(TenantId tenant, UUID ship, int revision, Runnable before) {
        CurrentTenant.run(
                tenant,
                () -> transactions.executeWithoutResult(transaction -> {
                    events.publishEvent(new Docked(tenant, ship, revision));
                    before.run();
                }));
    }

    /** So many lines at once. */
    void log(TenantId tenant, UUID ship, int count) {
        CurrentTenant.run(
                tenant,
                () -> transactions.executeWithoutResult(transaction ->
                        jdbc.sql("""
                        insert into events.event_log (tenant_id, id, aggregate, aggregate_seq, type, payload)
                        select ?, events.event_id(), ?, revision, 'Docked', '{}' from generate_series(1, ?) revision
                        """).params(tenant.value(), ship, count).update()));
    }

    /** How often the clerk has written the ship down. */
    int noted(TenantId tenant, UUID ship) {
        return CurrentTenant.call(
                tenant,
                () -> transactions.execute(transaction -> jdbc.sql(
                                "select count(*)::int from events.event_log where aggregate = ? and type = 'Noted'")
                        .param(ship)
                        .query(Integer.class)
                        .single()));
    }

    int untold(UUID ship, String listener) {
        return jdbc.sql(
                        "select count(*)::int from events.event_publication where serialized_event like ? and listener_id like ?")
                .params("%" + ship + "%", "%" + listener + "%")
                .query(Integer.class)
                .single();
    }

    /** What a process leaves that dies between the commits and their listeners: the rows, held for a while yet. */
    void leave(TenantId tenant, UUID ship, int dockings, Set<String> listeners, Duration held) {
        jdbc.sql("""
                insert into events.event_publication
                    (id, listener_id, event_type, serialized_event, published_at, due_at, attempts)
                select gen_random_uuid(), listener, :type,
                       jsonb_build_object('tenant', :tenant::text, 'aggregate', :ship::text, 'revision', revision)::text,
                       now(), now() + :held::interval, 1
                from unnest(:listeners::text[]) listener, generate_series(1, :dockings) revision
                """)
                .param("type", Docked.class.getName())
                .param("tenant", tenant.toString())
                .param("ship", ship.toString())
                .param("held", held.toString())
                .param("listeners", listeners.toArray(String[]::new))
                .param("dockings", dockings)
                .update();
    }

    /** As time does it, or the death of the process that held it. */
    void makeDue(UUID ship) {
        jdbc.sql("update events.event_publication set due_at = now() where serialized_event like ?")
                .param("%" + ship + "%")
                .update();
    }

    /** As another process does that brings it. */
    void takeOver(UUID ship) {
        jdbc.sql("update events.event_publication set attempts = attempts + 1 where serialized_event like ?")
                .param("%" + ship + "%")
                .update();
    }

    void setTries(UUID ship, int tries) {
        jdbc.sql("update events.event_publication set attempts = ? where serialized_event like ?")
                .params(tries, "%" + ship + "%")
                .update();
    }
}
