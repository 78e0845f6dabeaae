package com.gmservices.events;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.modulith.events.FailedEventPublications;
import org.springframework.modulith.events.ResubmissionOptions;
import org.springframework.stereotype.Component;

/**
 * Brings what is due, because a listener has failed before or the process that held it has died, and goes on until
 * nothing is. So many of each listener are on their way at once and no more, so that a backlog fills neither the memory
 * nor the turns of others. Each process looks for itself, for a job of one node would be waited for when just that node
 * has died, and the others would look on while it works off what they could share.
 */
@Component
class Resubmission implements SmartLifecycle {

    static final ResubmissionOptions OF_EACH = ResubmissionOptions.defaults().withBatchSize(100);

    private static final Logger log = LoggerFactory.getLogger(Resubmission.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final ObjectProvider<FailedEventPublications> publications;
    private final Registry registry;
    private final Turns turns;
    private final Semaphore stopped = new Semaphore(0);
    private volatile boolean running;

    Resubmission(ObjectProvider<FailedEventPublications> publications, Registry registry, Turns turns) {
        this.publications = publications;
        this.registry = registry;
        this.turns = turns;
    }

    @Override
    public void start() {
        stopped.drainPermits();
        running = true;
        Thread.ofVirtual().name("resubmission").start(this::look);
    }

    private void look() {
        try {
            while (!stopped.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    bringWhatIsDue();
                } catch (DataAccessException e) {
                    log.warn("What is due cannot be brought: {}", e.getMessage());
                } catch (RuntimeException e) {
                    // Without this thread nothing that has failed once would ever be heard.
                    log.error("What is due cannot be brought", e);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What a listener that hangs leaves no room for, a later look brings. */
    void bringWhatIsDue() throws InterruptedException {
        do {
            if (turns.areOver()) {
                return;
            }
            publications.getObject().resubmit(OF_EACH);
        } while (registry.awaitRoomForMore(BETWEEN_LOOKS));
    }

    @Override
    public void stop() {
        running = false;
        stopped.release();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
