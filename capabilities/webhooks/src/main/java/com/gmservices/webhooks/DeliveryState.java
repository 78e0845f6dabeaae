package com.gmservices.webhooks;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Missed is what came while the endpoint was disabled; failed is what was tried for more than a day. */
enum DeliveryState {
    PENDING,
    DELIVERED,
    FAILED,
    MISSED;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    static DeliveryState of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
