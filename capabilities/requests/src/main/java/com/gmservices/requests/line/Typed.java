package com.gmservices.requests.line;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What people type: blanks around and doubled inside mean nothing, and a field of blanks is an empty one. */
public final class Typed {

    private Typed() {}

    public static String line(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    }

    public static @Nullable String optional(@Nullable String text) {
        String line = line(text);
        return line.isEmpty() ? null : line;
    }

    public static <T> List<T> list(@Nullable List<T> ticked) {
        return ticked == null
                ? List.of()
                : ticked.stream().filter(Objects::nonNull).toList();
    }

    /** Several lines stay several; what no keyboard types, and no database keeps, goes. */
    public static String words(@Nullable String text) {
        return text == null
                ? ""
                : text.replaceAll("[\\p{Cntrl}&&[^\\n\\r\\t]]", "").strip();
    }
}
