package com.gmservices.hospitality;

import com.gmservices.requests.line.Counter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/** Stands still at noon of the counter's day, until somebody puts its hands forward. */
@Primary
@Component
class WallClock extends Clock {

    static final LocalDateTime NOON = Counter.TODAY.atTime(12, 0);

    private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");

    private final AtomicReference<LocalDateTime> shows = new AtomicReference<>(NOON);

    void show(LocalDateTime time) {
        shows.set(time);
    }

    @Override
    public Instant instant() {
        return shows.get().atZone(LAGOS).toInstant();
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
