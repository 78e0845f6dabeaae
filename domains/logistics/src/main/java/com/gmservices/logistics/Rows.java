package com.gmservices.logistics;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Finds what stands in a list twice, and in which row it stood first, counted as people count. */
final class Rows {

    private final Map<String, Integer> seen = new HashMap<>();

    Optional<Integer> before(int index, String name) {
        return Optional.ofNullable(seen.putIfAbsent(name.toLowerCase(Locale.ROOT), index + 1));
    }
}
