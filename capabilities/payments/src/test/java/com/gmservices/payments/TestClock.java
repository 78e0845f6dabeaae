package com.gmservices.payments;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Goes as any clock, and jumps ahead when told to. */
class TestClock extends Clock {

    private final Clock real = Clock.tick(Clock.systemUTC(), Duration.ofNanos(1_000));
    private final AtomicReference<@Nullable Instant> stopped = new AtomicReference<>();
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    void pass(Duration time) {
        ahead.updateAndGet(it -> it.plus(time));
    }

    /** Goes a microsecond a look from here on, so that what depends on time is the same again. */
    void stop() {
        stopped.set(real.instant());
    }

    void reset() {
        ahead.set(Duration.ZERO);
        stopped.set(null);
    }

    @Override
    public Instant instant() {
        Instant at = stopped.updateAndGet(it -> it == null ? null : it.plusNanos(1_000));
        return (at == null ? real.instant() : at).plus(ahead.get());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
    }
}
