package com.gmservices.events;

import com.gmservices.database.Deployment;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whose turn it is. A listener has two at most, so that a slow one holds up none but itself, and all together four, so
 * that the database's connections are there for people who wait.
 */
@Component
class Turns {

    private static final int OF_EACH = 2;
    private static final int OF_ALL = 4;

    private final Map<String, Semaphore> each = new ConcurrentHashMap<>();
    private final Semaphore all = new Semaphore(OF_ALL, true);
    private final boolean off;
    private volatile boolean over;

    /** Without listeners the bench sees what they cost those who wait; nothing is lost, they hear later. */
    Turns(@Value("${gm.listeners:on}") String listeners, Deployment deployment) {
        this.off = listeners.equals("off") && !deployment.isProduction();
        this.over = off;
    }

    /** False when it is not to be waited for, for the process goes down. */
    boolean take(String listener) throws InterruptedException {
        Semaphore own = own(listener);
        if (!take(own)) {
            return false;
        }
        boolean taken = false;
        try {
            taken = take(all);
            return taken;
        } finally {
            if (!taken) {
                own.release();
            }
        }
    }

    private boolean take(Semaphore turns) throws InterruptedException {
        while (!over) {
            if (turns.tryAcquire(1, TimeUnit.SECONDS)) {
                return true;
            }
        }
        return false;
    }

    void giveBack(String listener) {
        all.release();
        own(listener).release();
    }

    private Semaphore own(String listener) {
        return each.computeIfAbsent(listener, key -> new Semaphore(OF_EACH, true));
    }

    /** A context that was stopped may be started again. */
    void begin() {
        over = off;
    }

    void end() {
        over = true;
    }

    boolean areOver() {
        return over;
    }
}
