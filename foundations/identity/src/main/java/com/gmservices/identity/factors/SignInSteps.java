package com.gmservices.identity.factors;

import com.gmservices.identity.Opaque;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** People between their password and their second factor: for ten minutes, and ten tries. */
@Component
public class SignInSteps {

    private static final Duration LIFETIME = Duration.ofMinutes(10);
    private static final int MOST_TRIES = 10;

    private final JdbcClient jdbc;
    private final Clock clock;

    SignInSteps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who has shown a first factor, for which tenant they sign in, and what their passkey was last asked to sign. */
    public record Step(IdentityId identity, Optional<TenantId> tenant, Means shown, byte @Nullable [] nonce) {

        @Override
        public String toString() {
            return "Step[" + identity + "]";
        }
    }

    public Opaque begin(IdentityId identity, Optional<TenantId> tenant, Means shown) {
        Opaque token = Opaque.next();
        jdbc.sql("""
                insert into identity.sign_in_step (token_hash, identity_id, audience, shown, expires_at)
                values (:hash, :identity, :audience, :shown, :expires)
                """)
                .param("hash", token.hash())
                .param("identity", identity.value())
                .param("audience", tenant.map(TenantId::value).orElse(null))
                .param("shown", shown.code())
                .param("expires", utc(clock.instant().plus(LIFETIME)))
                .update();
        return token;
    }

    public Optional<Step> find(Opaque token) {
        return jdbc.sql("select * from identity.sign_in_step where token_hash = ? and expires_at > ? and tries < ?")
                .params(token.hash(), utc(clock.instant()), MOST_TRIES)
                .query(SignInSteps::toStep)
                .optional();
    }

    /** As {@link #find}, for a try that counts. */
    public Optional<Step> attempt(Opaque token) {
        return jdbc.sql("""
                update identity.sign_in_step set tries = tries + 1
                where token_hash = ? and expires_at > ? and tries < ?
                returning *
                """)
                .params(token.hash(), utc(clock.instant()), MOST_TRIES)
                .query(SignInSteps::toStep)
                .optional();
    }

    public void ask(Opaque token, byte[] nonce) {
        jdbc.sql("update identity.sign_in_step set nonce = ? where token_hash = ?")
                .params(nonce, token.hash())
                .update();
    }

    /** False for the second of two who finish at the same time. */
    public boolean finish(Opaque token) {
        return jdbc.sql("delete from identity.sign_in_step where token_hash = ?")
                        .param(token.hash())
                        .update()
                == 1;
    }

    public void forgetExpired() {
        jdbc.sql("delete from identity.sign_in_step where expires_at < ?")
                .param(utc(clock.instant()))
                .update();
    }

    private static Step toStep(ResultSet row, int index) throws SQLException {
        UUID tenant = row.getObject("audience", UUID.class);
        return new Step(
                new IdentityId(row.getObject("identity_id", UUID.class)),
                Optional.ofNullable(tenant).map(TenantId::new),
                Means.valueOf(row.getString("shown").toUpperCase(Locale.ROOT)),
                row.getBytes("nonce"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
