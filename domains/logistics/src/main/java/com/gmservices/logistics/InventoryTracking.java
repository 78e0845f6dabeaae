package com.gmservices.logistics;

import com.gmservices.requests.Ask;
import com.gmservices.requests.line.Typed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Stock to be counted and held against the books. */
record InventoryTracking(
        @NotNull(message = "{logistics.invalid.count}") Kind kind,

        @NotNull(message = "{logistics.invalid.store}") @Valid
        Store store,

        @Size(max = 20, message = "{logistics.invalid.many}")
        List<@Valid Item> items,

        @Min(value = 1, message = "{logistics.invalid.different-items}")
        @Max(value = 1_000_000, message = "{logistics.invalid.different-items}")
        @Nullable
        Integer differentItems,

        @NotNull(message = "{logistics.invalid.day}") LocalDate on,

        @Nullable LocalTime from,
        @Nullable Boolean openMeanwhile,

        @NotNull(message = "{logistics.invalid.discrepancies}")
        Discrepancies discrepancies)
        implements Job {

    enum Kind {
        CYCLE,
        FULL,
        SPOT
    }

    /** What is done where the shelf and the books differ. */
    enum Discrepancies {
        REPORT,
        RECOUNT,
        ADJUST
    }

    record Store(
            @NotBlank(message = "{logistics.invalid.place}") @Size(max = 100, message = "{logistics.invalid.long}")
            String name,

            @NotBlank(message = "{logistics.invalid.street}")
            @Size(max = 160, message = "{logistics.invalid.long}")
            @Ask(autocomplete = "street-address")
            String street,

            @NotBlank(message = "{logistics.invalid.town}")
            @Size(max = 80, message = "{logistics.invalid.long}")
            @Ask(autocomplete = "address-level2")
            String town,

            @Size(max = 120, message = "{logistics.invalid.long}") @Nullable
            String area) {

        Store {
            name = Typed.line(name);
            street = Typed.line(street);
            town = Typed.line(town);
            area = Typed.optional(area);
        }

        String text() {
            return name + ", " + new Spot(street, town, null).text() + (area == null ? "" : " (" + area + ")");
        }
    }

    /** @param expected what the books say */
    record Item(
            @NotBlank(message = "{logistics.invalid.sku.missing}")
            @Pattern(regexp = "(" + Sku.PATTERN + ")?", message = "{logistics.invalid.sku}")
            @Ask(capitals = true)
            String sku,

            @Size(max = 120, message = "{logistics.invalid.long}") @Nullable
            String name,

            @DecimalMin(value = "0", message = "{logistics.invalid.expected}")
            @DecimalMax(value = "10000000", message = "{logistics.invalid.expected}")
            @Nullable
            BigDecimal expected) {

        private static final int DECIMALS = 3;

        Item {
            sku = Sku.spelled(sku) == null ? "" : Sku.spelled(sku);
            name = Typed.optional(name);
            expected = Figure.optional(expected, DECIMALS);
        }
    }

    InventoryTracking {
        items = Typed.list(items);
    }

    boolean isOpenMeanwhile() {
        return Boolean.TRUE.equals(openMeanwhile);
    }
}
