package com.gmservices.finance;

import com.gmservices.requests.Ask;
import com.gmservices.requests.Sensitive;
import com.gmservices.requests.line.Typed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A look at how somebody has kept up with what they owe, and what they can carry. */
record CreditAssessment(
        @NotNull(message = "{finance.invalid.subject}") Subject subject,

        @Size(max = 120, message = "{finance.invalid.long}") @Nullable
        String subjectName,

        @Nullable Boolean subjectAgrees,

        @NotNull(message = "{finance.invalid.assessment}") Purpose purpose,

        @DecimalMin(value = "1", message = "{finance.invalid.amount}")
        @DecimalMax(value = Amount.MOST, message = "{finance.invalid.amount}")
        @Ask(money = true)
        @Nullable
        BigDecimal amount,

        @NotNull(message = "{finance.invalid.period}") Period period,

        @Valid @Sensitive @Nullable Means means,
        @Nullable LocalDate neededBy,

        @NotEmpty(message = "{finance.invalid.consents}") @Ask(anew = true)
        List<Consent> consents)
        implements Matter {

    enum Subject {
        MYSELF,
        MY_BUSINESS,
        ANOTHER_PERSON,
        ANOTHER_BUSINESS;

        boolean isAnother() {
            return this == ANOTHER_PERSON || this == ANOTHER_BUSINESS;
        }
    }

    enum Purpose {
        LOAN,
        RENT,
        TRADE_CREDIT,
        OWN_INTEREST,
        CORRECTION,
        OTHER
    }

    /** How far back to look. */
    enum Period {
        SIX_MONTHS,
        ONE_YEAR,
        TWO_YEARS,
        FIVE_YEARS
    }

    CreditAssessment {
        subjectName = Typed.optional(subjectName);
        consents = Typed.list(consents);
    }
}
