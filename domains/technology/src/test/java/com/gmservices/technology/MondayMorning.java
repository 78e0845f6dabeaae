package com.gmservices.technology;

import com.gmservices.requests.line.Counter;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.stereotype.Component;

/** It is ten in the morning at the counter, and stays so. */
@Component
class MondayMorning extends Clock {

    @Override
    public Instant instant() {
        return Counter.TODAY
                .atTime(LocalTime.of(10, 0))
                .atZone(ZoneId.of("Africa/Lagos"))
                .toInstant();
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
