package com.gmservices.hospitality;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** An enum in the spelling of JSON and the database. */
final class Code {

    private Code() {}

    static String of(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }

    static @Nullable String ofNullable(@Nullable Enum<?> choice) {
        return choice == null ? null : of(choice);
    }
}
