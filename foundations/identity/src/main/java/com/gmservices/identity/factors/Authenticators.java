package com.gmservices.identity.factors;

import com.gmservices.tenancy.IdentityId;
import com.gmservices.vault.SealedColumn;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The secrets that people's authenticators share with us, sealed. One that is in use stays so until its successor is confirmed. */
@Repository
class Authenticators {

    static final Duration SETUP_TIME = Duration.ofMinutes(30);

    private static final int SECRET_BYTES = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final SealedColumn secrets;
    private final SealedColumn pendingSecrets;
    private final Clock clock;

    Authenticators(
            JdbcClient jdbc,
            @Qualifier("totpSecrets") SealedColumn secrets,
            @Qualifier("pendingTotpSecrets") SealedColumn pendingSecrets,
            Clock clock) {
        this.jdbc = jdbc;
        this.secrets = secrets;
        this.pendingSecrets = pendingSecrets;
        this.clock = clock;
    }

    private record Shared(byte[] secret, int drift) {}

    /** A new secret that nobody has confirmed yet. */
    byte[] begin(IdentityId identity) {
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        jdbc.sql("""
                insert into identity.totp (identity_id, pending, pending_at) values (:id, :secret, :now)
                on conflict (identity_id) do update set pending = :secret, pending_at = :now
                """)
                .param("id", identity.value())
                .param("secret", pendingSecrets.seal(null, identity.value(), secret))
                .param("now", utc(clock.instant()))
                .update();
        return secret;
    }

    Optional<byte[]> pending(IdentityId identity) {
        return jdbc.sql("select pending from identity.totp where identity_id = ? and pending_at > ?")
                .params(identity.value(), utc(clock.instant().minus(SETUP_TIME)))
                .query((row, index) -> pendingSecrets.open(null, identity.value(), row.getBytes("pending")))
                .optional();
    }

    /** Puts the new secret in the place of the old one, if the code is one of it. */
    boolean confirm(IdentityId identity, String code) {
        byte[] secret = pending(identity).orElseThrow(FactorRefused.NothingPending::new);
        long expected = Totp.step(clock.instant());
        OptionalLong step = Totp.match(secret, code, expected);
        return step.isPresent() && put(identity, secret, step.getAsLong(), expected);
    }

    private boolean put(IdentityId identity, byte[] secret, long step, long expected) {
        return jdbc.sql("""
                update identity.totp
                set secret = :secret, confirmed_at = :now, last_step = :step, drift = :drift,
                    pending = null, pending_at = null
                where identity_id = :id and pending is not null
                """)
                        .param("secret", secrets.seal(null, identity.value(), secret))
                        .param("now", utc(clock.instant()))
                        .param("step", step)
                        .param("drift", step - expected)
                        .param("id", identity.value())
                        .update()
                == 1;
    }

    /**
     * Whether this is the person's code at this moment, for the first time. How far their clock was off is remembered
     * (RFC 6238, section 6), so that one that is forty seconds late is understood at every second of a step.
     */
    boolean use(IdentityId identity, String code) {
        Optional<Shared> shared = find(identity);
        if (shared.isEmpty()) {
            return false;
        }
        long now = Totp.step(clock.instant());
        OptionalLong step =
                Totp.match(shared.get().secret(), code, now + shared.get().drift());
        return step.isPresent() && spend(identity, step.getAsLong(), now);
    }

    private boolean spend(IdentityId identity, long step, long now) {
        long drift = Math.clamp(step - now, -Totp.TOLERANCE, Totp.TOLERANCE);
        return jdbc.sql("""
                update identity.totp set last_step = :step, drift = :drift
                where identity_id = :id and last_step < :step
                """)
                        .param("step", step)
                        .param("drift", drift)
                        .param("id", identity.value())
                        .update()
                == 1;
    }

    void remove(IdentityId identity) {
        jdbc.sql("delete from identity.totp where identity_id = ?")
                .param(identity.value())
                .update();
    }

    private Optional<Shared> find(IdentityId identity) {
        return jdbc.sql("select secret, drift from identity.totp where identity_id = ? and secret is not null")
                .param(identity.value())
                .query((row, index) -> shared(identity, row))
                .optional();
    }

    private Shared shared(IdentityId identity, ResultSet row) throws SQLException {
        return new Shared(secrets.open(null, identity.value(), row.getBytes("secret")), row.getInt("drift"));
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
