package com.gmservices.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** The lines of business that the platform serves. */
public enum Domain {
    AUTOMOTIVE,
    HOSPITALITY,
    FINANCE,
    TECHNOLOGY,
    LOGISTICS;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Domain of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
