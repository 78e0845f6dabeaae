package com.gmservices.requests;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the money of a request says. */
public enum PaymentStatus {
    NONE,
    DUE,
    PARTLY_PAID,
    PAID,
    REFUNDED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
