package com.gmservices.webhooks;

import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import com.gmservices.webhooks.Outstanding.Parcel;
import com.gmservices.webhooks.Outstanding.Settled;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Takes what is due and sends it, each on a thread of its own and each endpoint within its {@link Lane}. */
@Component
class Dispatch implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Dispatch.class);
    private static final int MOST = 1_000;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);
    private static final Duration BREATH = Duration.ofMillis(10);
    private static final Duration FAREWELL = Duration.ofSeconds(5);

    /** How long what a suspended tenant is to be told waits until somebody looks again. */
    private static final Duration SUSPENDED = Duration.ofMinutes(1);

    private final Outstanding outstanding;
    private final Courier courier;
    private final Settling settling;
    private final Tenants tenants;
    private final Clock clock;
    private final Map<UUID, Lane> lanes = new ConcurrentHashMap<>();
    private final AtomicInteger sending = new AtomicInteger();
    private final Semaphore news = new Semaphore(0);
    private volatile boolean running;

    Dispatch(Outstanding outstanding, Courier courier, Settling settling, Tenants tenants, Clock clock) {
        this.outstanding = outstanding;
        this.courier = courier;
        this.settling = settling;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** There may be something to send. */
    void wake() {
        if (news.availablePermits() == 0) {
            news.release();
        }
    }

    /** For whoever is resumed: at once, and not when their lanes open. */
    void openLanes() {
        lanes.values().removeIf(Lane::isShut);
        wake();
    }

    @Override
    public void start() {
        running = true;
        Thread.ofVirtual().name("webhooks").start(this::look);
    }

    private void look() {
        while (running) {
            try {
                if (sendWhatIsDue() == 0) {
                    news.tryAcquire(BETWEEN_LOOKS.toMillis(), TimeUnit.MILLISECONDS);
                } else {
                    Thread.sleep(BREATH);
                }
            } catch (DataAccessException e) {
                log.warn("Webhooks wait: {}", e.getMessage());
                sleep(BETWEEN_LOOKS);
            } catch (RuntimeException e) {
                // Without this thread nothing more would ever be sent.
                log.error("Webhooks wait", e);
                sleep(BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void sleep(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int sendWhatIsDue() {
        int most = MOST - sending.get();
        if (most <= 0) {
            return 0;
        }
        lanes.values().removeIf(Lane::isForgettable);
        var rooms = new HashMap<UUID, Integer>();
        lanes.forEach((endpoint, lane) -> rooms.put(endpoint, lane.room()));
        List<Parcel> due = outstanding.take(rooms, Lane.USUAL, most);
        due.forEach(this::begin);
        return due.size();
    }

    private void begin(Parcel parcel) {
        Lane lane = lanes.computeIfAbsent(parcel.endpoint().value(), endpoint -> new Lane());
        lane.begin();
        sending.incrementAndGet();
        Thread.ofVirtual().name("webhook-" + parcel.message().id()).start(() -> {
            try {
                send(parcel, lane);
            } catch (RuntimeException e) {
                // It becomes due by itself, and its lane is free again.
                log.error("A webhook was not sent", e);
                lane.giveUp();
            } finally {
                sending.decrementAndGet();
                wake();
            }
        });
    }

    private void send(Parcel parcel, Lane lane) {
        Optional<Tenant> tenant = Optional.empty();
        try {
            tenant = tenants.find(parcel.message().tenant());
            if (tenant.isEmpty() || !tenant.get().isActive()) {
                lane.closeFor(SUSPENDED);
                outstanding.putBack(parcel, SUSPENDED);
                tenant = Optional.empty();
            }
        } catch (DataAccessException e) {
            // It becomes due by itself.
            log.warn("A webhook waits: {}", e.getMessage());
        }
        if (tenant.isEmpty()) {
            lane.giveUp();
            return;
        }
        Instant at = clock.instant();
        long start = System.nanoTime();
        Outcome outcome = courier.bring(parcel, tenant.get());
        int millis = (int) Duration.ofNanos(System.nanoTime() - start).toMillis();
        lane.end(outcome.isGood());
        Duration wanted = outcome.retryAfter();
        if (!outcome.isGood() && wanted != null) {
            lane.closeFor(wanted);
        }
        settling.add(new Settled(parcel, at, millis, outcome, Retries.after(parcel.attempt(), outcome)));
    }

    /** What is not answered by then is sent again by whoever looks next. */
    @Override
    public void stop() {
        running = false;
        wake();
        long end = System.nanoTime() + FAREWELL.toNanos();
        while (sending.get() > 0 && System.nanoTime() - end < 0) {
            sleep(BREATH);
        }
        settling.finish();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
