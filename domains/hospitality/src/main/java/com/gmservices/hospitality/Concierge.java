package com.gmservices.hospitality;

import com.gmservices.hospitality.GuestService.Need;
import com.gmservices.hospitality.GuestService.Urgency;
import com.gmservices.requests.Priority;
import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.line.Findings;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Asks of a guest's wish what must be known before somebody goes up. */
@Component
class Concierge {

    private static final int AHEAD_DAYS = 90;

    private final GuestTickets tickets;
    private final Reservations reservations;
    private final SiteClock clock;

    Concierge(GuestTickets tickets, Reservations reservations, SiteClock clock) {
        this.tickets = tickets;
        this.reservations = reservations;
        this.clock = clock;
    }

    void look(GuestService service, Wish wish, Findings findings) {
        lookAtNeed(service, findings);
        if (service.day() != null) {
            lookAtDay(service, service.day(), wish, findings);
        }
        if (service.need() == Need.UNWELL) {
            findings.remark("unwell");
        }
        lookAtBooks(service, wish, findings);
    }

    /** Somebody unwell does not wait for towels, whatever they say themselves. */
    static Priority priority(GuestService service) {
        Priority told = switch (service.urgency()) {
            case EMERGENCY -> Priority.URGENT;
            case AT_ONCE -> Priority.HIGH;
            case TODAY -> Priority.NORMAL;
            case NO_HURRY -> Priority.LOW;
        };
        return service.need() == Need.UNWELL && told.compareTo(Priority.HIGH) < 0 ? Priority.HIGH : told;
    }

    private static void lookAtNeed(GuestService service, Findings findings) {
        if (service.need().isToBeDescribed()) {
            findings.require(service.description(), "description", "describe");
        }
        switch (service.need()) {
            case WAKE_UP_CALL -> findings.require(service.time(), "time", "wake-up");
            case TAXI_OR_TRANSFER -> findings.require(service.time(), "time", "transfer");
            case LONGER_STAY -> {
                if (service.day() == null && service.time() == null) {
                    findings.unfit("day", "longer-stay");
                }
            }
            case CLEANING,
                    TOWELS_AND_LINEN,
                    FOOD_AND_DRINK,
                    REPAIR,
                    LAUNDRY,
                    LUGGAGE,
                    LOST_PROPERTY,
                    NOISE,
                    UNWELL,
                    SOMETHING_ELSE -> {}
        }
    }

    private void lookAtDay(GuestService service, LocalDate day, Wish wish, Findings findings) {
        LocalDate today = wish.today();
        findings.notPast("day", day, today);
        if (day.isAfter(today.plusDays(AHEAD_DAYS))) {
            findings.unfit("day", "far", Findings.day(today.plusDays(AHEAD_DAYS)));
        } else if (service.time() != null && clock.isGone(day, service.time(), wish)) {
            findings.unfit("time", "gone");
        } else if (day.isAfter(today) && isNow(service.urgency())) {
            findings.unfit("urgency", "not-now", Findings.day(day));
        }
    }

    private static boolean isNow(Urgency urgency) {
        return switch (urgency) {
            case EMERGENCY, AT_ONCE, TODAY -> true;
            case NO_HURRY -> false;
        };
    }

    private void lookAtBooks(GuestService service, Wish wish, Findings findings) {
        tickets.openSince(wish.site().id(), service)
                .ifPresent(since -> findings.remark("again", SiteClock.shown(since, wish.site())));
        if (reservations.isElsewhere(wish.customer())) {
            findings.remark("not-in-house");
        }
    }
}
