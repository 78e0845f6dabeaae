package com.gmservices.automotive;

import com.gmservices.requests.Ask;
import com.gmservices.requests.line.Typed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Somebody stands beside a road and needs help: asked in the order in which a dispatcher would. */
record RoadsideAssistance(
        @NotNull(message = "{automotive.invalid.safety}") Safety safety,

        @NotNull(message = "{automotive.invalid.problem}") Problem problem,

        @Size(max = 1000, message = "{automotive.invalid.long}") @Ask(lines = 3) @Nullable
        String description,

        @NotNull(message = "{automotive.invalid.place}") @Valid
        Place place,

        @NotBlank(message = "{automotive.invalid.phone}")
        @Pattern(regexp = "(\\+?[0-9][0-9 ()./\\-]{5,23})?", message = "{automotive.invalid.phone}")
        @Ask(autocomplete = "tel")
        String phone,

        @NotNull(message = "{automotive.invalid.vehicle}") @Valid
        Car vehicle,

        @NotNull(message = "{automotive.invalid.people}")
        @Min(value = 0, message = "{automotive.invalid.people}")
        @Max(value = 80, message = "{automotive.invalid.people}")
        Integer passengers,

        @Size(max = 200, message = "{automotive.invalid.long}") @Nullable
        String towDestination,

        @Nullable Fuel fuel,
        @Nullable Boolean spareWheel)
        implements Job {

    enum Safety {
        SAFE,
        BESIDE_TRAFFIC,
        IN_TRAFFIC
    }

    enum Problem {
        FLAT_TYRE,
        BATTERY,
        LOCKED_OUT,
        OUT_OF_FUEL,
        TOW,
        STUCK
    }

    /** Where exactly: a road with its direction and something to see there. */
    record Place(
            @NotBlank(message = "{automotive.invalid.road}") @Size(max = 200, message = "{automotive.invalid.long}")
            String road,

            @Size(max = 200, message = "{automotive.invalid.long}") @Nullable
            String landmark,

            @NotBlank(message = "{automotive.invalid.town}")
            @Size(max = 80, message = "{automotive.invalid.long}")
            @Ask(autocomplete = "address-level2")
            String town) {

        Place {
            road = Typed.line(road);
            landmark = Typed.optional(landmark);
            town = Typed.line(town);
        }

        String text() {
            return Stream.of(road, landmark, town).filter(Objects::nonNull).collect(Collectors.joining(", "));
        }
    }

    /** What a driver of the tow truck looks out for. */
    record Car(
            @NotBlank(message = "{automotive.invalid.plate.missing}")
            @Pattern(regexp = Plate.PATTERN, message = "{automotive.invalid.plate}")
            @Ask(capitals = true)
            String plate,

            @NotBlank(message = "{automotive.invalid.make}") @Size(max = 40, message = "{automotive.invalid.long}")
            String make,

            @Size(max = 60, message = "{automotive.invalid.long}") @Nullable
            String model,

            @Size(max = 30, message = "{automotive.invalid.long}") @Nullable
            String colour) {

        Car {
            plate = Plate.spelled(plate);
            make = Typed.line(make);
            model = Typed.optional(model);
            colour = Typed.optional(colour);
        }

        String text() {
            return Stream.of(colour, make, model, plate)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining(" "));
        }
    }

    RoadsideAssistance {
        description = Typed.optional(description);
        phone = Typed.line(phone);
        towDestination = Typed.optional(towDestination);
    }
}
