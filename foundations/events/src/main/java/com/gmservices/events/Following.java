package com.gmservices.events;

import com.gmservices.database.PlatformDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Tells each {@link Follower} what the log has gained, on a thread of its own: at once what this process has committed,
 * within a second what others have. Looking is one statement, and nothing is written as long as nothing happens.
 */
@Component
class Following implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Following.class);
    private static final int AT_ONCE = 500;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    /** A look for each of hundreds of commits a second would cost more than what it reads. */
    private static final Duration GATHERING = Duration.ofMillis(20);

    private final ObjectProvider<Follower> followers;
    private final Cursors cursors;
    private final TransactionTemplate transactions;
    private final Map<String, Semaphore> news = new ConcurrentHashMap<>();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();
    private volatile boolean running;

    Following(ObjectProvider<Follower> followers, Cursors cursors, @PlatformDatabase TransactionTemplate transactions) {
        this.followers = followers;
        this.cursors = cursors;
        this.transactions = transactions;
    }

    /** The next time that this transaction commits there is something to read. */
    void expectNews() {
        if (!news.isEmpty() && TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    news.values().forEach(Following::wake);
                }
            });
        }
    }

    private static void wake(Semaphore follower) {
        if (follower.availablePermits() == 0) {
            follower.release();
        }
    }

    @Override
    public void start() {
        running = true;
        followers.orderedStream().forEach(follower -> {
            Semaphore own = news.computeIfAbsent(follower.name(), name -> new Semaphore(0));
            threads.add(Thread.ofVirtual().name("follower-" + follower.name()).start(() -> follow(follower, own)));
        });
    }

    private void follow(Follower follower, Semaphore own) {
        boolean begun = false;
        Duration pause = Duration.ZERO;
        while (running) {
            try {
                if (!begun) {
                    cursors.begin(follower);
                    begun = true;
                }
                boolean more = round(follower);
                pause = more ? Duration.ZERO : BETWEEN_LOOKS;
            } catch (RuntimeException e) {
                pause = longer(pause);
                failed(follower, e, pause);
            }
            if (!pause.isZero() && !sleep(own, pause)) {
                return;
            }
        }
    }

    /** True when there may be more to read at once. */
    private boolean round(Follower follower) {
        return Objects.requireNonNull(transactions.execute(status -> cursors.take(follower.name())
                .map(look -> {
                    List<Happening> happenings = cursors.read(look, AT_ONCE);
                    boolean isFull = happenings.size() == AT_ONCE;
                    if (!happenings.isEmpty()) {
                        follower.follow(happenings);
                    }
                    if (!happenings.isEmpty() || look.isContinued()) {
                        cursors.move(look, isFull ? happenings.getLast().id() : null);
                    }
                    return isFull;
                })
                .orElse(false)));
    }

    private static Duration longer(Duration pause) {
        Duration twice = pause.compareTo(BETWEEN_LOOKS) < 0 ? BETWEEN_LOOKS : pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    private void failed(Follower follower, RuntimeException failure, Duration pause) {
        if (!running) {
            return;
        }
        log.warn("{} cannot follow the log and tries again in {}", follower.name(), pause, failure);
        try {
            cursors.failed(follower.name(), failure);
        } catch (RuntimeException e) {
            log.debug("Nor can that be written down", e);
        }
    }

    private boolean sleep(Semaphore own, Duration pause) {
        try {
            if (own.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                Thread.sleep(GATHERING);
            }
            return running;
        } catch (InterruptedException e) {
            return false;
        }
    }

    @Override
    public void stop() {
        running = false;
        news.values().forEach(Semaphore::release);
        try {
            for (Thread thread : threads) {
                thread.join(Duration.ofSeconds(5));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
