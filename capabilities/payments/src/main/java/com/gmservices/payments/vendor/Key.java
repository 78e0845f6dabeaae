package com.gmservices.payments.vendor;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Our keys where vendors tell them back to us, among what others have named there. */
public final class Key {

    private static final int LENGTH = 36;

    private Key() {}

    public static @Nullable UUID of(@Nullable String text) {
        try {
            return text == null || text.length() != LENGTH ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
