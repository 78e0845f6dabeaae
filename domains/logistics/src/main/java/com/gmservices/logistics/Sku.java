package com.gmservices.logistics;

import com.gmservices.requests.line.Typed;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A stock keeping unit: the code on the shelf and in the books. */
final class Sku {

    static final String PATTERN = "[\\p{L}\\p{N}][\\p{L}\\p{N} ._/\\-]{0,39}";

    private Sku() {}

    static @Nullable String spelled(@Nullable String typed) {
        String line = Typed.optional(typed);
        return line == null ? null : line.toUpperCase(Locale.ROOT);
    }
}
