package com.gmservices.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The platform's clock, which for one thread at a time can be told what time it is. */
final class DemoClock extends Clock {

    private static final ScopedValue<Instant> TOLD = ScopedValue.newInstance();

    private final Clock real;

    DemoClock(Clock real) {
        this.real = real;
    }

    static <T extends @Nullable Object> T at(Instant moment, Supplier<T> work) {
        return ScopedValue.where(TOLD, moment).call(work::get);
    }

    @Override
    public Instant instant() {
        return TOLD.isBound() ? TOLD.get() : real.instant();
    }

    @Override
    public ZoneId getZone() {
        return real.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new DemoClock(real.withZone(zone));
    }
}
