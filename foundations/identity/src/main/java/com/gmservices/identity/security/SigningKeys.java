package com.gmservices.identity.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.text.ParseException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** The key pair under which access tokens are signed: made when it is first needed, then the same on every node. */
@Component
final class SigningKeys {

    private final JdbcClient jdbc;
    private final TransactionTemplate alone;
    private final Clock clock;
    private volatile @Nullable RSAKey known;

    SigningKeys(JdbcClient jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Making one takes up to seconds on a small machine: not while the first person waits to be signed in. */
    @EventListener(ApplicationReadyEvent.class)
    void makeAhead() {
        Thread.ofVirtual().name("signing-key").start(this::current);
    }

    /** With its private half. */
    RSAKey current() {
        RSAKey key = known;
        if (key == null) {
            // In a transaction of its own: a caller that rolls back must not leave us signing with a key nobody has.
            key = alone.execute(status -> loadOrMake());
            known = key;
        }
        return key;
    }

    JWKSet published() {
        return new JWKSet(current().toPublicJWK());
    }

    private RSAKey loadOrMake() {
        return jdbc.sql("select key from identity.signing_key")
                .query((row, index) -> parse(row.getString("key")))
                .optional()
                .orElseGet(this::make);
    }

    /** Of two nodes that make one at the same time, both use the first. */
    private RSAKey make() {
        RSAKey made = generate();
        jdbc.sql(
                        "insert into identity.signing_key (kid, key, created_at) values (?, ?::jsonb, ?) on conflict do nothing")
                .params(made.getKeyID(), made.toJSONString(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return jdbc.sql("select key from identity.signing_key")
                .query((row, index) -> parse(row.getString("key")))
                .single();
    }

    private RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .issueTime(Date.from(clock.instant()))
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("No key pair could be made", e);
        }
    }

    private static RSAKey parse(String json) {
        try {
            return JWK.parse(json).toRSAKey();
        } catch (ParseException e) {
            throw new IllegalStateException("The stored signing key cannot be read", e);
        }
    }
}
