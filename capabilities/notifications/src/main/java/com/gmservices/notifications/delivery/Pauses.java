package com.gmservices.notifications.delivery;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How long to wait after an attempt in vain: short at first, as most servers are soon back; a day in all. */
final class Pauses {

    private static final List<Duration> AFTER = List.of(
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(6),
            Duration.ofHours(15));

    private Pauses() {}

    /** Empty when it has been tried often enough. */
    static Optional<Duration> after(int attempts) {
        return attempts <= AFTER.size() ? Optional.of(AFTER.get(attempts - 1)) : Optional.empty();
    }
}
