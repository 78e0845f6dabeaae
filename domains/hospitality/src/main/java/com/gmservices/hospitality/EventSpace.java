package com.gmservices.hospitality;

import com.gmservices.requests.Ask;
import com.gmservices.requests.line.Typed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function in one of the house's spaces, told as a banquet event order needs it. */
record EventSpace(
        @NotNull(message = "{hospitality.invalid.occasion}") Kind kind,

        @Size(max = 120, message = "{hospitality.invalid.long}") @Nullable
        String title,

        @NotNull(message = "{hospitality.invalid.guests}")
        @Min(value = 1, message = "{hospitality.invalid.guests}")
        @Max(value = 10_000, message = "{hospitality.invalid.guests}")
        Integer guests,

        @NotNull(message = "{hospitality.invalid.day}") LocalDate date,

        @NotNull(message = "{hospitality.invalid.starts}") LocalTime startsAt,

        @NotNull(message = "{hospitality.invalid.ends}") LocalTime endsAt,

        @Min(value = 1, message = "{hospitality.invalid.days}")
        @Max(value = 14, message = "{hospitality.invalid.days}")
        @Nullable
        Integer days,

        @NotNull(message = "{hospitality.invalid.seating}") Seating seating,

        @Min(value = 0, message = "{hospitality.invalid.hours}")
        @Max(value = 72, message = "{hospitality.invalid.hours}")
        @Ask(unit = "h")
        @Nullable
        Integer setUpHours,

        @Min(value = 0, message = "{hospitality.invalid.hours}")
        @Max(value = 72, message = "{hospitality.invalid.hours}")
        @Ask(unit = "h")
        @Nullable
        Integer tearDownHours,

        List<Equipment> equipment,
        @Nullable Food catering,

        @Size(max = 2000, message = "{hospitality.invalid.long}") @Ask(lines = 4) @Nullable
        String programme,

        @Valid @Ask(folded = true) @Nullable Contact onTheDay)
        implements HouseOrder {

    enum Kind {
        MEETING,
        CONFERENCE,
        TRAINING,
        WEDDING,
        BIRTHDAY,
        CEREMONY,
        DINNER,
        EXHIBITION,
        CONCERT,
        OTHER
    }

    enum Equipment {
        PROJECTOR,
        MICROPHONES,
        SOUND_SYSTEM,
        STAGE,
        DANCE_FLOOR,
        STAGE_LIGHTS,
        FLIP_CHARTS,
        LIVE_STREAM,
        BACKUP_POWER
    }

    enum Food {
        NONE,
        COFFEE_BREAKS,
        FINGER_FOOD,
        BUFFET,
        SEATED_MEAL,
        OWN_CATERER
    }

    /** Whom to ask when the chairs are being placed. */
    record Contact(
            @NotBlank(message = "{hospitality.invalid.contact}")
            @Size(max = 80, message = "{hospitality.invalid.long}")
            @Ask(autocomplete = "name")
            String name,

            @NotBlank(message = "{hospitality.invalid.phone}")
            @Pattern(regexp = "(\\+?[0-9][0-9 ()./\\-]{5,23})?", message = "{hospitality.invalid.phone}")
            @Ask(autocomplete = "tel")
            String phone) {

        Contact {
            name = Typed.line(name);
            phone = Typed.line(phone);
        }

        String text() {
            return name + ", " + phone;
        }
    }

    EventSpace {
        title = Typed.optional(title);
        equipment = Typed.list(equipment);
        programme = Words.optional(programme);
    }

    int floorArea() {
        return FloorPlan.squareMetres(this);
    }
}
