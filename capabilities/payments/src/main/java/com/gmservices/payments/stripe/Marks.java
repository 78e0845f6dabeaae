package com.gmservices.payments.stripe;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Our keys, where they come back in metadata, which others who use the same account write too. */
final class Marks {

    private Marks() {}

    static @Nullable UUID key(@Nullable Map<String, String> metadata, String name) {
        return key(metadata == null ? null : metadata.get(name));
    }

    static @Nullable UUID key(@Nullable String mark) {
        try {
            return mark == null ? null : UUID.fromString(mark);
        } catch (IllegalArgumentException notOurs) {
            return null;
        }
    }
}
