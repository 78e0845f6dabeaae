package com.gmservices.events;

import java.util.UUID;

/**
 * An event on its way to a listener, in this process.
 *
 * @param attempt from one on; 0 when it is left for a later look to bring
 */
record Underway(UUID id, int attempt, Object event, String listener, long since) {

    Underway(UUID id, int attempt, Object event, String listener) {
        this(id, attempt, event, listener, System.nanoTime());
    }

    boolean isLeft() {
        return attempt == 0;
    }
}
