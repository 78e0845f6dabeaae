package com.gmservices.automotive;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people type: blanks around and doubled inside mean nothing, and a field of blanks is an empty one. */
final class Typed {

    private Typed() {}

    static String line(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    static @Nullable String optional(@Nullable String text) {
        String line = line(text);
        return line.isEmpty() ? null : line;
    }

    static <T> List<T> list(@Nullable List<T> ticked) {
        return ticked == null
                ? List.of()
                : ticked.stream().filter(Objects::nonNull).toList();
    }

    /** Several lines stay several; what no keyboard types, and no database keeps, goes. */
    static String words(@Nullable String text) {
        return text == null
                ? ""
                : text.replaceAll("[\\p{Cntrl}&&[^\\n\\r\\t]]", "").strip();
    }
}
