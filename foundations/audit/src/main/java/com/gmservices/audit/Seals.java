package com.gmservices.audit;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.tenancy.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals what was written since the last time: the oldest first, in an order that is this job's to make. */
@Component
public class Seals {

    private static final int AT_ONCE = 500;

    private final JdbcClient platform;
    private final TransactionTemplate transactions;
    private final Chain chain;
    private final List<Chained> all;

    Seals(
            @PlatformDatabase JdbcClient platform,
            @PlatformDatabase TransactionTemplate transactions,
            Chain chain,
            List<Chained> all) {
        this.platform = platform;
        this.transactions = transactions;
        this.chain = chain;
        this.all = all;
    }

    record Seal(long position, UUID entry, byte[] hash) {}

    void sealAll() {
        for (Chained lines : all) {
            platform.sql("select distinct tenant_id from %sunsealed".formatted(lines.prefix()))
                    .query((row, index) -> new TenantId(row.getObject("tenant_id", UUID.class)))
                    .list()
                    .forEach(tenant -> seal(lines, tenant));
        }
    }

    public void seal(Chained lines, TenantId tenant) {
        Chain.Link link = chain.link();
        Integer sealed;
        do {
            sealed = transactions.execute(status -> sealSome(lines, tenant, link));
        } while (sealed != null && sealed == AT_ONCE);
    }

    /** One at a time for a tenant, whoever else means to: a second one waits, and then sees what the first has done. */
    private int sealSome(Chained lines, TenantId tenant, Chain.Link link) {
        platform.sql("select pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("%s.seal %s".formatted(lines.name(), tenant))
                .query((row, index) -> 0)
                .list();
        Optional<Seal> last = last(lines, tenant);
        long position = last.map(Seal::position).orElse(0L);
        byte[] hash = last.map(Seal::hash).orElse(null);
        var seals = new ArrayList<Seal>();
        for (Chained.Line line : unsealed(lines, tenant)) {
            position++;
            hash = link.seal(hash, position, line);
            seals.add(new Seal(position, line.id(), hash));
        }
        write(lines, tenant, seals);
        return seals.size();
    }

    private List<Chained.Line> unsealed(Chained lines, TenantId tenant) {
        return platform.sql("""
                select l.* from %sunsealed u join %s l on l.tenant_id = u.tenant_id and l.id = u.id
                where u.tenant_id = ? order by u.id limit ?
                """.formatted(lines.prefix(), lines.lines()))
                .params(tenant.value(), AT_ONCE)
                .query(lines.reader())
                .list();
    }

    private void write(Chained lines, TenantId tenant, List<Seal> seals) {
        if (seals.isEmpty()) {
            return;
        }
        platform.sql("""
                with gone as (delete from %1$sunsealed where tenant_id = :tenant and id = any (:entries))
                insert into %1$sseal (tenant_id, position, entry_id, hash)
                select :tenant, * from unnest(:positions, :entries, :hashes)
                """.formatted(lines.prefix()))
                .param("tenant", tenant.value())
                .param("entries", seals.stream().map(Seal::entry).toArray(UUID[]::new))
                .param("positions", seals.stream().map(Seal::position).toArray(Long[]::new))
                .param("hashes", seals.stream().map(Seal::hash).toArray(byte[][]::new))
                .update();
    }

    private Optional<Seal> last(Chained lines, TenantId tenant) {
        return platform.sql("select * from %sseal where tenant_id = ? order by position desc limit 1"
                        .formatted(lines.prefix()))
                .param(tenant.value())
                .query((row, index) ->
                        new Seal(row.getLong("position"), row.getObject("entry_id", UUID.class), row.getBytes("hash")))
                .optional();
    }
}
