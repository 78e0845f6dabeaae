package com.gmservices.requests;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a request stands. */
public enum RequestStatus {
    PENDING,
    QUOTED,
    CONFIRMED,
    IN_PROGRESS,
    ON_HOLD,
    COMPLETED,
    DECLINED,
    CANCELLED;

    public boolean isOpen() {
        return compareTo(COMPLETED) < 0;
    }

    /** Both have said yes: what was agreed upon is owed. */
    public boolean isAgreed() {
        return switch (this) {
            case CONFIRMED, IN_PROGRESS, ON_HOLD, COMPLETED -> true;
            case PENDING, QUOTED, DECLINED, CANCELLED -> false;
        };
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static RequestStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
