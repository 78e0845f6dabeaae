package com.gmservices.webhooks;

import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.webhooks.Endpoint.DisabledWhy;
import com.gmservices.webhooks.Outstanding.Settled;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/**
 * Writes down what came of attempts, all that came in at once in one transaction. What a crash takes is sent again when
 * its time is over.
 */
@Component
class Settling implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Settling.class);
    private static final int AT_ONCE = 200;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** For so long a database that is away is waited for, and no longer than others hold what they send. */
    private static final int TRIES = 20;

    private final Outstanding outstanding;
    private final Endpoints endpoints;
    private final BlockingQueue<Settled> waiting = new LinkedBlockingQueue<>();
    private volatile boolean running;
    private Thread thread = Thread.currentThread();

    Settling(Outstanding outstanding, Endpoints endpoints) {
        this.outstanding = outstanding;
        this.endpoints = endpoints;
    }

    void add(Settled settled) {
        waiting.add(settled);
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofVirtual().name("webhooks-settled").start(this::settle);
    }

    private void settle() {
        try {
            while (running || !waiting.isEmpty()) {
                Settled first = waiting.poll(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    var batch = new ArrayList<Settled>();
                    batch.add(first);
                    waiting.drainTo(batch, AT_ONCE - 1);
                    write(batch);
                }
            }
        } catch (InterruptedException e) {
            log.warn("{} attempts at webhooks were not written down", waiting.size());
        }
    }

    private void write(List<Settled> batch) throws InterruptedException {
        boolean isWritten = false;
        for (int attempt = 1; attempt <= TRIES; attempt++) {
            try {
                if (!isWritten) {
                    outstanding.settle(batch);
                    isWritten = true;
                }
                batch.stream().filter(settled -> settled.outcome().isGone()).forEach(this::disable);
                return;
            } catch (DataAccessException | TransactionException e) {
                log.warn("What came of webhooks cannot be written down: {}", e.getMessage());
                Thread.sleep(PAUSE);
            }
        }
    }

    private void disable(Settled settled) {
        CurrentTenant.run(
                settled.parcel().message().tenant(),
                () -> endpoints.disable(
                        settled.parcel().message().tenant(), settled.parcel().endpoint(), DisabledWhy.GONE));
    }

    /** The last words of those that were sending. */
    void finish() {
        running = false;
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ended by {@link Dispatch}, which knows when nothing more comes. */
    @Override
    public void stop() {}

    @Override
    public boolean isRunning() {
        return running;
    }
}
