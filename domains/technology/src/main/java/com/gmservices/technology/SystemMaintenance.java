package com.gmservices.technology;

import com.gmservices.requests.Ask;
import com.gmservices.requests.line.Typed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** A system that fails, or work on one before it does. */
record SystemMaintenance(
        @NotNull(message = "{technology.invalid.maintenance}")
        Kind kind,

        @NotBlank(message = "{technology.invalid.system}") @Size(max = 120, message = "{technology.invalid.long}")
        String system,

        @NotBlank(message = "{technology.invalid.description}")
        @Size(max = 2000, message = "{technology.invalid.long}")
        @Ask(lines = 5)
        String description,

        @NotNull(message = "{technology.invalid.impact}") Impact impact,

        @Min(value = 0, message = "{technology.invalid.affected-users}")
        @Max(value = 1_000_000, message = "{technology.invalid.affected-users}")
        @Nullable
        Integer affectedUsers,

        @NotNull(message = "{technology.invalid.urgency}") Urgency urgency,

        @NotNull(message = "{technology.invalid.access}") Access access,

        @Valid @Nullable Premises premises,
        @Valid @Nullable Window window,
        @Nullable Boolean backup)
        implements Brief {

    enum Kind {
        INCIDENT,
        PLANNED
    }

    /** How much of the business suffers. */
    enum Impact {
        HIGH,
        MEDIUM,
        LOW
    }

    /** How long it can wait. */
    enum Urgency {
        HIGH,
        MEDIUM,
        LOW
    }

    enum Access {
        REMOTE,
        ON_SITE,
        ARRANGED
    }

    /** When the system may be down, by the clock of the site; most windows end on the day on which they start. */
    record Window(
            @NotNull(message = "{technology.invalid.day}") LocalDate startsOn,

            @NotNull(message = "{technology.invalid.time}") LocalTime startsAt,

            @Nullable LocalDate endsOn,

            @NotNull(message = "{technology.invalid.time}") LocalTime endsAt) {

        LocalDateTime start() {
            return startsOn.atTime(startsAt);
        }

        LocalDateTime end() {
            return (endsOn == null ? startsOn : endsOn).atTime(endsAt);
        }
    }

    SystemMaintenance {
        system = Typed.line(system);
        description = Typed.words(description);
    }

    TicketPriority priority() {
        return TicketPriority.of(impact, urgency);
    }
}
