package com.gmservices.identity.security;

import com.gmservices.database.CannotStart;
import com.gmservices.identity.security.StoredKeys.Stored;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The key pairs under which access tokens are signed, the same on every node: a new one every thirty days. It is published
 * a day before it signs, so that whoever keeps our published keys for a while has it in time, and a day after its
 * successor has begun, when the last token that it signed is long past.
 */
@Component
public final class SigningKeys {

    /** RFC 7518 takes nothing shorter. */
    private static final int SHORTEST = 2048;

    static final Duration SIGNS = Duration.ofDays(30);
    static final Duration NOTICE = Duration.ofDays(1);

    /** Of another node's making may be as old: far less than the notice. */
    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final StoredKeys stored;
    private final TransactionTemplate alone;
    private final Clock clock;
    private final int bits;
    private volatile @Nullable Known known;

    /** @param bits 3072 are as strong as 128 bits (NIST SP 800-57); tests have no such time for making keys */
    SigningKeys(
            StoredKeys stored,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${gm.signing-key-bits:3072}") int bits) {
        if (bits < SHORTEST) {
            throw new CannotStart("gm.signing-key-bits has to be %d or more.".formatted(SHORTEST));
        }
        this.bits = bits;
        this.stored = stored;
        this.clock = clock;
        this.alone = new TransactionTemplate(transactions);
        this.alone.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Oldest first. */
    private record Known(List<Stored> keys, Instant at) {}

    /** Making one takes up to seconds on a small machine: not while the first person waits to be signed in. */
    @EventListener(ApplicationReadyEvent.class)
    void makeAhead() {
        Thread.ofVirtual().name("signing-key").start(this::current);
    }

    /** With its private half. */
    RSAKey current() {
        Instant now = clock.instant();
        return keys().reversed().stream()
                .filter(key -> !key.signsFrom().isAfter(now))
                .findFirst()
                .orElseGet(() -> keys().getFirst())
                .key();
    }

    JWKSet published() {
        return new JWKSet(
                keys().stream().map(key -> (JWK) key.key().toPublicJWK()).toList());
    }

    /** Makes the next key when it is time, and forgets those that have nothing more to say. Run once a day or oftener. */
    public void rotate() {
        Instant now = clock.instant();
        Stored newest = load().getLast();
        if (!newest.signsFrom().plus(SIGNS).minus(NOTICE).isAfter(now)) {
            RSAKey next = generate();
            alone.executeWithoutResult(
                    status -> stored.add(new Stored(newest.generation() + 1, next, now.plus(NOTICE))));
        }
        alone.executeWithoutResult(status -> stored.forgetSucceededBefore(now.minus(NOTICE)));
        known = null;
    }

    private List<Stored> keys() {
        Known seen = known;
        Instant now = clock.instant();
        if (seen == null || seen.at().plus(REMEMBERED).isBefore(now)) {
            seen = new Known(load(), now);
            known = seen;
        }
        return seen.keys();
    }

    /** In a transaction of its own: a caller that rolls back must not leave us signing with a key nobody has. */
    private List<Stored> load() {
        return Objects.requireNonNull(alone.execute(status -> {
            List<Stored> keys = stored.all();
            if (!keys.isEmpty()) {
                return keys;
            }
            stored.add(new Stored(1, generate(), clock.instant()));
            return stored.all();
        }));
    }

    private RSAKey generate() {
        try {
            return new RSAKeyGenerator(bits)
                    .keyID(UUID.randomUUID().toString())
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .issueTime(Date.from(clock.instant()))
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("No key pair could be made", e);
        }
    }
}
