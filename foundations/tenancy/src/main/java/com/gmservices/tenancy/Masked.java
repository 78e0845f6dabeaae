package com.gmservices.tenancy;

import org.jspecify.annotations.Nullable;

/**
 * What may be shown of somebody's address or number where it is not to be read: enough for its owner to know it again.
 * {@code j***n@host}, {@code *******4567}; of what has one or two characters, nothing.
 */
public final class Masked {

    private static final int LAST = 4;

    private Masked() {}

    /** How long the name is does not show. */
    public static String email(@Nullable String email) {
        if (email == null) {
            return "";
        }
        int at = email.lastIndexOf('@');
        return at < 0 ? name(email) : name(email.substring(0, at)) + email.substring(at);
    }

    private static String name(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= 2
                ? "*".repeat(length)
                : Character.toString(name.codePointAt(0)) + "***"
                        + Character.toString(name.codePointBefore(name.length()));
    }

    /** The last four digits; half of them when there are fewer than eight. */
    public static String phone(@Nullable String phone) {
        if (phone == null) {
            return "";
        }
        String digits = phone.replaceAll("[^\\p{Nd}]", "");
        int length = digits.length();
        int shown = length <= 2 ? 0 : Math.min(LAST, length / 2);
        return "*".repeat(length - shown) + digits.substring(length - shown);
    }
}
