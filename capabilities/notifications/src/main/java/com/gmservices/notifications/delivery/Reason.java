package com.gmservices.notifications.delivery;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Why something goes over a channel, waits, or does not go. */
public enum Reason {
    USUAL,
    CHOSEN,
    NECESSARY,
    QUIET,
    DIGEST,
    DECLINED,
    NO_ADDRESS,
    SUPPRESSED,
    OVER_BUDGET,
    OVER_COUNTRY,
    OVER_PLATFORM,
    EXPIRED,
    SUSPENDED,
    LEFT,
    EMPTY;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Reason of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
