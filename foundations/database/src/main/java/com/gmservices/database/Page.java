package com.gmservices.database;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A part of a list, and where it goes on. This record is also the API's form of every list. */
@JsonInclude
public record Page<T>(List<T> data, @Nullable String nextCursor, boolean hasMore) {

    public static final int DEFAULT_LIMIT = 25;
    public static final int MAX_LIMIT = 100;

    public Page {
        data = List.copyOf(data);
    }

    /** From one row more than were asked for, which is how it is known that there are more. */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, UUID> id) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null, false);
        }
        List<T> shown = rows.subList(0, limit);
        return new Page<>(shown, new Cursor(id.apply(shown.getLast())).toString(), true);
    }

    public <R> Page<R> map(Function<? super T, ? extends R> view) {
        return new Page<>(data.stream().<R>map(view).toList(), nextCursor, hasMore);
    }
}
