package com.gmservices.database;

import java.time.Duration;
import java.time.Instant;

/** Waits for another program in small steps, and not for ever. */
record Patience(Instant end) {

    private static final Duration STEP = Duration.ofMillis(100);

    static Patience of(Duration duration) {
        return new Patience(Instant.now().plus(duration));
    }

    /** False when it is over. */
    boolean lasts() {
        if (Instant.now().isAfter(end)) {
            return false;
        }
        try {
            Thread.sleep(STEP);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
