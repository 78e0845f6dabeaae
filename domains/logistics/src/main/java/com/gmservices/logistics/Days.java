package com.gmservices.logistics;

import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.line.Findings;
import java.time.LocalDate;

/** Which days can be planned for. */
final class Days {

    private static final int DAYS_AHEAD = 365;

    private Days() {}

    static void look(String at, LocalDate day, Wish wish, Findings findings) {
        findings.notPast(at, day, wish.today());
        lookAhead(at, day, wish, findings);
    }

    static void lookAhead(String at, LocalDate day, Wish wish, Findings findings) {
        LocalDate last = wish.today().plusDays(DAYS_AHEAD);
        if (day.isAfter(last)) {
            findings.unfit(at, "far", Findings.day(last));
        }
    }

    /** A site that says of no day that it is open says nothing. */
    static void remarkClosed(LocalDate day, Wish wish, Findings findings) {
        var hours = wish.site().openingHours();
        if (hours.on(day.getDayOfWeek()).isEmpty()
                && hours.week().values().stream().anyMatch(spans -> !spans.isEmpty())) {
            findings.remark("closed", Findings.day(day), wish.site().name());
        }
    }
}
