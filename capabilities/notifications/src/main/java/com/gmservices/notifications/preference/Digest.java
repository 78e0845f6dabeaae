package com.gmservices.notifications.preference;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** How often somebody's mails come: each by itself, or gathered into one. */
public enum Digest {
    NONE,
    HOURLY,
    DAILY;

    private static final LocalTime MORNING = LocalTime.of(8, 0);

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Digest of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    /** When what comes about now is told: at the next full hour, or at eight in the morning. */
    public Instant next(Instant now, ZoneId zone) {
        ZonedDateTime here = now.atZone(zone);
        return switch (this) {
            case NONE -> now;
            case HOURLY -> here.truncatedTo(ChronoUnit.HOURS).plusHours(1).toInstant();
            case DAILY -> {
                Instant today = here.toLocalDate().atTime(MORNING).atZone(zone).toInstant();
                yield today.isAfter(now)
                        ? today
                        : here.toLocalDate()
                                .plusDays(1)
                                .atTime(MORNING)
                                .atZone(zone)
                                .toInstant();
            }
        };
    }
}
