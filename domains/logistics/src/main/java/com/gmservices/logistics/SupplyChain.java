package com.gmservices.logistics;

import com.gmservices.requests.Ask;
import com.gmservices.requests.line.Typed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Goods that a business waits for: bought and coming in, or its own and going to where they run out. */
record SupplyChain(
        @NotNull(message = "{logistics.invalid.movement}") Movement movement,

        @NotNull(message = "{logistics.invalid.supplier}") @Valid
        Party supplier,

        @NotEmpty(message = "{logistics.invalid.items}") @Size(max = 20, message = "{logistics.invalid.many}")
        List<@Valid Item> items,

        @NotNull(message = "{logistics.invalid.ready}") LocalDate readyOn,

        @NotNull(message = "{logistics.invalid.destination}") @Valid
        Destination destination,

        @Nullable LocalDate neededBy,
        @Nullable Temperature temperature,
        @Nullable Incoterm incoterm)
        implements Job {

    enum Movement {
        INBOUND,
        REPLENISHMENT
    }

    enum Temperature {
        AMBIENT,
        CONTROLLED,
        CHILLED,
        FROZEN;

        boolean needsACooledVehicle() {
            return this != AMBIENT;
        }
    }

    enum Unit {
        PIECES,
        CARTONS,
        PALLETS,
        BAGS,
        KILOGRAMS,
        TONNES,
        LITRES,
        CUBIC_METRES;

        /** Nobody ships half a carton. */
        boolean isCounted() {
            return switch (this) {
                case PIECES, CARTONS, PALLETS, BAGS -> true;
                case KILOGRAMS, TONNES, LITRES, CUBIC_METRES -> false;
            };
        }
    }

    /** Incoterms 2020, by the International Chamber of Commerce. */
    enum Incoterm {
        EXW,
        FCA,
        CPT,
        CIP,
        DAP,
        DPU,
        DDP,
        FAS,
        FOB,
        CFR,
        CIF;

        boolean isForShipsOnly() {
            return switch (this) {
                case FAS, FOB, CFR, CIF -> true;
                case EXW, FCA, CPT, CIP, DAP, DPU, DDP -> false;
            };
        }
    }

    record Item(
            @NotBlank(message = "{logistics.invalid.item}") @Size(max = 120, message = "{logistics.invalid.long}")
            String name,

            @Pattern(regexp = Sku.PATTERN, message = "{logistics.invalid.sku}") @Ask(capitals = true) @Nullable
            String sku,

            @NotNull(message = "{logistics.invalid.quantity}")
            @DecimalMin(value = "0.001", message = "{logistics.invalid.quantity}")
            @DecimalMax(value = "1000000", message = "{logistics.invalid.quantity}")
            BigDecimal quantity,

            @NotNull(message = "{logistics.invalid.unit}") Unit unit) {

        private static final int DECIMALS = 3;

        Item {
            name = Typed.line(name);
            sku = Sku.spelled(sku);
            quantity = Figure.of(quantity, DECIMALS);
        }
    }

    record Destination(
            @NotBlank(message = "{logistics.invalid.place}") @Size(max = 100, message = "{logistics.invalid.long}")
            String name,

            @NotBlank(message = "{logistics.invalid.street}") @Size(max = 160, message = "{logistics.invalid.long}")
            String street,

            @NotBlank(message = "{logistics.invalid.town}") @Size(max = 80, message = "{logistics.invalid.long}")
            String town,

            @Pattern(regexp = Country.PATTERN, message = "{logistics.invalid.country}") @Nullable
            String country) {

        Destination {
            name = Typed.line(name);
            street = Typed.line(street);
            town = Typed.line(town);
            country = Country.spelled(country);
        }

        Spot spot() {
            return new Spot(street, town, country);
        }

        String text() {
            return name + ", " + spot().text();
        }
    }

    SupplyChain {
        items = Typed.list(items);
    }
}
