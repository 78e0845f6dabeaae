package com.gmservices.limits;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.ExpirationAfterWriteStrategy;
import io.github.bucket4j.distributed.proxy.ProxyManager;
import io.github.bucket4j.redis.lettuce.Bucket4jLettuce;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;

/**
 * Buckets and pauses in Redis. Names of callers go there as digests: an address or a mail address in a memory that is
 * shared, and perhaps dumped, would serve nobody. What nobody asks for any more expires there.
 */
final class SharedCounts {

    /** By Redis's own clock, so that nodes whose clocks differ see the same pause. */
    private static final String TAKE = """
            local time = redis.call('TIME')
            local now = time[1] * 1000 + math.floor(time[2] / 1000)
            local tries = redis.call('HMGET', KEYS[1], 'count', 'last')
            local count = tonumber(tries[1]) or 0
            local free, longest = tonumber(ARGV[1]), tonumber(ARGV[2])
            if count >= free then
              local wait = tries[2] + math.min(1000 * 2 ^ math.min(count - free, 20), longest) - now
              if wait > 0 then return wait end
            end
            redis.call('HSET', KEYS[1], 'count', count + 1, 'last', string.format('%.0f', now))
            redis.call('PEXPIRE', KEYS[1], ARGV[3])
            return 0
            """;

    private static final String GIVE_BACK = """
            local count = tonumber(redis.call('HGET', KEYS[1], 'count')) or 0
            if count > 1 then redis.call('HINCRBY', KEYS[1], 'count', -1) else redis.call('DEL', KEYS[1]) end
            return 0
            """;

    private static final String TRY_OUT = "return redis.call('SET', KEYS[1], '1', 'PX', 5000)";

    private final RedisCommands<String, byte[]> redis;
    private final ProxyManager<String> buckets;

    SharedCounts(StatefulRedisConnection<String, byte[]> connection, Duration patience) {
        this.redis = connection.sync();
        this.buckets = Bucket4jLettuce.casBasedBuilder(connection)
                .clientClock(TimeMeter.SYSTEM_MILLISECONDS)
                .requestTimeout(patience)
                .expirationAfterWrite(
                        ExpirationAfterWriteStrategy.basedOnTimeForRefillingBucketUpToMax(Duration.ofMinutes(1)))
                .build();
    }

    /** A server that only follows another one, or is full, answers a ping and is of no use. */
    void tryOut() {
        redis.eval(TRY_OUT, ScriptOutputType.STATUS, "gm:look-out");
    }

    Left take(String caller, Rate rate) {
        String key = key("calls", caller + " " + rate);
        return Left.of(buckets.builder().build(key, rate::bucket).asVerbose().tryConsumeAndReturnRemaining(1));
    }

    Duration take(String name, String key, LocalPauses pauses) {
        Long wait = redis.eval(
                TAKE,
                ScriptOutputType.INTEGER,
                new String[] {key(name, key)},
                bytes(pauses.free()),
                bytes(pauses.longest().toMillis()),
                bytes(LocalPauses.REMEMBERED.toMillis()));
        return Duration.ofMillis(wait);
    }

    Long giveBack(String name, String key) {
        return redis.eval(GIVE_BACK, ScriptOutputType.INTEGER, key(name, key));
    }

    private static byte[] bytes(long number) {
        return Long.toString(number).getBytes(UTF_8);
    }

    private static String key(String kind, String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(UTF_8));
            return "gm:%s:%s"
                    .formatted(kind, Base64.getUrlEncoder().withoutPadding().encodeToString(digest));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }
}
