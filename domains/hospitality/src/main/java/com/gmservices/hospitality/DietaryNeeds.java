package com.gmservices.hospitality;

import com.gmservices.requests.line.Typed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** How many of the guests eat differently. One guest may count in several. */
record DietaryNeeds(
        @Min(value = 0, message = "{hospitality.invalid.diet}")
        @Max(value = 10_000, message = "{hospitality.invalid.diet}")
        @Nullable
        Integer vegetarian,

        @Min(value = 0, message = "{hospitality.invalid.diet}")
        @Max(value = 10_000, message = "{hospitality.invalid.diet}")
        @Nullable
        Integer vegan,

        @Min(value = 0, message = "{hospitality.invalid.diet}")
        @Max(value = 10_000, message = "{hospitality.invalid.diet}")
        @Nullable
        Integer halal,

        @Min(value = 0, message = "{hospitality.invalid.diet}")
        @Max(value = 10_000, message = "{hospitality.invalid.diet}")
        @Nullable
        Integer kosher,

        @Min(value = 0, message = "{hospitality.invalid.diet}")
        @Max(value = 10_000, message = "{hospitality.invalid.diet}")
        @Nullable
        Integer glutenFree,

        @Min(value = 0, message = "{hospitality.invalid.diet}")
        @Max(value = 10_000, message = "{hospitality.invalid.diet}")
        @Nullable
        Integer lactoseFree,

        @Min(value = 0, message = "{hospitality.invalid.diet}")
        @Max(value = 10_000, message = "{hospitality.invalid.diet}")
        @Nullable
        Integer nutAllergy,

        @Min(value = 0, message = "{hospitality.invalid.diet}")
        @Max(value = 10_000, message = "{hospitality.invalid.diet}")
        @Nullable
        Integer seafoodAllergy,

        @Size(max = 300, message = "{hospitality.invalid.long}") @Nullable
        String other) {

    enum Need {
        VEGETARIAN,
        VEGAN,
        HALAL,
        KOSHER,
        GLUTEN_FREE,
        LACTOSE_FREE,
        NUT_ALLERGY,
        SEAFOOD_ALLERGY;

        boolean isAllergy() {
            return this == NUT_ALLERGY || this == SEAFOOD_ALLERGY;
        }
    }

    DietaryNeeds {
        other = Typed.optional(other);
    }

    /** Only what somebody needs. */
    Map<Need, Integer> counts() {
        var counts = new EnumMap<Need, Integer>(Need.class);
        for (Need need : Need.values()) {
            int guests = Objects.requireNonNullElse(count(need), 0);
            if (guests > 0) {
                counts.put(need, guests);
            }
        }
        return counts;
    }

    private @Nullable Integer count(Need need) {
        return switch (need) {
            case VEGETARIAN -> vegetarian;
            case VEGAN -> vegan;
            case HALAL -> halal;
            case KOSHER -> kosher;
            case GLUTEN_FREE -> glutenFree;
            case LACTOSE_FREE -> lactoseFree;
            case NUT_ALLERGY -> nutAllergy;
            case SEAFOOD_ALLERGY -> seafoodAllergy;
        };
    }
}
