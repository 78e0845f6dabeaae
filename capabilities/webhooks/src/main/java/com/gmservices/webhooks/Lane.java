package com.gmservices.webhooks;

import java.time.Duration;

/**
 * How much an endpoint bears at once, in this process: a few at first, one more for each that it takes well, half as
 * many after one that failed. A receiver that hangs soon has one call of ours, and never keeps others from theirs.
 */
final class Lane {

    static final int USUAL = 4;
    private static final int MOST = 20;

    private static final long REMEMBERED = Duration.ofMinutes(10).toNanos();

    private int allowed = USUAL;
    private int busy;
    private long usedAt = System.nanoTime();
    private long closedUntil = usedAt;

    synchronized int room() {
        return System.nanoTime() - closedUntil < 0 ? 0 : Math.max(0, allowed - busy);
    }

    synchronized boolean isShut() {
        return busy == 0 && System.nanoTime() - closedUntil < 0;
    }

    synchronized boolean isForgettable() {
        return busy == 0 && System.nanoTime() - Math.max(closedUntil, usedAt + REMEMBERED) >= 0;
    }

    synchronized void begin() {
        usedAt = System.nanoTime();
        busy++;
    }

    synchronized void end(boolean good) {
        busy--;
        allowed = good ? Math.min(MOST, allowed + 1) : Math.max(1, allowed / 2);
    }

    /** Not counted as anything. */
    synchronized void giveUp() {
        busy--;
    }

    synchronized void closeFor(Duration pause) {
        closedUntil = System.nanoTime() + pause.toNanos();
    }
}
