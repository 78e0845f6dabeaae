package com.gmservices.payments;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Whether a payment's money is taken as soon as the payer agrees, or reserved and taken when staff say so. */
public enum CaptureMethod {
    AUTOMATIC,
    MANUAL;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static CaptureMethod of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
