package com.gmservices.notifications.preference;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Addresses in the one spelling in which they are compared. */
public final class Addresses {

    private Addresses() {}

    public static @Nullable String mail(@Nullable String address) {
        return address == null ? null : address.strip().toLowerCase(Locale.ROOT);
    }

    /** What is typed with its country; any other is spelled out once the country of the business is known. */
    public static @Nullable String typedPhone(@Nullable String number) {
        return number == null ? null : number.replaceAll("[^+\\d]", "").replaceAll("^00", "+");
    }
}
