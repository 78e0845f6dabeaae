package com.gmservices.payments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where a payment stands. One that has failed holds nothing, and may be tried again with another method. */
public enum PaymentStatus {
    REQUIRES_PAYMENT_METHOD,
    REQUIRES_ACTION,
    PROCESSING,
    /** The gateway has not answered: it may or may not have taken the money. */
    UNKNOWN,
    REQUIRES_CAPTURE,
    SUCCEEDED,
    FAILED,
    CANCELED;

    /** Holds what is paid for, so that nobody else can pay for it. */
    public boolean isOpen() {
        return compareTo(SUCCEEDED) < 0;
    }

    public boolean awaitsMethod() {
        return this == REQUIRES_PAYMENT_METHOD || this == FAILED;
    }

    public boolean awaitsCustomer() {
        return this == REQUIRES_ACTION;
    }

    boolean canBeCalledOff() {
        return this == REQUIRES_ACTION || this == REQUIRES_CAPTURE;
    }

    /** Nobody can do anything but wait. */
    public boolean awaitsGateway() {
        return this == PROCESSING || this == UNKNOWN;
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static PaymentStatus of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
