package com.gmservices.notifications;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** A way to a person. What is on the page stands there at once and for all; the others carry it to wherever they are. */
public enum Channel {
    PAGE,
    MAIL,
    SMS,
    PUSH;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Channel of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
