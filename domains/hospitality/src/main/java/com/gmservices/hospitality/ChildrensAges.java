package com.gmservices.hospitality;

import com.gmservices.requests.line.Typed;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ages of the children who come along, in one line as one would say them: {@code 4, 7, 11}. */
final class ChildrensAges {

    static final String PATTERN = "(1[0-7]|[0-9])(, (1[0-7]|[0-9])){0,19}";

    private ChildrensAges() {}

    static @Nullable String spelled(@Nullable String typed) {
        String ages = Typed.line(typed).replaceAll("\\s*(,|;|/|&|\\+|\\band\\b|\\s)\\s*", ", ");
        return ages.isEmpty() ? null : ages;
    }

    static List<Integer> read(@Nullable String ages) {
        return ages == null
                ? List.of()
                : Stream.of(ages.split(", ")).map(Integer::valueOf).toList();
    }
}
