package com.gmservices.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What somebody is to a tenant. What a role may do is said by {@link Grants}. */
public enum Role {
    CUSTOMER,
    STAFF,
    ADMIN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    @JsonCreator
    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
