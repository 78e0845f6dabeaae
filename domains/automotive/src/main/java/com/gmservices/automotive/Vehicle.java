package com.gmservices.automotive;

import com.gmservices.requests.Ask;
import com.gmservices.requests.line.Typed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A car as its keeper can tell of it; the number plate is what everybody knows, the VIN what a garage wishes for. */
record Vehicle(
        @NotBlank(message = "{automotive.invalid.make}") @Size(max = 40, message = "{automotive.invalid.long}")
        String make,

        @NotBlank(message = "{automotive.invalid.model}") @Size(max = 60, message = "{automotive.invalid.long}")
        String model,

        @NotNull(message = "{automotive.invalid.year}")
        @Min(value = OLDEST, message = "{automotive.invalid.year}")
        @Max(value = 2100, message = "{automotive.invalid.year}")
        Integer year,

        @NotBlank(message = "{automotive.invalid.plate.missing}")
        @Pattern(regexp = Plate.PATTERN, message = "{automotive.invalid.plate}")
        @Ask(capitals = true)
        String plate,

        @Size(max = 60, message = "{automotive.invalid.long}") @Nullable
        String registeredIn,

        @Size(min = Vin.LENGTH, max = Vin.LENGTH, message = "{automotive.invalid.vin.length}")
        @Pattern(regexp = Vin.ALPHABET, message = "{automotive.invalid.vin.letters}")
        @Ask(capitals = true)
        @Nullable
        String vin,

        @Min(value = 0, message = "{automotive.invalid.odometer}")
        @Max(value = 2_000_000, message = "{automotive.invalid.odometer}")
        @Nullable
        Integer odometer,

        @Nullable DistanceUnit odometerUnit,
        @Nullable Fuel fuel) {

    static final int OLDEST = 1886;

    Vehicle {
        make = Typed.line(make);
        model = Typed.line(model);
        plate = Plate.spelled(plate);
        registeredIn = Typed.optional(registeredIn);
        vin = Vin.spelled(vin);
    }

    String text() {
        return "%d %s %s".formatted(year, make, model);
    }

    String plateText() {
        return registeredIn == null ? plate : plate + " (" + registeredIn + ")";
    }

    Optional<Odometer> reading() {
        return odometer == null || odometerUnit == null
                ? Optional.empty()
                : Optional.of(new Odometer(odometer, odometerUnit));
    }
}
