package com.gmservices.events;

import java.util.UUID;

/** An event on its way to a listener, in this process. */
record Underway(UUID id, int attempt, Object event, String listener, long since) {

    Underway(UUID id, int attempt, Object event, String listener) {
        this(id, attempt, event, listener, System.nanoTime());
    }
}
