package com.gmservices.audit;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.tenancy.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals what was written since the last time: the oldest first, in an order that is this job's to make. */
@Component
class Seals {

    private static final int AT_ONCE = 500;

    private final JdbcClient platform;
    private final TransactionTemplate transactions;
    private final Chain chain;

    Seals(@PlatformDatabase JdbcClient platform, @PlatformDatabase TransactionTemplate transactions, Chain chain) {
        this.platform = platform;
        this.transactions = transactions;
        this.chain = chain;
    }

    record Seal(long position, UUID entry, byte[] hash) {}

    void sealAll() {
        platform.sql("select distinct tenant_id from audit.unsealed")
                .query((row, index) -> new TenantId(row.getObject("tenant_id", UUID.class)))
                .list()
                .forEach(this::seal);
    }

    void seal(TenantId tenant) {
        Chain.Link link = chain.link();
        Integer sealed;
        do {
            sealed = transactions.execute(status -> sealSome(tenant, link));
        } while (sealed != null && sealed == AT_ONCE);
    }

    /** One at a time for a tenant, whoever else means to: a second one waits, and then sees what the first has done. */
    private int sealSome(TenantId tenant, Chain.Link link) {
        platform.sql("select pg_advisory_xact_lock(hashtextextended('audit.seal ' || ?, 0))")
                .param(tenant.toString())
                .query((row, index) -> 0)
                .list();
        Optional<Seal> last = last(tenant);
        long position = last.map(Seal::position).orElse(0L);
        byte[] hash = last.map(Seal::hash).orElse(null);
        List<Entry> entries = platform.sql("""
                select e.* from audit.unsealed u join audit.entry e on e.tenant_id = u.tenant_id and e.id = u.id
                where u.tenant_id = ? order by u.id limit ?
                """)
                .params(tenant.value(), AT_ONCE)
                .query(Entries::toEntry)
                .list();
        for (Entry entry : entries) {
            position++;
            hash = link.seal(hash, position, entry);
            write(entry, new Seal(position, entry.id(), hash));
        }
        return entries.size();
    }

    private void write(Entry entry, Seal seal) {
        platform.sql("""
                with gone as (delete from audit.unsealed where tenant_id = :tenant and id = :entry)
                insert into audit.seal (tenant_id, position, entry_id, hash) values (:tenant, :position, :entry, :hash)
                """)
                .param("tenant", entry.tenant().value())
                .param("entry", seal.entry)
                .param("position", seal.position)
                .param("hash", seal.hash)
                .update();
    }

    private Optional<Seal> last(TenantId tenant) {
        return platform.sql("select * from audit.seal where tenant_id = ? order by position desc limit 1")
                .param(tenant.value())
                .query((row, index) ->
                        new Seal(row.getLong("position"), row.getObject("entry_id", UUID.class), row.getBytes("hash")))
                .optional();
    }
}
