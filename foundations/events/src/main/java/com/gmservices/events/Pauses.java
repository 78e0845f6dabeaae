package com.gmservices.events;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** How long a listener that failed is left alone: seconds at first, as most of what fails is soon over; a day in all. */
final class Pauses {

    private static final List<Duration> AFTER = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(15));

    private Pauses() {}

    /** A fifth more or less, so that what failed together is not tried together; empty after the last attempt. */
    static Optional<Duration> after(int attempts) {
        return isLast(attempts)
                ? Optional.empty()
                : Optional.of(AFTER.get(attempts - 1)
                        .multipliedBy(ThreadLocalRandom.current().nextInt(80, 121))
                        .dividedBy(100));
    }

    static boolean isLast(int attempts) {
        return attempts > AFTER.size();
    }
}
