package com.gmservices.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.time.Instant;

/** Pauses that double with each try after the free ones; forgotten after an hour in which nobody has tried. */
final class Pauses {

    private static final int MOST = 100_000;

    private final int free;
    private final Duration longest;
    private final Cache<String, Tries> tried = Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterAccess(Duration.ofHours(1))
            .build();

    Pauses(int free, Duration longest) {
        this.free = free;
        this.longest = longest;
    }

    private record Tries(int count, Instant last) {}

    /** One key's place in the line. */
    final class Turn {

        private final String key;

        private Turn(String key) {
            this.key = key;
        }

        /** Counts a try, unless it has to wait: then nothing is counted, and this says how long. */
        Duration take(Instant now) {
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

        /** It was no wrong guess: as if it had not been. */
        void giveBack() {
            tried.asMap()
                    .computeIfPresent(
                            key, (ignored, now) -> now.count == 1 ? null : new Tries(now.count - 1, now.last));
        }
    }

    Turn of(String key) {
        return new Turn(key);
    }

    private Duration pauseAfter(int tries) {
        if (tries < free) {
            return Duration.ZERO;
        }
        Duration pause = Duration.ofSeconds(1L << Math.min(tries - free, 20));
        return pause.compareTo(longest) < 0 ? pause : longest;
    }
}
