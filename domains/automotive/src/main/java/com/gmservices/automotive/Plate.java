package com.gmservices.automotive;

import com.gmservices.requests.line.Typed;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A number plate as it is read aloud. Blanks, dots and hyphens in it tell no two cars apart. */
final class Plate {

    /** Nothing at all fits too: that is for {@code @NotBlank} to tell, once. */
    static final String PATTERN = "([\\p{L}\\p{N}][\\p{L}\\p{N} .\\-]{0,14})?";

    private Plate() {}

    static String spelled(@Nullable String typed) {
        return Typed.line(typed).toUpperCase(Locale.ROOT);
    }

    static String key(String plate) {
        return plate.replaceAll("[^\\p{L}\\p{N}]", "").toUpperCase(Locale.ROOT);
    }
}
