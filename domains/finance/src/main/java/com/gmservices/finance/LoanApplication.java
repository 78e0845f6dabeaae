package com.gmservices.finance;

import com.gmservices.requests.Ask;
import com.gmservices.requests.Sensitive;
import com.gmservices.requests.line.Typed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody wants to borrow: how much, what for, for how long, and from what it will be repaid. */
record LoanApplication(
        @NotNull(message = "{finance.invalid.amount}")
        @DecimalMin(value = "1", message = "{finance.invalid.amount}")
        @DecimalMax(value = Amount.MOST, message = "{finance.invalid.amount}")
        @Ask(money = true)
        BigDecimal amount,

        @NotNull(message = "{finance.invalid.purpose}") Purpose purpose,

        @Size(max = 500, message = "{finance.invalid.long}") @Ask(lines = 2) @Nullable
        String plans,

        @NotNull(message = "{finance.invalid.term}")
        @Min(value = 1, message = "{finance.invalid.term}")
        @Max(value = LONGEST, message = "{finance.invalid.term}")
        Integer termMonths,

        @NotNull(message = "{finance.invalid.employment.missing}") @Valid
        Employment employment,

        @NotNull(message = "{finance.invalid.means}") @Valid @Sensitive
        Means means,

        List<Security> security,

        @NotEmpty(message = "{finance.invalid.consents}") @Ask(anew = true)
        List<Consent> consents)
        implements Matter {

    static final int LONGEST = 360;

    /** With the longest time that is usual to repay it. */
    enum Purpose {
        HOME(LONGEST),
        HOME_IMPROVEMENT(120),
        CAR(96),
        EDUCATION(120),
        MEDICAL(60),
        BUSINESS(120),
        DEBT_CONSOLIDATION(84),
        OTHER(84);

        private final int months;

        Purpose(int months) {
            this.months = months;
        }

        int months() {
            return months;
        }
    }

    /** What or who stands in when the borrower cannot pay. */
    enum Security {
        GUARANTOR,
        VEHICLE,
        PROPERTY,
        SAVINGS
    }

    LoanApplication {
        plans = Typed.optional(plans);
        security = Typed.list(security);
        consents = Typed.list(consents);
    }
}
