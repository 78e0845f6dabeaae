package com.gmservices.identity.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.gmservices.vault.SealedColumn;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the signing keys lie, the private half sealed by the platform. */
@Repository
class StoredKeys {

    private final JdbcClient jdbc;
    private final SealedColumn sealed;
    private final Clock clock;

    StoredKeys(JdbcClient jdbc, @Qualifier("signingKeyColumn") SealedColumn sealed, Clock clock) {
        this.jdbc = jdbc;
        this.sealed = sealed;
        this.clock = clock;
    }

    record Stored(int generation, RSAKey key, Instant signsFrom) {}

    List<Stored> all() {
        return jdbc.sql("select * from identity.signing_key order by generation")
                .query((row, index) -> new Stored(
                        row.getInt("generation"),
                        read(sealed.open(null, row.getObject("kid", UUID.class), row.getBytes("key"))),
                        row.getObject("signs_from", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Of two nodes that make one of the same generation, both use the first. */
    void add(Stored made) {
        var kid = UUID.fromString(made.key().getKeyID());
        byte[] key = sealed.seal(null, kid, made.key().toJSONString().getBytes(UTF_8));
        jdbc.sql("""
                insert into identity.signing_key (kid, key, created_at, generation, signs_from)
                values (?, ?, ?, ?, ?)
                on conflict do nothing
                """)
                .params(kid, key, at(clock.instant()), made.generation(), at(made.signsFrom()))
                .update();
    }

    void forgetSucceededBefore(Instant time) {
        jdbc.sql("""
                delete from identity.signing_key k
                where exists (
                    select from identity.signing_key s
                    where s.generation > k.generation and s.signs_from < ?)
                """).param(at(time)).update();
    }

    private static RSAKey read(byte[] written) {
        try {
            return JWK.parse(new String(written, UTF_8)).toRSAKey();
        } catch (ParseException e) {
            throw new IllegalStateException("The stored signing key cannot be read", e);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
