package com.gmservices.technology;

import com.gmservices.requests.Ask;
import com.gmservices.requests.line.Typed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Machines to find, buy, bring and perhaps set up. */
record HardwareProcurement(
        @NotEmpty(message = "{technology.invalid.items}") @Size(max = 20, message = "{technology.invalid.many}")
        List<@Valid Item> items,

        @Nullable Condition condition,

        @NotNull(message = "{technology.invalid.handover}") Handover handover,

        @Valid @Nullable Premises deliverTo,

        @NotNull(message = "{technology.invalid.installation}")
        Installation installation,

        @Nullable Warranty warranty,
        @Nullable LocalDate neededBy,
        @Valid @Nullable Budget budget)
        implements Brief {

    enum Condition {
        NEW,
        REFURBISHED,
        EITHER
    }

    enum Handover {
        DELIVERY,
        COLLECTION
    }

    enum Installation {
        NONE,
        SET_UP,
        SET_UP_AND_MOVE_DATA
    }

    enum Warranty {
        MAKERS,
        EXTENDED,
        ON_SITE
    }

    record Item(
            @NotNull(message = "{technology.invalid.quantity}")
            @Min(value = 1, message = "{technology.invalid.quantity}")
            @Max(value = 10_000, message = "{technology.invalid.quantity}")
            Integer quantity,

            @NotBlank(message = "{technology.invalid.item}") @Size(max = 120, message = "{technology.invalid.long}")
            String name,

            @Size(max = 300, message = "{technology.invalid.long}") @Ask(lines = 2) @Nullable
            String specification) {

        Item {
            name = Typed.line(name);
            specification = Typed.optional(specification);
        }

        boolean isSameAs(Item other) {
            return name.equalsIgnoreCase(other.name) && Objects.equals(specification, other.specification);
        }

        String text() {
            return quantity + " × " + name + (specification == null ? "" : " (" + specification + ")");
        }
    }

    HardwareProcurement {
        items = Typed.list(items);
    }

    boolean comesToTheCustomer() {
        return handover == Handover.DELIVERY;
    }
}
