package com.gmservices.events;

import com.gmservices.database.Deployment;
import com.gmservices.database.OrderlyTransactions;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Whose turn it is. A listener has two at most, so that a slow one holds up none but itself, and all together four, so
 * that the database's connections are there for people who wait. While there are many of those, two listeners in all.
 */
@Component
class Turns {

    private static final int OF_EACH = 2;
    private static final int OF_ALL = 4;
    private static final int SHARE_WHILE_PEOPLE_WAIT = 2;

    private final boolean off;
    private final BooleanSupplier peopleWait;
    private volatile Line line;

    /**
     * Without listeners the bench sees what they cost those who wait; nothing is lost, they hear later.
     *
     * @param transactions asked for late, for they tell {@link Hearing} when they begin and end
     */
    @Autowired
    Turns(
            @Value("${gm.listeners:on}") String listeners,
            Deployment deployment,
            ObjectProvider<OrderlyTransactions> transactions) {
        this(
                listeners.equals("off") && !deployment.isProduction(),
                () -> transactions.getObject().isCrowded());
    }

    Turns(boolean off, BooleanSupplier peopleWait) {
        this.off = off;
        this.peopleWait = peopleWait;
        this.line = new Line(off, peopleWait);
    }

    /** @param share how many of the turns of all it takes */
    record Turn(Semaphore own, Semaphore all, int share) implements AutoCloseable {

        @Override
        public void close() {
            all.release(share);
            own.release();
        }
    }

    /** Who waits from one start to the next stop. */
    private static final class Line {

        private final Map<String, Semaphore> each = new ConcurrentHashMap<>();
        private final Semaphore all = new Semaphore(OF_ALL, true);
        private final BooleanSupplier peopleWait;
        private volatile boolean over;

        private Line(boolean over, BooleanSupplier peopleWait) {
            this.over = over;
            this.peopleWait = peopleWait;
        }

        private Optional<Turn> take(String listener) throws InterruptedException {
            Semaphore own = each.computeIfAbsent(listener, key -> new Semaphore(OF_EACH, true));
            if (!await(own, 1)) {
                return Optional.empty();
            }
            int share = peopleWait.getAsBoolean() ? SHARE_WHILE_PEOPLE_WAIT : 1;
            boolean taken = false;
            try {
                taken = await(all, share);
            } finally {
                if (!taken) {
                    own.release();
                }
            }
            return taken ? Optional.of(new Turn(own, all, share)) : Optional.empty();
        }

        /** Without a time to give up at: a thousand who look at the clock each second would keep a core busy. */
        private boolean await(Semaphore turns, int share) throws InterruptedException {
            if (over) {
                return false;
            }
            turns.acquire(share);
            if (over) {
                turns.release(share);
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
        line = new Line(off, peopleWait);
    }

    void end() {
        line.end();
    }

    boolean areOver() {
        return line.over;
    }
}
