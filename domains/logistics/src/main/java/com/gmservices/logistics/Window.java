package com.gmservices.logistics;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A day, and between which hours of it. */
record Window(
        @NotNull(message = "{logistics.invalid.day}") LocalDate on,

        @Nullable LocalTime from,
        @Nullable LocalTime until) {

    boolean endsBeforeItBegins() {
        return from != null && until != null && !from.isBefore(until);
    }

    /** Nothing can come of it when all of it lies before the other one has begun. */
    boolean isOverBefore(Window other) {
        if (!on.equals(other.on)) {
            return on.isBefore(other.on);
        }
        return until != null && other.from != null && !other.from.isBefore(until);
    }
}
