package com.gmservices.identity.factors;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** One way to prove who one is. */
public enum Factor {
    TOTP,
    PASSKEY,
    RECOVERY_CODE,

    /** The first factor; it serves to step up for people who have no second one. */
    PASSWORD;

    @JsonCreator
    public static Factor of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
