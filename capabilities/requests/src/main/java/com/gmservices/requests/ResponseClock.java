package com.gmservices.requests;

import com.gmservices.tenancy.Site;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * By when a request is to be answered and done. It counts the opening hours of the site, stands still while the
 * customer has the quote and while the work is on hold (a moment that was missed before stays missed), and is computed
 * from the history alone, so that it can be computed again at any time.
 */
public final class ResponseClock {

    /** One step of a request's history. */
    record Step(RequestStatus status, boolean byStaff, Instant at) {}

    /**
     * What the clock says.
     *
     * @param respondedAt when staff first did something, which ends the response's part
     * @param pausedSince set while the clock stands still
     */
    public record Reading(
            Instant respondBy,
            @Nullable Instant respondedAt,
            Instant resolveBy,
            @Nullable Instant pausedSince) {

        public boolean isPaused() {
            return pausedSince != null;
        }
    }

    private final Site site;
    private final Priority priority;

    ResponseClock(Site site, Priority priority) {
        this.site = site;
        this.priority = priority;
    }

    /** @param steps from the creation on, in order */
    Reading read(List<Step> steps) {
        Step creation = steps.getFirst();
        Instant respondBy = after(creation.at, priority.response());
        Instant respondedAt = null;
        Duration left = priority.resolution();
        Instant running = creation.at;
        Instant paused = null;
        Instant missed = null;
        for (Step step : steps) {
            if (step.byStaff && respondedAt == null && !step.equals(creation)) {
                respondedAt = step.at;
            }
            if (pauses(step.status) && paused == null) {
                Instant resolveBy = after(running, left);
                missed = missed == null && resolveBy.isBefore(step.at) ? resolveBy : missed;
                left = left.minus(site.openingHours().between(running, step.at, site.timeZone()));
                paused = step.at;
            } else if (!pauses(step.status) && paused != null) {
                running = step.at;
                paused = null;
            }
        }
        if (missed != null) {
            return new Reading(respondBy, respondedAt, missed, paused);
        }
        return new Reading(respondBy, respondedAt, after(paused == null ? running : paused, left), paused);
    }

    private Instant after(Instant from, Duration open) {
        return site.openingHours().after(from, open, site.timeZone());
    }

    private static boolean pauses(RequestStatus status) {
        return status == RequestStatus.QUOTED || status == RequestStatus.ON_HOLD;
    }
}
