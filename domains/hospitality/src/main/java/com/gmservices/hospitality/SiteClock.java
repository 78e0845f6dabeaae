package com.gmservices.hospitality;

import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.tenancy.Site;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** What the clock on a site's wall shows. */
@Component
class SiteClock {

    /** Whoever writes down the hour that has just struck means it. */
    private static final Duration GRACE = Duration.ofMinutes(30);

    private final Clock clock;

    SiteClock(Clock clock) {
        this.clock = clock;
    }

    /** Hour and minute. */
    static LocalTime shown(Instant moment, Site site) {
        return LocalTime.ofInstant(moment, site.timeZone()).truncatedTo(ChronoUnit.MINUTES);
    }

    LocalDateTime now(Site site) {
        return LocalDateTime.ofInstant(clock.instant(), site.timeZone());
    }

    /** Today and gone by; of a day that is over its date tells. */
    boolean isGone(LocalDate day, LocalTime time, Wish wish) {
        return day.equals(wish.today())
                && day.atTime(time)
                        .atZone(wish.site().timeZone())
                        .toInstant()
                        .isBefore(clock.instant().minus(GRACE));
    }

    boolean isWithin(Duration notice, Instant moment) {
        return moment.isBefore(clock.instant().plus(notice));
    }
}
