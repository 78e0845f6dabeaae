package com.gmservices.finance;

import com.gmservices.requests.Ask;
import com.gmservices.requests.line.Typed;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Where an income comes from, and since when. */
record Employment(
        @NotNull(message = "{finance.invalid.employment}") Kind kind,

        @Size(max = 120, message = "{finance.invalid.long}") @Ask(autocomplete = "organization") @Nullable
        String employer,

        @Nullable LocalDate since) {

    enum Kind {
        EMPLOYED,
        SELF_EMPLOYED,
        BUSINESS_OWNER,
        CONTRACT,
        RETIRED,
        STUDENT,
        NOT_WORKING;

        boolean isWork() {
            return switch (this) {
                case EMPLOYED, SELF_EMPLOYED, BUSINESS_OWNER, CONTRACT -> true;
                case RETIRED, STUDENT, NOT_WORKING -> false;
            };
        }
    }

    Employment {
        employer = Typed.optional(employer);
    }
}
