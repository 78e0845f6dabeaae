package com.gmservices.tenancy;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.stream.Stream;

/** What somebody is to a tenant. What a role may do is said by {@link Grants}. */
public enum Role {
    CUSTOMER,
    STAFF,
    ADMIN;

    @JsonValue
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static boolean isCode(String text) {
        return Stream.of(values()).anyMatch(role -> role.code().equals(text));
    }

    @JsonCreator
    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
