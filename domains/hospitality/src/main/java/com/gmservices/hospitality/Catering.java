package com.gmservices.hospitality;

import com.gmservices.requests.Ask;
import com.gmservices.requests.line.Typed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Food for many, asked for as a kitchen plans it: what, for how many, when, where and how it comes to the guests. */
record Catering(
        @NotNull(message = "{hospitality.invalid.menu}") MenuStyle menu,

        @NotNull(message = "{hospitality.invalid.service}") ServiceStyle service,

        @NotNull(message = "{hospitality.invalid.guests}")
        @Min(value = 1, message = "{hospitality.invalid.guests}")
        @Max(value = 10_000, message = "{hospitality.invalid.guests}")
        Integer guestsExpected,

        @Min(value = 1, message = "{hospitality.invalid.guaranteed}")
        @Max(value = 10_000, message = "{hospitality.invalid.guaranteed}")
        @Nullable
        Integer guestsGuaranteed,

        @NotNull(message = "{hospitality.invalid.day}") LocalDate date,

        @NotNull(message = "{hospitality.invalid.serving}") LocalTime serveAt,

        @Valid @Nullable Place place,
        @Valid @Ask(folded = true) @Nullable DietaryNeeds dietaryNeeds,
        List<Extra> extras,

        @Size(max = 120, message = "{hospitality.invalid.long}") @Nullable
        String occasion)
        implements HouseOrder {

    /** Until then the customer may still change the number of guests that is paid for in any case. */
    static final Duration GUARANTEE = Duration.ofDays(3);

    enum MenuStyle {
        BREAKFAST,
        LOCAL_DISHES,
        CONTINENTAL,
        GRILL,
        FINGER_FOOD,
        PACKED_MEALS,
        CAKES_AND_SWEETS,
        YOUR_SUGGESTION
    }

    enum ServiceStyle {
        COLLECTED,
        DELIVERED,
        BUFFET,
        STATIONS,
        SEATED,
        SHARED_DISHES,
        PASSED_ROUND;

        /** Somebody of the kitchen stays with the guests. */
        boolean isServed() {
            return switch (this) {
                case COLLECTED, DELIVERED -> false;
                case BUFFET, STATIONS, SEATED, SHARED_DISHES, PASSED_ROUND -> true;
            };
        }
    }

    enum Extra {
        DRINKS,
        CAKE,
        CROCKERY,
        DISPOSABLES,
        TABLES_AND_LINEN,
        WAITING_STAFF,
        TENT,
        CLEARING_UP
    }

    /** Where the food goes, when the guests do not come to the house. */
    record Place(
            @NotBlank(message = "{hospitality.invalid.street}")
            @Size(max = 160, message = "{hospitality.invalid.long}")
            @Ask(autocomplete = "street-address")
            String street,

            @NotBlank(message = "{hospitality.invalid.town}")
            @Size(max = 80, message = "{hospitality.invalid.long}")
            @Ask(autocomplete = "address-level2")
            String town,

            @Size(max = 300, message = "{hospitality.invalid.long}") @Ask(lines = 2) @Nullable
            String directions,

            @Nullable Boolean kitchen) {

        Place {
            street = Typed.line(street);
            town = Typed.line(town);
            directions = Typed.optional(directions);
        }

        String text() {
            return street + ", " + town;
        }
    }

    Catering {
        extras = Typed.list(extras);
        occasion = Typed.optional(occasion);
    }

    Instant servedAt(ZoneId zone) {
        return date.atTime(serveAt).atZone(zone).toInstant();
    }
}
