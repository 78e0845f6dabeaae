package com.gmservices.tenancy;

import com.gmservices.tenancy.OpeningHours.Span;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A date on which a site is open at other hours than on that day of the week, or not at all.
 *
 * @param name what people call it; may be empty
 * @param hours none when it is closed
 */
public record SpecialDay(
        @NotNull LocalDate date,
        @Size(max = 80) String name,
        @Size(max = 10) List<@NotNull Span> hours) {

    public SpecialDay(LocalDate date, @Nullable String name, @Nullable List<Span> hours) {
        this.date = date;
        this.name = Objects.requireNonNullElse(name, "").strip();
        this.hours = hours == null ? List.of() : OpeningHours.inOrder(hours);
    }

    public static SpecialDay closed(LocalDate date, String name) {
        return new SpecialDay(date, name, List.of());
    }
}
