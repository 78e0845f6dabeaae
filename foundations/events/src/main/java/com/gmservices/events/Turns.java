package com.gmservices.events;

import com.gmservices.database.Deployment;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
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

    private final boolean off;
    private volatile Line line;

    /** Without listeners the bench sees what they cost those who wait; nothing is lost, they hear later. */
    Turns(@Value("${gm.listeners:on}") String listeners, Deployment deployment) {
        this.off = listeners.equals("off") && !deployment.isProduction();
        this.line = new Line(off);
    }

    record Turn(Semaphore own, Semaphore all) implements AutoCloseable {

        @Override
        public void close() {
            all.release();
            own.release();
        }
    }

    /** Who waits from one start to the next stop. */
    private static final class Line {

        private final Map<String, Semaphore> each = new ConcurrentHashMap<>();
        private final Semaphore all = new Semaphore(OF_ALL, true);
        private volatile boolean over;

        private Line(boolean over) {
            this.over = over;
        }

        private Optional<Turn> take(String listener) throws InterruptedException {
            Semaphore own = each.computeIfAbsent(listener, key -> new Semaphore(OF_EACH, true));
            if (!await(own)) {
                return Optional.empty();
            }
            boolean taken = false;
            try {
                taken = await(all);
            } finally {
                if (!taken) {
                    own.release();
                }
            }
            return taken ? Optional.of(new Turn(own, all)) : Optional.empty();
        }

        /** Without a time to give up at: a thousand who look at the clock each second would keep a core busy. */
        private boolean await(Semaphore turns) throws InterruptedException {
            if (over) {
                return false;
            }
            turns.acquire();
            if (over) {
                turns.release();
                return false;
            }
            return true;
        }

        private void end() {
            over = true;
            all.release(OnTheWay.MOST_OF_EACH);
            each.values().forEach(own -> own.release(OnTheWay.MOST_OF_EACH));
        }
    }

    /** Empty when it is not to be waited for, for the process goes down. */
    Optional<Turn> take(String listener) throws InterruptedException {
        return line.take(listener);
    }

    /** A context that was stopped may be started again. */
    void begin() {
        line = new Line(off);
    }

    void end() {
        line.end();
    }

    boolean areOver() {
        return line.over;
    }
}
