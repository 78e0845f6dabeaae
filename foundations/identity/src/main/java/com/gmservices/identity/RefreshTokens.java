package com.gmservices.identity;

import com.gmservices.identity.security.Origin;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.RecentlySeen;
import com.gmservices.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Each refresh token is used once and gives the next one (RFC 9700, 4.14.2). Whoever brings a used one has stolen it or
 * was stolen from, so the whole family ends; except within ten seconds, when it is the same program that asked twice or
 * did not hear the answer: it gets another child. After ninety days somebody signs in again.
 */
@Component
class RefreshTokens {

    private static final Duration LIFETIME = Duration.ofDays(30);
    private static final Duration LONGEST = Duration.ofDays(90);
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final JdbcClient jdbc;
    private final Clock clock;
    private final RecentlySeen<UUID, Boolean> ongoing = new RecentlySeen<>(50_000);

    RefreshTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who signed in, for which tenant if any. */
    record Family(UUID id, IdentityId identity, @Nullable TenantId tenant) {}

    /** One that can be renewed yet; used when its last token was given out. */
    record Open(UUID id, Origin origin, Instant begun, Instant lastUsed) {}

    record Issued(Opaque token, Family family) {}

    @Transactional
    public Issued begin(IdentityId identity, Optional<TenantId> tenant, Origin origin) {
        var family = new Family(UUID.randomUUID(), identity, tenant.orElse(null));
        jdbc.sql("""
                insert into identity.refresh_family (id, identity_id, audience, created_at, user_agent, address)
                values (:id, :identity, :audience, :now, :agent, :address)
                """)
                .param("id", family.id())
                .param("identity", identity.value())
                .param("audience", tenant.map(TenantId::value).orElse(null))
                .param("now", at(clock.instant()))
                .param("agent", origin.userAgent())
                .param("address", origin.address())
                .update();
        Opaque token = Opaque.next();
        jdbc.sql("insert into identity.refresh_token (hash, family, expires_at) values (?, ?, ?)")
                .params(token.hash(), family.id(), at(clock.instant().plus(LIFETIME)))
                .update();
        return new Issued(token, family);
    }

    /**
     * One statement, so that of two that come at once both see what the other did. The family's row is locked before its
     * token's, as it is when a family ends: the other way round the two could wait for each other.
     */
    @Transactional
    public Optional<Issued> rotate(Opaque token) {
        Opaque child = Opaque.next();
        Instant now = clock.instant();
        return jdbc.sql("""
                with locked as (
                    select f.id from identity.refresh_family f join identity.refresh_token t on t.family = f.id
                    where t.hash = :hash and f.created_at > :oldest
                    for key share of f
                ), used as (
                    update identity.refresh_token t set used_at = coalesce(used_at, :now)
                    from locked
                    where t.hash = :hash and t.family = locked.id
                      and t.expires_at > :now and (t.used_at is null or t.used_at > :grace)
                    returning t.family
                ), child as (
                    insert into identity.refresh_token (hash, family, expires_at)
                    select :child, family, :expires from used
                )
                select f.* from identity.refresh_family f join used on f.id = used.family
                """)
                .param("hash", token.hash())
                .param("child", child.hash())
                .param("now", at(now))
                .param("grace", at(now.minus(GRACE)))
                .param("oldest", at(now.minus(LONGEST)))
                .param("expires", at(now.plus(LIFETIME)))
                .query(RefreshTokens::toFamily)
                .optional()
                .map(family -> new Issued(child, family));
    }

    /** The family of a token that was used before, which is ended by this; even if the caller's transaction fails. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public Optional<Family> endIfReused(Opaque token) {
        forgetAfterCommit();
        return jdbc.sql("""
                delete from identity.refresh_family f using identity.refresh_token t
                where t.hash = ? and t.used_at is not null and f.id = t.family
                returning f.*
                """).param(token.hash()).query(RefreshTokens::toFamily).optional();
    }

    List<Open> of(IdentityId identity) {
        return jdbc.sql("""
                select f.id, f.user_agent, f.address, f.created_at, coalesce(max(t.used_at), f.created_at) as last_used
                from identity.refresh_family f join identity.refresh_token t on t.family = f.id
                where f.identity_id = ?
                group by f.id having max(t.expires_at) > ?
                """)
                .params(identity.value(), at(clock.instant()))
                .query((row, index) -> new Open(
                        row.getObject("id", UUID.class),
                        new Origin(row.getString("user_agent"), row.getString("address")),
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        row.getObject("last_used", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Up to a few seconds old; what ends on this node has ended at once. */
    boolean goesOn(UUID family) {
        return ongoing.get(
                family,
                id -> jdbc.sql("select exists (select from identity.refresh_family where id = ?) as is")
                        .param(id)
                        .query((row, index) -> row.getBoolean("is"))
                        .single());
    }

    @Transactional
    public void end(UUID family) {
        jdbc.sql("delete from identity.refresh_family where id = ?")
                .param(family)
                .update();
        forgetAfterCommit();
    }

    /** @return whether there was one of theirs by this id */
    @Transactional
    public boolean end(IdentityId identity, UUID family) {
        int ended = jdbc.sql("delete from identity.refresh_family where identity_id = ? and id = ?")
                .params(identity.value(), family)
                .update();
        forgetAfterCommit();
        return ended > 0;
    }

    private void forgetAfterCommit() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                ongoing.forgetAll();
            }
        });
    }

    /**
     * All of somebody's, or all but one.
     *
     * @return how many there were
     */
    @Transactional
    public int endOthers(IdentityId identity, @Nullable UUID kept) {
        int ended = jdbc.sql(
                        "delete from identity.refresh_family where identity_id = :identity and id is distinct from :kept")
                .param("identity", identity.value())
                .param("kept", kept)
                .update();
        forgetAfterCommit();
        return ended;
    }

    /** Those that nobody can use any more. */
    @Transactional
    public void forgetExpired() {
        jdbc.sql("""
                delete from identity.refresh_family f
                where not exists (
                    select from identity.refresh_token t where t.family = f.id and t.expires_at > :now)
                """).param("now", at(clock.instant())).update();
    }

    private static Family toFamily(ResultSet row, int index) throws SQLException {
        UUID tenant = row.getObject("audience", UUID.class);
        return new Family(
                row.getObject("id", UUID.class),
                new IdentityId(row.getObject("identity_id", UUID.class)),
                tenant == null ? null : new TenantId(tenant));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
