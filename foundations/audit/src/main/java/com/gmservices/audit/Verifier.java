package com.gmservices.audit;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Goes through a tenant's chain from its beginning, and says where it first breaks. */
@Component
public class Verifier {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient platform;
    private final Chain chain;
    private final List<Chained> all;
    private final Clock clock;

    Verifier(@PlatformDatabase JdbcClient platform, Chain chain, List<Chained> all, Clock clock) {
        this.platform = platform;
        this.chain = chain;
        this.all = all;
        this.clock = clock;
    }

    /** @param position up to where the chain holds */
    public record Verdict(
            TenantId tenant,
            long position,
            byte @Nullable [] hash,
            @Nullable String fault,
            long unsealed,
            Instant at) {

        public boolean holds() {
            return fault == null;
        }

        public String fingerprint() {
            return hash == null ? "-" : HexFormat.of().formatHex(hash, 0, 8);
        }
    }

    private record Sealed(
            long position, UUID entry, byte[] hash, byte @Nullable [] redaction, Chained.@Nullable Line line) {

        /** Or what the line says no more was taken out of it by the platform itself. */
        private boolean isWhole(Chain.Link link, byte @Nullable [] before, Chained.Line stored) {
            return redaction == null
                    ? Arrays.equals(link.seal(before, position, stored), hash)
                    : Arrays.equals(link.seal(hash, position, stored), redaction);
        }
    }

    List<Chained> all() {
        return all;
    }

    List<TenantId> tenants(Chained lines) {
        return platform.sql("""
                select tenant_id from %1$sverification union select tenant_id from %1$sseal where position = 1
                union select tenant_id from %1$sunsealed order by tenant_id
                """.formatted(lines.prefix()))
                .query((row, index) -> new TenantId(row.getObject("tenant_id", UUID.class)))
                .list();
    }

    public Verdict verify(Chained lines, TenantId tenant) {
        Verdict verdict = walk(lines, tenant);
        remember(lines, verdict);
        return verdict;
    }

    private Verdict walk(Chained lines, TenantId tenant) {
        Chain.Link link = chain.link();
        long position = 0;
        byte[] hash = null;
        List<Sealed> some;
        do {
            some = after(lines, tenant, position);
            for (Sealed seal : some) {
                String fault = fault(link, hash, position, seal);
                if (fault != null) {
                    return verdict(lines, tenant, position, hash, fault);
                }
                position = seal.position;
                hash = seal.hash;
            }
        } while (some.size() == AT_ONCE);
        return verdict(lines, tenant, position, hash, faultAfter(lines, tenant, position));
    }

    private static @Nullable String fault(Chain.Link link, byte @Nullable [] before, long position, Sealed seal) {
        if (seal.position != position + 1) {
            return "the seals %d to %d are gone".formatted(position + 1, seal.position - 1);
        }
        if (seal.line == null) {
            return "the line %s at %d is gone".formatted(seal.entry, seal.position);
        }
        return seal.isWhole(link, before, seal.line)
                ? null
                : "the line %s at %d was altered or stands in another place".formatted(seal.entry, seal.position);
    }

    private @Nullable String faultAfter(Chained lines, TenantId tenant, long position) {
        long known = latest(lines, tenant).map(Verdict::position).orElse(0L);
        if (known > position) {
            return "the lines %d to %d, which an earlier verification has seen, are cut off"
                    .formatted(position + 1, known);
        }
        return platform.sql("""
                select l.id from %2$s l
                where l.tenant_id = :tenant
                  and not exists (select from %1$sseal s where s.tenant_id = :tenant and s.entry_id = l.id)
                  and not exists (select from %1$sunsealed u where u.tenant_id = :tenant and u.id = l.id)
                order by l.id limit 1
                """.formatted(lines.prefix(), lines.lines()))
                .param("tenant", tenant.value())
                .query((row, index) -> "the line %s was put in past the trail".formatted(row.getString("id")))
                .optional()
                .orElse(null);
    }

    private List<Sealed> after(Chained lines, TenantId tenant, long position) {
        return platform.sql("""
                select s.position, s.entry_id, s.hash, r.hash as redaction, l.* from %sseal s
                left join audit.redaction r on r.tenant_id = s.tenant_id and r.entry_id = s.entry_id
                left join %s l on l.tenant_id = s.tenant_id and l.id = s.entry_id
                where s.tenant_id = ? and s.position > ? order by s.position limit ?
                """.formatted(lines.prefix(), lines.lines()))
                .params(tenant.value(), position, AT_ONCE)
                .query((row, index) -> toSealed(lines, row, index))
                .list();
    }

    private static Sealed toSealed(Chained lines, ResultSet row, int index) throws SQLException {
        return new Sealed(
                row.getLong("position"),
                row.getObject("entry_id", UUID.class),
                row.getBytes("hash"),
                row.getBytes("redaction"),
                row.getObject("id") == null ? null : lines.reader().mapRow(row, index));
    }

    private Verdict verdict(
            Chained lines, TenantId tenant, long position, byte @Nullable [] hash, @Nullable String fault) {
        return new Verdict(tenant, position, hash, fault, unsealed(lines, tenant), clock.instant());
    }

    public long unsealed(Chained lines, TenantId tenant) {
        return platform.sql("select count(*) from %sunsealed where tenant_id = ?".formatted(lines.prefix()))
                .param(tenant.value())
                .query((row, index) -> row.getLong(1))
                .single();
    }

    public Optional<Verdict> latest(Chained lines, TenantId tenant) {
        return platform.sql("select * from %sverification where tenant_id = ?".formatted(lines.prefix()))
                .param(tenant.value())
                .query((row, index) -> new Verdict(
                        tenant,
                        row.getLong("position"),
                        row.getBytes("hash"),
                        row.getString("fault"),
                        0,
                        row.getObject("at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    /** A chain that was found broken does not shorten what it once was. */
    private void remember(Chained lines, Verdict verdict) {
        platform.sql("""
                insert into %sverification as v (tenant_id, position, hash, fault, at)
                values (:tenant, :position, :hash, :fault, :at)
                on conflict (tenant_id) do update
                set fault = :fault, at = :at, position = greatest(v.position, :position),
                    hash = case when :position >= v.position then :hash else v.hash end
                """.formatted(lines.prefix()))
                .param("tenant", verdict.tenant.value())
                .param("position", verdict.position)
                .param("hash", verdict.hash)
                .param("fault", verdict.fault)
                .param("at", verdict.at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
