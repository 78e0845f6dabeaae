package com.gmservices.finance;

import com.gmservices.requests.Ask;
import com.gmservices.requests.line.Typed;
import com.gmservices.tenancy.OpeningHours;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody wants to talk about money. */
record FinancialConsulting(
        @NotNull(message = "{finance.invalid.topic}") Topic topic,

        @NotBlank(message = "{finance.invalid.question}")
        @Size(max = 2000, message = "{finance.invalid.long}")
        @Ask(lines = 4)
        String question,

        @Size(max = 2000, message = "{finance.invalid.long}") @Ask(lines = 3) @Nullable
        String situation,

        @DecimalMin(value = "1", message = "{finance.invalid.amount}")
        @DecimalMax(value = Amount.MOST, message = "{finance.invalid.amount}")
        @Ask(money = true)
        @Nullable
        BigDecimal amount,

        @NotNull(message = "{finance.invalid.channel}") Channel channel,

        @Pattern(regexp = "\\+?[0-9][0-9 ()./\\-]{5,23}", message = "{finance.invalid.phone}")
        @Ask(autocomplete = "tel")
        @Nullable
        String phone,

        List<DayOfWeek> days,
        List<TimeOfDay> times)
        implements Matter {

    enum Topic {
        BUDGET,
        DEBT,
        SAVING,
        INVESTMENT,
        HOME,
        RETIREMENT,
        INSURANCE,
        TAX,
        BUSINESS,
        OTHER
    }

    enum Channel {
        IN_PERSON,
        PHONE,
        VIDEO,
        CHAT
    }

    enum TimeOfDay {
        MORNING(6, 12),
        AFTERNOON(12, 17),
        EVENING(17, 22);

        private final LocalTime from;
        private final LocalTime to;

        TimeOfDay(int from, int to) {
            this.from = LocalTime.of(from, 0);
            this.to = LocalTime.of(to, 0);
        }

        boolean isWithin(OpeningHours.Span open) {
            return from.isBefore(open.to()) && open.from().isBefore(to);
        }
    }

    FinancialConsulting {
        question = Typed.words(question);
        situation = Typed.words(situation).isEmpty() ? null : Typed.words(situation);
        phone = Typed.optional(phone);
        days = Typed.list(days);
        times = Typed.list(times);
    }
}
