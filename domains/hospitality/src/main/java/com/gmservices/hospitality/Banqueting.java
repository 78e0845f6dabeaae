package com.gmservices.hospitality;

import com.gmservices.hospitality.EventSpace.Food;
import com.gmservices.hospitality.EventSpace.Kind;
import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.line.Findings;
import java.time.Duration;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Asks of a function what an event planner of the house would ask. Which space is free is not known here. */
@Component
class Banqueting {

    private static final int BOOKS_OPEN_YEARS = 3;
    private static final Duration LONGEST_DAY = Duration.ofHours(16);
    private static final Duration SHORTEST = Duration.ofMinutes(30);
    private static final Duration NOTICE = Duration.ofDays(3);

    private final EventOrders orders;
    private final SiteClock clock;

    Banqueting(EventOrders orders, SiteClock clock) {
        this.orders = orders;
        this.clock = clock;
    }

    void look(EventSpace event, Wish wish, Findings findings) {
        if (event.kind() == Kind.OTHER) {
            findings.require(event.title(), "title", "title");
        }
        lookAtDate(event, wish, findings);
        if (event.guests() > event.seating().mostGuests()) {
            findings.unfit("seating", "seating", event.seating().mostGuests());
        }
        if (event.catering() == Food.SEATED_MEAL && !event.seating().hasTables()) {
            findings.unfit("catering", "seated-meal");
        }
        if (event.catering() == Food.OWN_CATERER) {
            findings.remark("own-caterer");
        }
    }

    private void lookAtDate(EventSpace event, Wish wish, Findings findings) {
        LocalDate last = wish.today().plusYears(BOOKS_OPEN_YEARS);
        if (event.date().isAfter(last)) {
            findings.unfit("date", "far", Findings.day(last));
            return;
        }
        if (event.date().isBefore(wish.today())) {
            findings.notPast("date", event.date(), wish.today());
            return;
        }
        if (clock.isGone(event.date(), event.startsAt(), wish)) {
            findings.unfit("starts_at", "gone");
        }
        lookAtTimes(FunctionTimes.of(event, wish.site().timeZone()), wish, findings);
    }

    private void lookAtTimes(FunctionTimes times, Wish wish, Findings findings) {
        if (times.firstDay().compareTo(LONGEST_DAY) > 0) {
            findings.unfit("ends_at", "long", times.firstDay().toHours());
            return;
        }
        if (times.firstDay().compareTo(SHORTEST) < 0) {
            findings.unfit("ends_at", "short");
            return;
        }
        if (clock.isWithin(NOTICE, times.startsAt())) {
            findings.remark("short-notice", NOTICE.toHours());
        }
        if (orders.isAnyDuring(wish.site().id(), times)) {
            findings.remark("same-time");
        }
    }
}
