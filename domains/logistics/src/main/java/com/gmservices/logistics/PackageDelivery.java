package com.gmservices.logistics;

import com.gmservices.requests.Ask;
import com.gmservices.requests.line.Typed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parcels from one door to another, asked as at a carrier's counter: from whom, to whom, what, when. */
record PackageDelivery(
        @NotNull(message = "{logistics.invalid.sender}") @Valid
        Party sender,

        @NotNull(message = "{logistics.invalid.recipient}") @Valid
        Party recipient,

        @NotEmpty(message = "{logistics.invalid.parcels}") @Size(max = 20, message = "{logistics.invalid.many}")
        List<@Valid Parcel> parcels,

        List<Hazard> dangerousContents,

        @NotNull(message = "{logistics.invalid.pick-up}") @Valid
        Window pickUp,

        @Valid @Ask(folded = true) @Nullable Window delivery)
        implements Job {

    /** By the classes of dangerous goods (UN Model Regulations), in a sender's words. */
    enum Hazard {
        EXPLOSIVE,
        GAS,
        FLAMMABLE,
        CORROSIVE,
        POISONOUS,
        RADIOACTIVE,
        LOOSE_BATTERIES
    }

    record Parcel(
            @NotBlank(message = "{logistics.invalid.contents}") @Size(max = 120, message = "{logistics.invalid.long}")
            String contents,

            @NotNull(message = "{logistics.invalid.weight}")
            @DecimalMin(value = "0.01", message = "{logistics.invalid.weight}")
            @DecimalMax(value = "1000", message = "{logistics.invalid.weight}")
            @Ask(unit = "kg")
            BigDecimal weight,

            @NotNull(message = "{logistics.invalid.side}")
            @DecimalMin(value = "1", message = "{logistics.invalid.side}")
            @DecimalMax(value = "400", message = "{logistics.invalid.side}")
            @Ask(unit = "cm")
            BigDecimal length,

            @NotNull(message = "{logistics.invalid.side}")
            @DecimalMin(value = "1", message = "{logistics.invalid.side}")
            @DecimalMax(value = "400", message = "{logistics.invalid.side}")
            @Ask(unit = "cm")
            BigDecimal width,

            @NotNull(message = "{logistics.invalid.side}")
            @DecimalMin(value = "1", message = "{logistics.invalid.side}")
            @DecimalMax(value = "400", message = "{logistics.invalid.side}")
            @Ask(unit = "cm")
            BigDecimal height,

            @Nullable Boolean fragile,

            @DecimalMin(value = "0", message = "{logistics.invalid.value}")
            @DecimalMax(value = "1000000000", message = "{logistics.invalid.value}")
            @Ask(money = true)
            @Nullable
            BigDecimal declaredValue) {

        private static final BigDecimal HEAVY = BigDecimal.valueOf(30);
        private static final int GRAMS = 3;
        private static final int MILLIMETRES = 1;
        private static final int MOST_DECIMALS_OF_MONEY = 4;

        Parcel {
            contents = Typed.line(contents);
            weight = Figure.of(weight, GRAMS);
            length = Figure.of(length, MILLIMETRES);
            width = Figure.of(width, MILLIMETRES);
            height = Figure.of(height, MILLIMETRES);
            declaredValue = Figure.optional(declaredValue, MOST_DECIMALS_OF_MONEY);
        }

        /** In cubic centimetres. */
        BigDecimal volume() {
            return length.multiply(width).multiply(height);
        }

        boolean isFragile() {
            return Boolean.TRUE.equals(fragile);
        }

        /** More than one person should lift. */
        boolean isHeavy() {
            return weight.compareTo(HEAVY) > 0;
        }
    }

    PackageDelivery {
        parcels = Typed.list(parcels);
        dangerousContents = Typed.list(dangerousContents);
    }
}
