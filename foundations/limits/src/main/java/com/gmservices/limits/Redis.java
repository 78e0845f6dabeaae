package com.gmservices.limits;

import com.gmservices.database.CannotStart;
import io.github.bucket4j.TimeoutException;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.ClientOptions.DisconnectedBehavior;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.codec.ByteArrayCodec;
import io.lettuce.core.codec.RedisCodec;
import io.lettuce.core.codec.StringCodec;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.NestedExceptionUtils;

/**
 * The Redis of {@code GM_REDIS_URL}. The first question that gets no answer within fifty milliseconds is the last until
 * a look-out, which asks once a second, has heard from it again; so nobody waits for a dead one but those few who asked
 * at that moment. It need not be there at start.
 */
public final class Redis implements Sharing {

    private static final Logger log = LoggerFactory.getLogger(Redis.class);
    private static final Duration PATIENCE = Duration.ofMillis(50);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration BETWEEN_WARNINGS = Duration.ofMinutes(1);

    private final ClientResources resources = ClientResources.builder()
            .reconnectDelay(Delay.constant(SECOND))
            .ioThreadPoolSize(2)
            .computationThreadPoolSize(2)
            .build();
    private final RedisClient client;
    private final ScheduledExecutorService lookout = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("redis-lookout").daemon().factory());

    private @Nullable StatefulRedisConnection<String, byte[]> connection;
    private @Nullable SharedCounts counts;
    private long warnedAt = System.nanoTime() - BETWEEN_WARNINGS.toNanos();
    private volatile @Nullable SharedCounts here;

    Redis(String url) {
        this.client = RedisClient.create(resources, uri(url));
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(DisconnectedBehavior.REJECT_COMMANDS)
                .socketOptions(SocketOptions.builder().connectTimeout(SECOND).build())
                .build());
        look();
        var _ = lookout.scheduleWithFixedDelay(this::look, SECOND.toMillis(), SECOND.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The address may hold a password, which is not repeated. */
    private static RedisURI uri(String url) {
        try {
            RedisURI uri = RedisURI.create(url);
            uri.setTimeout(SECOND);
            return uri;
        } catch (IllegalArgumentException e) {
            throw new CannotStart(
                    "GM_REDIS_URL is an address such as redis://host:6379 or rediss://user:password@host:6380.");
        }
    }

    public boolean isAway() {
        return here == null;
    }

    @Override
    public <T> Optional<T> ask(Function<SharedCounts, T> question) {
        SharedCounts asked = here;
        if (asked == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(question.apply(asked));
        } catch (RedisException | TimeoutException silence) {
            lost(silence);
            return Optional.empty();
        }
    }

    private synchronized void look() {
        try {
            SharedCounts answering = answering();
            if (here == null) {
                here = answering;
                log.info("Redis is there: limits are counted by all nodes together");
            }
        } catch (RuntimeException silence) {
            // Of whatever kind: one that is thrown would be the look-out's last.
            lost(silence);
        }
    }

    private SharedCounts answering() {
        if (connection == null || counts == null) {
            connection = client.connect(RedisCodec.of(StringCodec.UTF8, ByteArrayCodec.INSTANCE));
            connection.setTimeout(PATIENCE);
            counts = new SharedCounts(connection, PATIENCE);
        }
        counts.tryOut();
        return counts;
    }

    /** Said once, however many were asking, and once a minute if it comes and goes. */
    private synchronized void lost(RuntimeException silence) {
        boolean news = here != null || connection == null;
        here = null;
        if (news && System.nanoTime() - warnedAt >= BETWEEN_WARNINGS.toNanos()) {
            warnedAt = System.nanoTime();
            log.warn(
                    "Redis is away: each node counts by itself until it is back ({})",
                    NestedExceptionUtils.getMostSpecificCause(silence).toString());
        }
    }

    @PreDestroy
    void close() {
        lookout.shutdownNow();
        client.shutdown(Duration.ZERO, SECOND);
        resources.shutdown(0, SECOND.toMillis(), TimeUnit.MILLISECONDS).awaitUninterruptibly();
    }
}
