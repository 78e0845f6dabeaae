package com.gmservices.hospitality;

import com.gmservices.requests.Ask;
import com.gmservices.requests.line.Typed;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A guest rings the desk: from which room, for what, how soon. */
record GuestService(
        @NotBlank(message = "{hospitality.invalid.room}")
        @Pattern(regexp = "([\\p{L}\\p{N}][\\p{L}\\p{N} ./\\-]{0,11})?", message = "{hospitality.invalid.room}")
        @Ask(capitals = true)
        String room,

        @NotNull(message = "{hospitality.invalid.need}") Need need,

        @Size(max = 1000, message = "{hospitality.invalid.long}") @Ask(lines = 3) @Nullable
        String description,

        @NotNull(message = "{hospitality.invalid.urgency}") Urgency urgency,

        @Nullable LocalDate day,
        @Nullable LocalTime time,
        @Nullable Boolean mayEnter)
        implements HouseOrder {

    enum Need {
        CLEANING,
        TOWELS_AND_LINEN,
        FOOD_AND_DRINK,
        REPAIR,
        LAUNDRY,
        LUGGAGE,
        TAXI_OR_TRANSFER,
        WAKE_UP_CALL,
        LONGER_STAY,
        LOST_PROPERTY,
        NOISE,
        UNWELL,
        SOMETHING_ELSE;

        /** Without a word more nobody would know what to bring. */
        boolean isToBeDescribed() {
            return switch (this) {
                case FOOD_AND_DRINK, REPAIR, LOST_PROPERTY, SOMETHING_ELSE -> true;
                case CLEANING,
                        TOWELS_AND_LINEN,
                        LAUNDRY,
                        LUGGAGE,
                        TAXI_OR_TRANSFER,
                        WAKE_UP_CALL,
                        LONGER_STAY,
                        NOISE,
                        UNWELL -> false;
            };
        }
    }

    enum Urgency {
        EMERGENCY,
        AT_ONCE,
        TODAY,
        NO_HURRY
    }

    GuestService {
        room = Typed.line(room).toUpperCase(Locale.ROOT);
        description = Words.optional(description);
    }

    /** Empty when nothing was said of it. A time alone is the next one that the clock on the wall shows. */
    Optional<LocalDateTime> wantedAt(LocalDateTime now) {
        if (day == null && time == null) {
            return Optional.empty();
        }
        if (time == null) {
            return Optional.of(Objects.requireNonNull(day).atStartOfDay());
        }
        LocalDate next = time.isBefore(now.toLocalTime()) ? now.toLocalDate().plusDays(1) : now.toLocalDate();
        return Optional.of((day == null ? next : day).atTime(time));
    }
}
