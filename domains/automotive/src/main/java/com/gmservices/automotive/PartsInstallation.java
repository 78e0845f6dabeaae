package com.gmservices.automotive;

import com.gmservices.requests.Ask;
import com.gmservices.requests.line.Typed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Parts to get for a car, to fit into it, or both. */
record PartsInstallation(
        @NotNull(message = "{automotive.invalid.vehicle}") @Valid
        Vehicle vehicle,

        @NotEmpty(message = "{automotive.invalid.parts}") @Size(max = 20, message = "{automotive.invalid.many}")
        List<@Valid Part> parts,

        @Nullable Quality quality,

        @NotNull(message = "{automotive.invalid.fitting}") Fitting fitting,

        @Nullable LocalDate neededBy,
        @Valid @Nullable Whereabouts whereabouts)
        implements GarageJob {

    enum Quality {
        GENUINE,
        AFTERMARKET,
        USED,
        ANY
    }

    enum Fitting {
        AT_THE_GARAGE,
        WHERE_THE_CAR_STANDS,
        PARTS_ONLY
    }

    record Part(
            @NotBlank(message = "{automotive.invalid.part}") @Size(max = 120, message = "{automotive.invalid.long}")
            String name,

            @Pattern(regexp = "[\\p{L}\\p{N} ./\\-]{1,40}", message = "{automotive.invalid.part-number}")
            @Ask(capitals = true)
            @Nullable
            String partNumber,

            @NotNull(message = "{automotive.invalid.quantity}")
            @Min(value = 1, message = "{automotive.invalid.quantity}")
            @Max(value = 100, message = "{automotive.invalid.quantity}")
            Integer quantity,

            @Nullable Boolean suppliedByCustomer) {

        Part {
            name = Typed.line(name);
            partNumber = Typed.optional(partNumber);
            partNumber = partNumber == null ? null : partNumber.toUpperCase(Locale.ROOT);
        }

        String text() {
            return quantity + " × " + name + (partNumber == null ? "" : " (" + partNumber + ")");
        }

        boolean isToBeOrdered() {
            return !Boolean.TRUE.equals(suppliedByCustomer);
        }
    }

    PartsInstallation {
        parts = Typed.list(parts);
    }
}
