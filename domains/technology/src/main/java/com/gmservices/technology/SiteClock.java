package com.gmservices.technology;

import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.line.Findings;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Holds the days and times of a wish against the clock on the site's wall. */
final class SiteClock {

    private static final int FARTHEST_YEARS = 5;

    private final ZoneId zone;
    private final LocalDate today;
    private final Instant now;
    private final Findings findings;

    SiteClock(Wish wish, Clock clock, Findings findings) {
        this.zone = wish.site().timeZone();
        this.today = wish.today();
        this.now = clock.instant();
        this.findings = findings;
    }

    Instant moment(LocalDateTime time) {
        return time.atZone(zone).toInstant();
    }

    /** Today or later, and in a year that somebody meant to type. */
    boolean fits(String at, @Nullable LocalDate day) {
        findings.notPast(at, day, today);
        if (day != null && day.isAfter(today.plusYears(FARTHEST_YEARS))) {
            findings.unfit(at, "far");
            return false;
        }
        return day == null || !day.isBefore(today);
    }

    boolean fits(String dayAt, String timeAt, LocalDateTime time) {
        if (!fits(dayAt, time.toLocalDate())) {
            return false;
        }
        if (moment(time).isAfter(now)) {
            return true;
        }
        findings.unfit(timeAt, "time-over");
        return false;
    }

    boolean isWithin(int days, @Nullable LocalDate day) {
        return day != null && day.isBefore(today.plusDays(days));
    }
}
