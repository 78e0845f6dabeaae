package com.gmservices.payments;

import com.gmservices.database.Ids;
import com.gmservices.payments.gateway.Means;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import com.gmservices.vault.SealedColumn;
import com.gmservices.vault.Vault;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The means of payment that members of the current tenant have left with its gateways. Tokens are sealed. */
@Repository
class SavedMethods {

    private final JdbcClient jdbc;
    private final SealedColumn tokens;
    private final JsonMapper json;

    SavedMethods(JdbcClient jdbc, SealedColumn paymentMethodTokens, JsonMapper json) {
        this.jdbc = jdbc;
        this.tokens = paymentMethodTokens;
        this.json = json;
    }

    static SealedColumn column(JdbcClient jdbc, Vault vault) {
        return SealedColumn.ofTenants(jdbc, vault, "payments.payment_method", "id", "token");
    }

    /** What is sealed. */
    private record Token(String token, @Nullable String customer) {}

    /** One that the member has kept already stays as it is. The first is preferred. */
    void keep(MemberId member, String gateway, Means means, Instant consentAt) {
        UUID id = Ids.next();
        YearMonth expires = means.expires();
        jdbc.sql("""
                insert into payments.payment_method
                  (tenant_id, id, member, gateway, token, hash, brand, ending, expires, preferred, consent_at)
                select :tenant, :id, :member, :gateway, :token, :hash, :brand, :ending, :expires,
                  not exists (select from payments.payment_method
                    where tenant_id = :tenant and member = :member and preferred), :consentAt
                on conflict do nothing
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", id)
                .param("member", member.value())
                .param("gateway", gateway)
                .param(
                        "token",
                        tokens.seal(
                                CurrentTenant.id(),
                                id,
                                json.writeValueAsBytes(new Token(means.token(), means.customer()))))
                .param("hash", hash(means.token()))
                .param("brand", means.brand())
                .param("ending", means.ending())
                .param("expires", expires == null ? null : expires.atEndOfMonth())
                .param("consentAt", consentAt.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<SavedMethod> find(UUID id) {
        return jdbc.sql("""
                select * from payments.payment_method where tenant_id = ? and id = ? and removed_at is null
                """)
                .params(CurrentTenant.id().value(), id)
                .query(this::toMethod)
                .optional();
    }

    /** By what a caller says, which may be something else than an id. */
    Optional<SavedMethod> named(String id) {
        try {
            return find(UUID.fromString(id));
        } catch (IllegalArgumentException somethingElse) {
            return Optional.empty();
        }
    }

    /** The preferred one first. */
    List<SavedMethod> of(MemberId member) {
        return jdbc.sql("""
                select * from payments.payment_method where tenant_id = ? and member = ? and removed_at is null
                order by preferred desc, id desc
                """)
                .params(CurrentTenant.id().value(), member.value())
                .query(this::toMethod)
                .list();
    }

    /** In two steps, for at no moment may two be preferred. */
    void prefer(SavedMethod method) {
        jdbc.sql(
                        "update payments.payment_method set preferred = false where tenant_id = ? and member = ? and preferred")
                .params(CurrentTenant.id().value(), method.member().value())
                .update();
        jdbc.sql("""
                update payments.payment_method set preferred = true
                where tenant_id = ? and id = ? and removed_at is null
                """).params(CurrentTenant.id().value(), method.id()).update();
    }

    /** One that its gateway has not forgotten yet. */
    record Leaving(SavedMethod method, Instant since, int asked) {}

    /** From now on nobody pays with it. Its gateway is asked to forget it at once, and again at that time. */
    Leaving remove(SavedMethod method, Instant now, Instant askAgain) {
        jdbc.sql("""
                update payments.payment_method set removed_at = ?, preferred = false, forget_at = ?
                where tenant_id = ? and id = ? and removed_at is null
                """)
                .params(utc(now), utc(askAgain), CurrentTenant.id().value(), method.id())
                .update();
        return new Leaving(method, now, 0);
    }

    List<Leaving> leaving(Instant now, int limit) {
        return jdbc.sql("""
                select * from payments.payment_method where tenant_id = ? and forget_at <= ? order by forget_at limit ?
                """)
                .params(CurrentTenant.id().value(), utc(now), limit)
                .query((row, index) -> new Leaving(
                        toMethod(row, index),
                        row.getObject("removed_at", OffsetDateTime.class).toInstant(),
                        row.getInt("forget_asked")))
                .list();
    }

    /** True for one of those who found it due. */
    boolean claim(Leaving leaving, Instant next) {
        return jdbc.sql("""
                update payments.payment_method set forget_asked = forget_asked + 1, forget_at = ?
                where tenant_id = ? and id = ? and forget_asked = ? and forget_at is not null
                """)
                        .params(utc(next), CurrentTenant.id().value(), leaving.method.id(), leaving.asked)
                        .update()
                == 1;
    }

    /** Whether somebody pays with the same by now. */
    boolean isKeptAnew(UUID id) {
        return jdbc.sql("""
                select exists (select from payments.payment_method gone
                  join payments.payment_method kept on kept.tenant_id = gone.tenant_id and kept.gateway = gone.gateway
                    and kept.hash = gone.hash and kept.removed_at is null
                  where gone.tenant_id = ? and gone.id = ?)
                """)
                .params(CurrentTenant.id().value(), id)
                .query(Boolean.class)
                .single();
    }

    void forgotten(UUID id) {
        jdbc.sql("update payments.payment_method set forget_at = null where tenant_id = ? and id = ?")
                .params(CurrentTenant.id().value(), id)
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private SavedMethod toMethod(ResultSet row, int index) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Token token = json.readValue(tokens.open(CurrentTenant.id(), id, row.getBytes("token")), Token.class);
        Date expires = row.getDate("expires");
        return new SavedMethod(
                id,
                new MemberId(row.getObject("member", UUID.class)),
                row.getString("gateway"),
                new Means(
                        token.token,
                        token.customer,
                        row.getString("brand"),
                        row.getString("ending"),
                        expires == null ? null : YearMonth.from(expires.toLocalDate())),
                row.getBoolean("preferred"),
                row.getObject("consent_at", OffsetDateTime.class).toInstant());
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
