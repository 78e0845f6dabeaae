package com.gmservices.webhooks;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** When a message that was not taken is sent again: after seconds, minutes, hours; over a day in all. */
final class Retries {

    static final Duration LONGEST = Duration.ofHours(24);

    private static final List<Duration> AFTER = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(10));

    private Retries() {}

    /** Null after the last; a fifth more or less, so that what failed together does not come back together. */
    static @Nullable Duration after(int attempt, Outcome outcome) {
        if (outcome.isGood() || outcome.isGone() || attempt > AFTER.size()) {
            return null;
        }
        Duration pause = AFTER.get(attempt - 1)
                .multipliedBy(ThreadLocalRandom.current().nextInt(80, 121))
                .dividedBy(100);
        Duration wanted = outcome.retryAfter();
        return wanted != null && wanted.compareTo(pause) > 0 ? wanted : pause;
    }

    /** Seconds or a date (RFC 9110 10.2.3), a day at most; null for what is neither. */
    static @Nullable Duration retryAfter(@Nullable String header, Instant now) {
        if (header == null) {
            return null;
        }
        Duration wanted;
        try {
            wanted = header.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(header))
                    : Duration.between(
                            now,
                            ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
        } catch (DateTimeException e) {
            return null;
        }
        return wanted.isNegative() ? null : wanted.compareTo(LONGEST) < 0 ? wanted : LONGEST;
    }
}
