package com.gmservices.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.VerboseResult;
import java.time.Duration;

/**
 * Who has how many calls left (token buckets), of everybody who called within the hour. When there is no room for more
 * callers, those who have not called for longest begin anew.
 */
final class Buckets {

    private static final int MOST_CALLERS = 200_000;
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final TimeMeter time;
    private final Cache<Owner, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(HOUR)
            .build();

    Buckets(TimeMeter time) {
        this.time = time;
    }

    /** Whose plan changes, begins anew with what it allows. */
    private record Owner(String caller, CallRate rate) {}

    /**
     * @param minute calls left of the burst
     * @param hour calls left of the hour
     * @param pause until the next call is free; zero when this one was
     */
    record Left(boolean free, long minute, long hour, Duration pause) {}

    Left take(String caller, CallRate rate) {
        Bucket bucket = buckets.get(new Owner(caller, rate), this::filled);
        VerboseResult<ConsumptionProbe> result = bucket.asVerbose().tryConsumeAndReturnRemaining(1);
        ConsumptionProbe probe = result.getValue();
        long[] left = result.getDiagnostics().getAvailableTokensPerEachBandwidth();
        return new Left(probe.isConsumed(), left[0], left[1], Duration.ofNanos(probe.getNanosToWaitForRefill()));
    }

    private Bucket filled(Owner owner) {
        CallRate rate = owner.rate;
        return Bucket.builder()
                .withCustomTimePrecision(time)
                .addLimit(limit -> limit.capacity(rate.burst()).refillGreedy(rate.perMinute(), MINUTE))
                .addLimit(limit -> limit.capacity(rate.perHour()).refillGreedy(rate.perHour(), HOUR))
                .build();
    }
}
