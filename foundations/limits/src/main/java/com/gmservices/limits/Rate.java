package com.gmservices.limits;

import io.github.bucket4j.BucketConfiguration;
import java.time.Duration;

/** How often somebody may call: so many at once, so many a minute afterwards, and so many an hour. */
public record Rate(int burst, int perMinute, int perHour) {

    static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** The same for a bucket of ours and one in Redis. */
    BucketConfiguration bucket() {
        return BucketConfiguration.builder()
                .addLimit(limit -> limit.capacity(burst).refillGreedy(perMinute, MINUTE))
                .addLimit(limit -> limit.capacity(perHour).refillGreedy(perHour, HOUR))
                .build();
    }
}
