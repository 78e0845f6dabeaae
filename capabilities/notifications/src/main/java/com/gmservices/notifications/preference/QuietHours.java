package com.gmservices.notifications.preference;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * When somebody does not want to be reached, by the clock on their wall: in a night in which the clock is changed they
 * last an hour less or more. An end that the clock skips is when it goes on; one that it shows twice is the second.
 */
public record QuietHours(
        @JsonFormat(pattern = "HH:mm") LocalTime from,
        @JsonFormat(pattern = "HH:mm") LocalTime until) {

    /** The next moment from this one on that is not quiet; this one itself when it is not. */
    public Instant orAfter(Instant moment, ZoneId zone) {
        ZonedDateTime at = moment.atZone(zone);
        if (!covers(at.toLocalTime())) {
            return moment;
        }
        LocalDate day = at.toLocalTime().isBefore(until)
                ? at.toLocalDate()
                : at.toLocalDate().plusDays(1);
        ZonedDateTime end = day.atTime(until).atZone(zone).withLaterOffsetAtOverlap();
        return end.toInstant().isAfter(moment) ? end.toInstant() : moment;
    }

    private boolean covers(LocalTime time) {
        return from.isBefore(until)
                ? !time.isBefore(from) && time.isBefore(until)
                : !time.isBefore(from) || time.isBefore(until);
    }
}
