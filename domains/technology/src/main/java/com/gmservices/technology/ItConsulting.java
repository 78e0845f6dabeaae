package com.gmservices.technology;

import com.gmservices.requests.Ask;
import com.gmservices.requests.line.Typed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Somebody wants to know what to do, and when to talk about it; the desk asks for the exact time. */
record ItConsulting(
        @NotNull(message = "{technology.invalid.topic}") Topic topic,

        @NotBlank(message = "{technology.invalid.situation}")
        @Size(max = 2000, message = "{technology.invalid.long}")
        @Ask(lines = 4)
        String situation,

        @NotBlank(message = "{technology.invalid.goal}")
        @Size(max = 1000, message = "{technology.invalid.long}")
        @Ask(lines = 3)
        String goal,

        @NotNull(message = "{technology.invalid.meeting}") Meeting meeting,

        @Pattern(regexp = "\\+?[0-9][0-9 ()./\\-]{5,23}", message = "{technology.invalid.phone}")
        @Ask(autocomplete = "tel")
        @Nullable
        String phone,

        @Valid @Nullable Premises premises,

        List<DayOfWeek> days,
        List<TimeOfDay> timeOfDay,
        @Nullable LocalDate answerBy,

        @Min(value = 1, message = "{technology.invalid.people}")
        @Max(value = 500, message = "{technology.invalid.people}")
        @Nullable
        Integer people,

        @Nullable Boolean confidential)
        implements Brief {

    enum Topic {
        STRATEGY,
        CLOUD,
        SECURITY,
        NETWORK,
        SOFTWARE_CHOICE,
        DATA,
        COMPLIANCE,
        OTHER
    }

    enum Meeting {
        VIDEO,
        PHONE,
        AT_THE_FIRM,
        AT_THE_CUSTOMER
    }

    enum TimeOfDay {
        MORNING,
        AFTERNOON,
        EVENING
    }

    ItConsulting {
        situation = Typed.words(situation);
        goal = Typed.words(goal);
        phone = Typed.optional(phone);
        days = Typed.list(days);
        timeOfDay = Typed.list(timeOfDay);
    }
}
