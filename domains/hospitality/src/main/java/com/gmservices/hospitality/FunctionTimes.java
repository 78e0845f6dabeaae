package com.gmservices.hospitality;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/**
 * From when to when a function holds its space, by the clock of the site. One that ends at or before the hour at which
 * it began ends on the next morning.
 */
record FunctionTimes(Instant setUpFrom, Instant startsAt, Instant endsAt, Instant clearBy, Duration firstDay) {

    private static final int TEAR_DOWN_HOURS = 1;

    static FunctionTimes of(EventSpace event, ZoneId zone) {
        LocalDateTime starts = event.date().atTime(event.startsAt());
        LocalDateTime ends = event.date().atTime(event.endsAt());
        if (!ends.isAfter(starts)) {
            ends = ends.plusDays(1);
        }
        int moreDays = event.days() == null ? 0 : event.days() - 1;
        int setUp = event.setUpHours() == null ? event.seating().setUpHours() : event.setUpHours();
        int tearDown = event.tearDownHours() == null ? TEAR_DOWN_HOURS : event.tearDownHours();
        Instant first = starts.atZone(zone).toInstant();
        Instant last = ends.plusDays(moreDays).atZone(zone).toInstant();
        return new FunctionTimes(
                first.minus(Duration.ofHours(setUp)),
                first,
                last,
                last.plus(Duration.ofHours(tearDown)),
                Duration.between(first, ends.atZone(zone)));
    }
}
