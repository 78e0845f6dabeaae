package com.gmservices.notifications.carrier;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Leaves a carrier alone that does not answer: after five failures in a row for half a minute, then one call is let
 * through, and each further failure doubles the pause up to ten minutes.
 */
public final class Circuit {

    private static final int FAILURES = 5;
    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private final Clock clock;
    private int failures;
    private Duration pause = FIRST;
    private Instant openUntil = Instant.MIN;

    public Circuit(Clock clock) {
        this.clock = clock;
    }

    /** Whether a call may go through; of many who ask when the pause is over, one. */
    public synchronized boolean admits() {
        if (failures < FAILURES) {
            return true;
        }
        Instant now = clock.instant();
        if (now.isBefore(openUntil)) {
            return false;
        }
        openUntil = now.plus(pause);
        return true;
    }

    public synchronized void succeeded() {
        failures = 0;
        pause = FIRST;
    }

    public synchronized void failed() {
        failures++;
        if (failures >= FAILURES) {
            openUntil = clock.instant().plus(pause);
            pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
        }
    }

    public synchronized boolean isOpen() {
        return failures >= FAILURES;
    }

    public synchronized Instant openUntil() {
        return openUntil;
    }
}
