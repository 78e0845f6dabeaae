package com.gmservices.identity.security;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Where the signing keys lie. */
@Repository
class StoredKeys {

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredKeys(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Stored(int generation, RSAKey key, Instant signsFrom) {}

    List<Stored> all() {
        return jdbc.sql("select * from identity.signing_key order by generation")
                .query((row, index) -> new Stored(
                        row.getInt("generation"),
                        read(row.getString("key")),
                        row.getObject("signs_from", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** Of two nodes that make one of the same generation, both use the first. */
    void add(Stored made) {
        jdbc.sql("""
                insert into identity.signing_key (kid, key, created_at, generation, signs_from)
                values (?, ?::jsonb, ?, ?, ?)
                on conflict do nothing
                """)
                .params(
                        made.key().getKeyID(),
                        written(made.key()),
                        at(clock.instant()),
                        made.generation(),
                        at(made.signsFrom()))
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

    /** The private half as it is stored. */
    private static String written(RSAKey key) {
        return key.toJSONString();
    }

    private static RSAKey read(String written) {
        try {
            return JWK.parse(written).toRSAKey();
        } catch (ParseException e) {
            throw new IllegalStateException("The stored signing key cannot be read", e);
        }
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
