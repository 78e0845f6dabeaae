package com.gmservices.finance;

import com.gmservices.money.Money;
import com.gmservices.requests.Ask;
import com.gmservices.requests.line.Typed;
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
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Something that is owed, to be paid in parts. */
record PaymentPlan(
        @NotNull(message = "{finance.invalid.debt}") Debt debt,

        @NotBlank(message = "{finance.invalid.reference.missing}")
        @Pattern(regexp = "[\\p{L}\\p{N} ./#_\\-]{0,60}", message = "{finance.invalid.reference}")
        String reference,

        @Size(max = 120, message = "{finance.invalid.long}") @Nullable
        String owedTo,

        @NotNull(message = "{finance.invalid.amount}")
        @DecimalMin(value = "1", message = "{finance.invalid.amount}")
        @DecimalMax(value = Amount.MOST, message = "{finance.invalid.amount}")
        @Ask(money = true)
        BigDecimal amount,

        @DecimalMin(value = "0", message = "{finance.invalid.down-payment}")
        @DecimalMax(value = Amount.MOST, message = "{finance.invalid.down-payment}")
        @Ask(money = true)
        @Nullable
        BigDecimal downPayment,

        @NotNull(message = "{finance.invalid.instalments}")
        @Min(value = 2, message = "{finance.invalid.instalments}")
        @Max(value = MOST_INSTALMENTS, message = "{finance.invalid.instalments}")
        Integer instalments,

        @NotNull(message = "{finance.invalid.frequency}") Frequency frequency,

        @NotNull(message = "{finance.invalid.first-due}") LocalDate firstDue)
        implements Matter {

    static final int MOST_INSTALMENTS = 60;

    enum Debt {
        INVOICE,
        LOAN,
        RENT,
        SCHOOL_FEES,
        MEDICAL_BILL,
        TAX,
        OTHER
    }

    PaymentPlan {
        reference = Typed.line(reference);
        owedTo = Typed.optional(owedTo);
    }

    Money owed(Currency currency) {
        return Amount.of(amount, currency);
    }

    Money down(Currency currency) {
        return downPayment == null ? Money.zero(currency) : Amount.of(downPayment, currency);
    }

    /** What is left after the down payment, to the minor unit. */
    List<Instalment> schedule(Currency currency) {
        return Instalment.schedule(owed(currency).minus(down(currency)), instalments, frequency, firstDue);
    }
}
