package com.gmservices.notifications.carrier;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a carrier said of a message. Only {@link NotTaken} lets another carrier have it: after {@link Unknown} it may be
 * on its way, and nobody is to be told twice.
 */
public sealed interface Outcome {

    /** @param reference the carrier's own name for it, by which its reports come */
    record Accepted(@Nullable String reference) implements Outcome {}

    /** Not this one, however often it is tried. */
    record Refused(String detail, boolean isAddressDead) implements Outcome {

        public Refused {
            detail = Outcome.shortened(detail);
        }
    }

    /** It certainly does not have it. */
    record NotTaken(String detail, @Nullable Duration retryAfter) implements Outcome {

        public NotTaken {
            detail = Outcome.shortened(detail);
        }

        public NotTaken(String detail) {
            this(detail, null);
        }
    }

    record Unknown(String detail) implements Outcome {

        public Unknown {
            detail = Outcome.shortened(detail);
        }
    }

    private static String shortened(String detail) {
        String line = detail.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.substring(0, Math.min(500, line.length()));
    }
}
