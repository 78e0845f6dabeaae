package com.gmservices.events;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Goes on holding what listeners of this process work on, and lets go of it when the process ends. */
@Component
class Upkeep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Upkeep.class);
    private static final Duration BETWEEN_LOOKS = Publications.HELD.dividedBy(3);
    private static final Duration FAREWELL = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofMillis(20);

    private final Registry registry;
    private final Turns turns;
    private final Semaphore stopped = new Semaphore(0);
    private volatile boolean running;

    Upkeep(Registry registry, Turns turns) {
        this.registry = registry;
        this.turns = turns;
    }

    @Override
    public void start() {
        stopped.drainPermits();
        turns.begin();
        running = true;
        Thread.ofVirtual().name("publications").start(this::look);
    }

    private void look() {
        while (!isOver(BETWEEN_LOOKS)) {
            try {
                registry.holdWhatLasts(BETWEEN_LOOKS);
            } catch (DataAccessException e) {
                log.warn("Events on their way cannot be held: {}", e.getMessage());
            }
        }
    }

    private boolean isOver(Duration pause) {
        try {
            return stopped.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS) || !running;
        } catch (InterruptedException e) {
            return true;
        }
    }

    /** Listeners that work end their work; those that wait for their turn leave it to other processes. */
    @Override
    public void stop() {
        running = false;
        stopped.release();
        turns.end();
        long end = System.nanoTime() + FAREWELL.toNanos();
        try {
            while (!registry.isIdle() && System.nanoTime() - end < 0) {
                Thread.sleep(STEP);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        registry.releaseAll();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
