package com.gmservices.technology;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What somebody thinks of spending, in the major units of the business's currency. */
record Budget(
        @DecimalMin(value = "1", message = "{technology.invalid.amount}")
        @DecimalMax(value = MOST, message = "{technology.invalid.amount}")
        @Nullable
        BigDecimal from,

        @NotNull(message = "{technology.invalid.up-to}")
        @DecimalMin(value = "1", message = "{technology.invalid.amount}")
        @DecimalMax(value = MOST, message = "{technology.invalid.amount}")
        BigDecimal upTo) {

    static final String MOST = "1000000000000";

    boolean isBackwards() {
        return from != null && from.compareTo(upTo) > 0;
    }

    /** Nobody can pay half a kobo. */
    boolean fits(Currency currency) {
        return Stream.of(from, upTo)
                .filter(Objects::nonNull)
                .allMatch(amount -> amount.stripTrailingZeros().scale() <= currency.getDefaultFractionDigits());
    }
}
