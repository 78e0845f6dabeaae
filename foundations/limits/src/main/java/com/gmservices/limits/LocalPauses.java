package com.gmservices.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;

/** Tries of this node, or of all while Redis is away; forgotten after an hour in which nobody has tried. */
final class LocalPauses {

    static final Duration REMEMBERED = Duration.ofHours(1);

    private static final int MOST = 100_000;

    private final int free;
    private final Duration longest;
    private final Cache<String, Tries> tried = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(REMEMBERED)
            .build();

    LocalPauses(int free, Duration longest) {
        this.free = free;
        this.longest = longest;
    }

    private record Tries(int count, Instant last) {}

    int free() {
        return free;
    }

    Duration longest() {
        return longest;
    }

    Duration take(String key, Instant now) {
        Duration[] wait = {Duration.ZERO};
        tried.asMap().compute(key, (ignored, before) -> {
            if (before == null) {
                return new Tries(1, now);
            }
            wait[0] = Duration.between(now, before.last.plus(pauseAfter(before.count)));
            return wait[0].isPositive() ? before : new Tries(before.count + 1, now);
        });
        return wait[0];
    }

    void giveBack(String key) {
        tried.asMap()
                .computeIfPresent(key, (ignored, now) -> now.count == 1 ? null : new Tries(now.count - 1, now.last));
    }

    private Duration pauseAfter(int tries) {
        if (tries < free) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(tries - free, 20));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
