package com.gmservices.identity;

import com.gmservices.audit.People;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.RecentlySeen;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Everybody who can sign in. */
@Repository
class Identities implements People {

    private final JdbcClient jdbc;
    private final RecentlySeen<IdentityId, Optional<CurrentIdentity>> seen = new RecentlySeen<>(50_000);

    Identities(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Identity> find(IdentityId id) {
        return jdbc.sql("select * from identity.identity where id = ?")
                .param(id.value())
                .query(Identities::toIdentity)
                .optional();
    }

    @Override
    public Map<IdentityId, String> names(Collection<IdentityId> people) {
        Map<IdentityId, String> names = new HashMap<>();
        jdbc.sql("""
                select id, concat_ws(' ', first_name, nullif(last_name, '')) as name
                from identity.identity where id = any (?)
                """)
                .params((Object) people.stream().map(IdentityId::value).toArray(UUID[]::new))
                .query(row -> {
                    names.put(new IdentityId(row.getObject("id", UUID.class)), row.getString("name"));
                });
        return names;
    }

    /** As {@link #find}, up to a few seconds old; what this node changes is seen at once. */
    Optional<CurrentIdentity> current(IdentityId id) {
        return seen.get(id, key -> find(key).map(Identity::toCurrent));
    }

    Optional<Identity> findByEmail(String email) {
        // PostgreSQL cannot take a NUL even to compare with.
        return email.indexOf('\0') >= 0
                ? Optional.empty()
                : jdbc.sql("select * from identity.identity where lower(email) = lower(?)")
                        .param(email.strip())
                        .query(Identities::toIdentity)
                        .optional();
    }

    /** @return false when somebody with that address has come in the meantime */
    boolean add(Identity identity) {
        int added = jdbc.sql("""
                insert into identity.identity (id, email, password_hash, first_name, last_name, phone, created_at)
                values (:id, :email, :hash, :first, :last, :phone, :now)
                on conflict (lower(email)) do nothing
                """)
                .param("id", identity.id().value())
                .param("email", identity.email())
                .param("hash", identity.passwordHash())
                .param("first", identity.firstName())
                .param("last", identity.lastName())
                .param("phone", identity.phone())
                .param("now", identity.createdAt().atOffset(ZoneOffset.UTC))
                .update();
        return added == 1;
    }

    /** Writes name and telephone if the revision is still the stored one. */
    Optional<Identity> change(Identity identity) {
        Optional<Identity> changed = jdbc.sql("""
                update identity.identity
                set first_name = :first, last_name = :last, phone = :phone, revision = revision + 1
                where id = :id and revision = :revision
                returning *
                """)
                .param("first", identity.firstName())
                .param("last", identity.lastName())
                .param("phone", identity.phone())
                .param("id", identity.id().value())
                .param("revision", identity.revision())
                .query(Identities::toIdentity)
                .optional();
        forgetAfterCommit(identity.id());
        return changed;
    }

    void changePassword(IdentityId id, String hash) {
        jdbc.sql("update identity.identity set password_hash = ?, password_chosen = true where id = ?")
                .params(hash, id.value())
                .update();
        forgetAfterCommit(id);
    }

    /** Of the same password; nothing happens if it was changed in the meantime. */
    void rehash(Identity identity, String hash) {
        jdbc.sql("update identity.identity set password_hash = ? where id = ? and password_hash = ?")
                .params(hash, identity.id().value(), identity.passwordHash())
                .update();
    }

    /**
     * The first time counts.
     *
     * @return whether it was
     */
    boolean verifyEmail(IdentityId id, Instant now) {
        int verified = jdbc.sql(
                        "update identity.identity set email_verified_at = ? where id = ? and email_verified_at is null")
                .params(now.atOffset(ZoneOffset.UTC), id.value())
                .update();
        forgetAfterCommit(id);
        return verified == 1;
    }

    /** Its owner does not know the password that stands there. */
    void forgetPassword(IdentityId id) {
        jdbc.sql("update identity.identity set password_chosen = false where id = ?")
                .param(id.value())
                .update();
    }

    /** Until the transaction ends nobody else changes by what they sign in. */
    void lock(IdentityId id) {
        jdbc.sql("select id from identity.identity where id = ? for no key update")
                .param(id.value())
                .query((row, index) -> true)
                .list();
    }

    boolean hasChosenPassword(IdentityId id) {
        return jdbc.sql("select password_chosen from identity.identity where id = ?")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    void makeOperator(IdentityId id) {
        jdbc.sql("update identity.identity set operator = true where id = ?")
                .param(id.value())
                .update();
        forgetAfterCommit(id);
    }

    private void forgetAfterCommit(IdentityId id) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                seen.forget(id);
            }
        });
    }

    private static Identity toIdentity(ResultSet row, int index) throws SQLException {
        return new Identity(
                new IdentityId(row.getObject("id", UUID.class)),
                row.getString("email"),
                row.getString("password_hash"),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("phone"),
                row.getBoolean("operator"),
                row.getObject("email_verified_at") != null,
                row.getInt("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
