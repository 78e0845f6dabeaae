package com.gmservices.requests.web;

import com.gmservices.requests.RequestRefused;
import org.jspecify.annotations.Nullable;

/** What somebody says about what they do. */
final class Reason {

    static final int LONGEST = 1000;

    private Reason() {}

    static @Nullable String optional(String text) {
        return text.isBlank() ? null : text.strip();
    }

    static String required(String text, String pointer) {
        String said = upTo(LONGEST, optional(text), pointer);
        if (said == null) {
            throw new RequestRefused.Unfit(pointer, "Say why: the other side reads it");
        }
        return said;
    }

    static @Nullable String upTo(int most, @Nullable String text, String pointer) {
        if (text != null && text.length() > most) {
            throw new RequestRefused.Unfit(pointer, "Keep it to %,d characters".formatted(most));
        }
        return text;
    }
}
