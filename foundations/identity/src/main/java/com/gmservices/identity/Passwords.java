package com.gmservices.identity;

import com.gmservices.identity.Argon2idEncoder.Cost;
import com.gmservices.identity.factors.SlowHash;
import jakarta.annotation.PreDestroy;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponseException;

/**
 * Hashes passwords, as many at once as there are cores, with a short queue before them. On threads of the system rather than virtual ones, whose few
 * carriers would be kept from all other calls.
 */
@Component
class Passwords implements SlowHash {

    private static final int QUEUE_PER_CORE = 16;

    private final PasswordEncoder encoder;

    /** Checked in place of the hash that a person nobody knows does not have: both answers take the same time. */
    private final String nobodys;

    private final ExecutorService hashing = pool(Runtime.getRuntime().availableProcessors());

    /** As many as hash and wait for it. */
    private final Semaphore room = new Semaphore(Runtime.getRuntime().availableProcessors() * (QUEUE_PER_CORE + 1));

    /** By default as RFC 9106 advises second, for less memory than the first. */
    Passwords(@Value("${gm.argon2.kibibytes:65536}") int kibibytes, @Value("${gm.argon2.passes:3}") int passes) {
        this.encoder = new DelegatingPasswordEncoder(
                "argon2id", Map.of("argon2id", new Argon2idEncoder(new Cost(kibibytes, passes))));
        this.nobodys = encode(UUID.randomUUID().toString());
    }

    /**
     * Does what ends in hashing a password, unless as many are at it as are served within a second or two: asked before
     * anything is looked up, so that whom a storm brings beyond that costs neither a connection nor memory.
     */
    <T> T admit(Supplier<T> work) {
        if (!room.tryAcquire()) {
            throw new Busy();
        }
        try {
            return work.get();
        } finally {
            room.release();
        }
    }

    @Override
    public String hash(String password) {
        return compute(() -> encode(password));
    }

    boolean matches(String password, Optional<Identity> identity) {
        String hash = identity.map(Identity::passwordHash).orElse(nobodys);
        return compute(() -> encoder.matches(password, hash)) && identity.isPresent();
    }

    /** Whether it was hashed when hashing cost less, or more. */
    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }

    /** Judging one takes as long as hashing it, and waits its turn with it. */
    <T> T judge(Callable<T> work) {
        return compute(work);
    }

    @Override
    public boolean matches(String secret, String hash) {
        return compute(() -> encoder.matches(secret, hash));
    }

    private String encode(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalArgumentException("No password");
        }
        return hash;
    }

    private <T> T compute(Callable<T> work) {
        try {
            return hashing.submit(work).get();
        } catch (RejectedExecutionException full) {
            throw new Busy();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A password could not be hashed", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
    }

    private static ExecutorService pool(int cores) {
        return new ThreadPoolExecutor(
                cores,
                cores,
                0,
                TimeUnit.SECONDS,
                new ArrayBlockingQueue<>(cores * QUEUE_PER_CORE),
                Thread.ofPlatform().name("passwords-", 1).daemon().factory());
    }

    @PreDestroy
    void close() {
        hashing.shutdownNow();
    }

    /** More people sign in than can be served within a second. */
    static final class Busy extends ErrorResponseException {
        Busy() {
            super(HttpStatus.SERVICE_UNAVAILABLE);
            setDetail("Many people are signing in: try again in a moment");
            getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
        }
    }
}
