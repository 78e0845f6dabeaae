package com.gmservices.hospitality;

import com.gmservices.hospitality.Catering.MenuStyle;
import com.gmservices.hospitality.Catering.ServiceStyle;
import com.gmservices.hospitality.DietaryNeeds.Need;
import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.line.Findings;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks of an order what a kitchen must know before it buys and cooks. */
@Component
class Kitchen {

    private static final int BOOKS_OPEN_YEARS = 2;
    private static final Duration NOTICE = Duration.ofDays(1);

    private final SiteClock clock;

    Kitchen(SiteClock clock) {
        this.clock = clock;
    }

    void look(Catering order, Wish wish, Findings findings) {
        lookAtDate(order, wish, findings);
        lookAtService(order, findings);
        Integer guaranteed = order.guestsGuaranteed();
        if (guaranteed != null && guaranteed > order.guestsExpected()) {
            findings.unfit("guests_guaranteed", "guaranteed", order.guestsExpected());
        }
        if (order.dietaryNeeds() != null) {
            lookAtNeeds(order.dietaryNeeds().counts(), order.guestsExpected(), findings);
        }
    }

    private void lookAtDate(Catering order, Wish wish, Findings findings) {
        LocalDate last = wish.today().plusYears(BOOKS_OPEN_YEARS);
        if (order.date().isAfter(last)) {
            findings.unfit("date", "far", Findings.day(last));
        } else if (order.date().isBefore(wish.today())) {
            findings.notPast("date", order.date(), wish.today());
        } else if (clock.isGone(order.date(), order.serveAt(), wish)) {
            findings.unfit("serve_at", "gone");
        } else {
            lookAtNotice(order, wish, findings);
        }
    }

    private void lookAtNotice(Catering order, Wish wish, Findings findings) {
        var served = order.servedAt(wish.site().timeZone());
        if (order.guestsGuaranteed() == null && clock.isWithin(Catering.GUARANTEE, served)) {
            findings.unfit("guests_guaranteed", "guarantee-due", Catering.GUARANTEE.toHours());
        }
        if (clock.isWithin(NOTICE, served)) {
            findings.remark("short-notice", NOTICE.toHours());
        }
    }

    private static void lookAtService(Catering order, Findings findings) {
        Catering.Place place = order.place();
        if (order.service() == ServiceStyle.DELIVERED) {
            findings.require(place, "place", "delivery");
        }
        if (order.service() == ServiceStyle.COLLECTED && place != null) {
            findings.unfit("place", "collected");
        }
        if (order.menu() == MenuStyle.PACKED_MEALS && order.service().isServed()) {
            findings.unfit("service", "packed");
        }
        if (order.service().isServed() && place != null && Boolean.FALSE.equals(place.kitchen())) {
            findings.remark("no-kitchen");
        }
    }

    private static void lookAtNeeds(Map<Need, Integer> counts, int guests, Findings findings) {
        counts.forEach((need, count) -> {
            if (count > guests) {
                findings.unfit("dietary_needs/" + need.name().toLowerCase(Locale.ROOT), "diet", guests);
            }
        });
        int vegetarian = counts.getOrDefault(Need.VEGETARIAN, 0);
        int vegan = counts.getOrDefault(Need.VEGAN, 0);
        if (vegetarian <= guests && vegan <= guests && vegetarian + vegan > guests) {
            findings.unfit("dietary_needs/vegan", "vegan", guests);
        }
        if (counts.keySet().stream().anyMatch(Need::isAllergy)) {
            findings.remark("allergy");
        }
    }
}
