package com.gmservices.payments.dispute;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * How much time is left for an answer, in words.
 *
 * @param words the message's key, with the days as its argument
 * @param level the colour: {@code bad}, {@code warn} or none
 */
record Due(String words, long days, String level) {

    private static final long SOON = 3;

    /** Null where nobody waits for an answer, or has said until when. */
    static @Nullable Due of(Dispute dispute, Instant now, ZoneId zone) {
        Instant due = dispute.dueBy();
        if (due == null || !dispute.awaitsAnswer()) {
            return null;
        }
        long days = ChronoUnit.DAYS.between(LocalDate.ofInstant(now, zone), LocalDate.ofInstant(due, zone));
        if (due.isBefore(now)) {
            return new Due("disputes.due.over", -days, "bad");
        }
        if (days == 0) {
            return new Due("disputes.due.today", days, "bad");
        }
        return new Due(days == 1 ? "disputes.due.tomorrow" : "disputes.due.days", days, days <= SOON ? "warn" : "");
    }
}
