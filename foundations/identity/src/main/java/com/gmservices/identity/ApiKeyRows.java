package com.gmservices.identity;

import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class ApiKeyRows {

    private final JdbcClient jdbc;

    ApiKeyRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void insert(ApiKey key, byte[] hash) {
        jdbc.sql("""
                insert into identity.api_key
                    (tenant_id, id, member_id, identity_id, name, prefix, last_four, hash, scopes, made_by, created_at,
                     expires_at)
                values (:tenant, :id, :member, :identity, :name, :prefix, :lastFour, :hash, :scopes, :madeBy, :created,
                     :expires)
                """)
                .param("tenant", key.tenant().value())
                .param("id", key.id())
                .param("member", key.member().value())
                .param(
                        "identity",
                        key.identity() == null ? null : key.identity().value())
                .param("name", key.name())
                .param("prefix", key.prefix())
                .param("lastFour", key.lastFour())
                .param("hash", hash)
                .param("scopes", key.scopes().toArray(String[]::new))
                .param("madeBy", key.madeBy().value())
                .param("created", at(key.createdAt()))
                .param("expires", key.expiresAt() == null ? null : at(key.expiresAt()))
                .update();
    }

    /** Of one person, or without one of the business, the newest first; what was revoked is not there. */
    List<ApiKey> all(TenantId tenant, @Nullable IdentityId identity) {
        return jdbc.sql("""
                select * from identity.api_key
                where tenant_id = :tenant and identity_id is not distinct from :identity and revoked_at is null
                order by id desc
                """)
                .param("tenant", tenant.value())
                .param("identity", identity == null ? null : identity.value())
                .query(ApiKeyRows::toKey)
                .list();
    }

    /** One that is good now. The hash is compared again, in constant time, whatever the index does. */
    Optional<ApiKey> find(TenantId tenant, byte[] hash, Instant now) {
        return jdbc.sql("""
                select * from identity.api_key
                where tenant_id = ? and hash = ? and revoked_at is null and (expires_at is null or expires_at > ?)
                """)
                .params(tenant.value(), hash, at(now))
                .query((row, index) -> MessageDigest.isEqual(hash, row.getBytes("hash"))
                        ? Optional.of(toKey(row, index))
                        : Optional.<ApiKey>empty())
                .optional()
                .flatMap(found -> found);
    }

    /** Of one that may have been revoked or have expired. */
    Optional<UUID> idOf(TenantId tenant, byte[] hash) {
        return jdbc.sql("select id from identity.api_key where tenant_id = ? and hash = ?")
                .params(tenant.value(), hash)
                .query(UUID.class)
                .optional();
    }

    void markUsed(ApiKey key, Instant now) {
        jdbc.sql("update identity.api_key set last_used_at = ? where tenant_id = ? and id = ?")
                .params(at(now), key.tenant().value(), key.id())
                .update();
    }

    /** False when there is no such key. */
    boolean revoke(TenantId tenant, UUID id, @Nullable IdentityId identity, MemberId by, Instant now) {
        return jdbc.sql("""
                update identity.api_key set revoked_at = :now, revoked_by = :by
                where tenant_id = :tenant and id = :id and identity_id is not distinct from :identity
                  and revoked_at is null
                """)
                        .param("now", at(now))
                        .param("by", by.value())
                        .param("tenant", tenant.value())
                        .param("id", id)
                        .param("identity", identity == null ? null : identity.value())
                        .update()
                == 1;
    }

    private static ApiKey toKey(ResultSet row, int index) throws SQLException {
        UUID identity = row.getObject("identity_id", UUID.class);
        return new ApiKey(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getObject("id", UUID.class),
                new MemberId(row.getObject("member_id", UUID.class)),
                identity == null ? null : new IdentityId(identity),
                row.getString("name"),
                row.getString("prefix"),
                row.getString("last_four"),
                Set.of((String[]) row.getArray("scopes").getArray()),
                new MemberId(row.getObject("made_by", UUID.class)),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row.getObject("expires_at", OffsetDateTime.class)),
                instant(row.getObject("last_used_at", OffsetDateTime.class)));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
