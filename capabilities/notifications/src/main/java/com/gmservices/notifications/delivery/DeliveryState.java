package com.gmservices.notifications.delivery;

import java.util.Locale;

/**
 * Kept: written while there was nobody to carry it, to be read on the operator's pages. Bundled: it goes with a digest.
 * Withheld: it does not go at all, and the reason says why. The others are what a carrier made of it.
 */
public enum DeliveryState {
    KEPT,
    WAITING,
    BUNDLED,
    SENT,
    DELIVERED,
    BOUNCED,
    FAILED,
    WITHHELD;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What colour it has: {@code good}, {@code warn}, {@code bad} or none. */
    public String tone() {
        return switch (this) {
            case SENT, DELIVERED -> "good";
            case WAITING, BUNDLED -> "warn";
            case BOUNCED, FAILED -> "bad";
            case KEPT, WITHHELD -> "";
        };
    }

    static DeliveryState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
