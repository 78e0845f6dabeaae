package com.gmservices.webhooks;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a receiver answered, or why there was no answer.
 *
 * @param failure for people; null when there was an answer
 * @param answer its beginning
 * @param retryAfter before that it wants to hear nothing
 */
record Outcome(
        @Nullable Integer status,
        @Nullable String failure,
        @Nullable String answer,
        @Nullable Duration retryAfter) {

    private static final int GONE = 410;

    static Outcome silence(String failure) {
        return new Outcome(null, failure, null, null);
    }

    /** Nothing else is success: a redirect leads to an address that nobody has checked. */
    boolean isGood() {
        return status != null && status >= 200 && status < 300;
    }

    /** The receiver wants to be told nothing any more. */
    boolean isGone() {
        return status != null && status == GONE;
    }
}
