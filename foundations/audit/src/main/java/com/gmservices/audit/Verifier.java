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
class Verifier {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient platform;
    private final Chain chain;
    private final Clock clock;

    Verifier(@PlatformDatabase JdbcClient platform, Chain chain, Clock clock) {
        this.platform = platform;
        this.chain = chain;
        this.clock = clock;
    }

    /** @param position up to where the chain holds */
    record Verdict(
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
            long position,
            UUID entry,
            byte[] hash,
            @Nullable Entry line) {}

    List<TenantId> tenants() {
        return platform.sql("""
                select tenant_id from audit.verification union select tenant_id from audit.seal where position = 1
                union select tenant_id from audit.unsealed order by tenant_id
                """)
                .query((row, index) -> new TenantId(row.getObject("tenant_id", UUID.class)))
                .list();
    }

    Verdict verify(TenantId tenant) {
        Verdict verdict = walk(tenant);
        remember(verdict);
        return verdict;
    }

    private Verdict walk(TenantId tenant) {
        Chain.Link link = chain.link();
        long position = 0;
        byte[] hash = null;
        List<Sealed> some;
        do {
            some = after(tenant, position);
            for (Sealed seal : some) {
                String fault = fault(link, hash, position, seal);
                if (fault != null) {
                    return verdict(tenant, position, hash, fault);
                }
                position = seal.position;
                hash = seal.hash;
            }
        } while (some.size() == AT_ONCE);
        return verdict(tenant, position, hash, faultAfter(tenant, position));
    }

    private static @Nullable String fault(Chain.Link link, byte @Nullable [] before, long position, Sealed seal) {
        if (seal.position != position + 1) {
            return "the seals %d to %d are gone".formatted(position + 1, seal.position - 1);
        }
        if (seal.line == null) {
            return "the line %s at %d is gone".formatted(seal.entry, seal.position);
        }
        return Arrays.equals(link.seal(before, seal.position, seal.line), seal.hash)
                ? null
                : "the line %s at %d was altered or stands in another place".formatted(seal.entry, seal.position);
    }

    private @Nullable String faultAfter(TenantId tenant, long position) {
        long known = latest(tenant).map(Verdict::position).orElse(0L);
        if (known > position) {
            return "the lines %d to %d, which an earlier verification has seen, are cut off"
                    .formatted(position + 1, known);
        }
        return platform.sql("""
                select id from audit.entry e
                where tenant_id = :tenant
                  and not exists (select from audit.seal s where s.tenant_id = :tenant and s.entry_id = e.id)
                  and not exists (select from audit.unsealed u where u.tenant_id = :tenant and u.id = e.id)
                order by id limit 1
                """)
                .param("tenant", tenant.value())
                .query((row, index) -> "the line %s was put in past the trail".formatted(row.getString("id")))
                .optional()
                .orElse(null);
    }

    private List<Sealed> after(TenantId tenant, long position) {
        return platform.sql("""
                select s.position, s.entry_id, s.hash, e.* from audit.seal s
                left join audit.entry e on e.tenant_id = s.tenant_id and e.id = s.entry_id
                where s.tenant_id = ? and s.position > ? order by s.position limit ?
                """)
                .params(tenant.value(), position, AT_ONCE)
                .query(Verifier::toSealed)
                .list();
    }

    private static Sealed toSealed(ResultSet row, int index) throws SQLException {
        return new Sealed(
                row.getLong("position"),
                row.getObject("entry_id", UUID.class),
                row.getBytes("hash"),
                row.getObject("id") == null ? null : Entries.toEntry(row, index));
    }

    private Verdict verdict(TenantId tenant, long position, byte @Nullable [] hash, @Nullable String fault) {
        return new Verdict(tenant, position, hash, fault, unsealed(tenant), clock.instant());
    }

    long unsealed(TenantId tenant) {
        return platform.sql("select count(*) from audit.unsealed where tenant_id = ?")
                .param(tenant.value())
                .query((row, index) -> row.getLong(1))
                .single();
    }

    Optional<Verdict> latest(TenantId tenant) {
        return platform.sql("select * from audit.verification where tenant_id = ?")
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
    private void remember(Verdict verdict) {
        platform.sql("""
                insert into audit.verification (tenant_id, position, hash, fault, at)
                values (:tenant, :position, :hash, :fault, :at)
                on conflict (tenant_id) do update
                set fault = :fault, at = :at, position = greatest(verification.position, :position),
                    hash = case when :position >= verification.position then :hash else verification.hash end
                """)
                .param("tenant", verdict.tenant.value())
                .param("position", verdict.position)
                .param("hash", verdict.hash)
                .param("fault", verdict.fault)
                .param("at", verdict.at.atOffset(ZoneOffset.UTC))
                .update();
    }
}
