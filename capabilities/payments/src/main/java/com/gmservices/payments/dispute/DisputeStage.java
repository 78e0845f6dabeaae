package com.gmservices.payments.dispute;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.gmservices.payments.gateway.Complaints;
import java.util.Locale;

/** How far a complaint has come. */
public enum DisputeStage {
    /** The gateway waits for what the business says. */
    NEEDS_RESPONSE,
    UNDER_REVIEW,
    WON,
    LOST,
    /** The business has let the payer have the money. */
    ACCEPTED;

    public boolean isOpen() {
        return this == NEEDS_RESPONSE || this == UNDER_REVIEW;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static DisputeStage of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    static DisputeStage of(Complaints.Stage said) {
        return switch (said) {
            case NEEDS_RESPONSE -> NEEDS_RESPONSE;
            case UNDER_REVIEW -> UNDER_REVIEW;
            case WON -> WON;
            case LOST -> LOST;
            case ACCEPTED -> ACCEPTED;
        };
    }
}
