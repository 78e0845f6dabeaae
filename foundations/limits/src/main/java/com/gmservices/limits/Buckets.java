package com.gmservices.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;

/**
 * Who has how many calls left (token buckets), of everybody who called within the hour. When there is no room for more
 * callers, those who have not called for longest begin anew.
 */
final class Buckets {

    private static final int MOST_CALLERS = 200_000;

    private final TimeMeter time;
    private final Cache<Owner, Bucket> buckets = Caffeine.newBuilder()
            .maximumSize(MOST_CALLERS)
            .expireAfterAccess(Rate.HOUR)
            .build();

    Buckets(TimeMeter time) {
        this.time = time;
    }

    /** Whose plan changes, begins anew with what it allows. */
    private record Owner(String caller, Rate rate) {}

    Left take(String caller, Rate rate) {
        Bucket bucket = buckets.get(new Owner(caller, rate), this::filled);
        return Left.of(bucket.asVerbose().tryConsumeAndReturnRemaining(1));
    }

    private Bucket filled(Owner owner) {
        var bucket = Bucket.builder().withCustomTimePrecision(time);
        for (var limit : owner.rate.bucket().getBandwidths()) {
            bucket.addLimit(limit);
        }
        return bucket.build();
    }
}
