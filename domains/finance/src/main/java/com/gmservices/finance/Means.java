package com.gmservices.finance;

import com.gmservices.requests.Ask;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What comes in and what goes out in a month. */
record Means(
        @NotNull(message = "{finance.invalid.income}")
        @DecimalMin(value = "0", message = "{finance.invalid.income}")
        @DecimalMax(value = Amount.MOST, message = "{finance.invalid.income}")
        @Ask(money = true)
        BigDecimal income,

        @NotNull(message = "{finance.invalid.repayments}")
        @DecimalMin(value = "0", message = "{finance.invalid.repayments}")
        @DecimalMax(value = Amount.MOST, message = "{finance.invalid.repayments}")
        @Ask(money = true)
        BigDecimal repayments,

        @DecimalMin(value = "0", message = "{finance.invalid.outgoing}")
        @DecimalMax(value = Amount.MOST, message = "{finance.invalid.outgoing}")
        @Ask(money = true)
        @Nullable
        BigDecimal housing,

        @DecimalMin(value = "0", message = "{finance.invalid.outgoing}")
        @DecimalMax(value = Amount.MOST, message = "{finance.invalid.outgoing}")
        @Ask(money = true)
        @Nullable
        BigDecimal other) {

    private static final BigDecimal THREE = BigDecimal.valueOf(3);

    /** All that has to be paid, month by month. */
    BigDecimal obligations() {
        return Stream.of(repayments, housing, other).filter(Objects::nonNull).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The share of the income that repays debts when this much comes on top; empty without an income. */
    Optional<BigDecimal> debtService(BigDecimal more) {
        return income.signum() == 0
                ? Optional.empty()
                : Optional.of(repayments.add(more).divide(income, MathContext.DECIMAL64));
    }

    /** Beyond a third of the income, repaying gets hard: the line that central banks draw for salaried people. */
    boolean strains(BigDecimal more) {
        return repayments.add(more).multiply(THREE).compareTo(income) > 0;
    }

    boolean overspends(BigDecimal more) {
        return obligations().add(more).compareTo(income) > 0;
    }

    /** Nobody's income gets into a log by way of a record that is printed there. */
    @Override
    public String toString() {
        return "Means[withheld]";
    }
}
