package com.gmservices.payments.stripe;

import com.gmservices.payments.vendor.Key;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Our keys, where they come back in metadata, which others who use the same account write too. */
final class Marks {

    private Marks() {}

    static @Nullable UUID key(@Nullable Map<String, String> metadata, String name) {
        return Key.of(metadata == null ? null : metadata.get(name));
    }
}
