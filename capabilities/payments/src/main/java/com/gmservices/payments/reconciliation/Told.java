package com.gmservices.payments.reconciliation;

import com.gmservices.payments.gateway.Statement.Movement;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of a gateway's account, and what we make of it.
 *
 * @param day of the business's calendar
 * @param about which attempt, refund or dispute of ours it is
 */
record Told(
        MovementId id,
        String gateway,
        Movement movement,
        LocalDate day,
        State state,
        @Nullable UUID about,
        @Nullable UUID payment) {

    enum State {
        NEW,
        /** Nothing of ours, as far as we know by now. */
        UNKNOWN,
        /** Ours, or needs nothing of ours. */
        KNOWN;

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static State of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
