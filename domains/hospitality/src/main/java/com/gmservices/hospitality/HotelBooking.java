package com.gmservices.hospitality;

import com.gmservices.requests.Ask;
import com.gmservices.requests.line.Typed;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stay, asked for as at a hotel's desk: when, who, which room, what else. */
record HotelBooking(
        @NotNull(message = "{hospitality.invalid.arrival}") LocalDate arrival,

        @NotNull(message = "{hospitality.invalid.departure}")
        LocalDate departure,

        @NotNull(message = "{hospitality.invalid.adults}")
        @Min(value = 1, message = "{hospitality.invalid.adults}")
        @Max(value = 60, message = "{hospitality.invalid.adults}")
        Integer adults,

        @Pattern(regexp = ChildrensAges.PATTERN, message = "{hospitality.invalid.children}") @Nullable
        String childrensAges,

        @NotNull(message = "{hospitality.invalid.room-kind}")
        RoomKind roomKind,

        @NotNull(message = "{hospitality.invalid.rooms}")
        @Min(value = 1, message = "{hospitality.invalid.rooms}")
        @Max(value = 30, message = "{hospitality.invalid.rooms}")
        Integer rooms,

        @Nullable Meals meals,
        @Nullable LocalTime arrivalTime,
        List<RoomWish> roomWishes,

        @Size(max = 80, message = "{hospitality.invalid.long}") @Ask(autocomplete = "name") @Nullable
        String guestName,

        @Size(max = 1000, message = "{hospitality.invalid.long}") @Ask(lines = 3) @Nullable
        String specialNeeds)
        implements HouseOrder {

    enum Meals {
        ROOM_ONLY,
        BREAKFAST,
        HALF_BOARD,
        FULL_BOARD
    }

    enum RoomWish {
        QUIET,
        VIEW,
        HIGH_FLOOR,
        LOW_FLOOR,
        NEAR_LIFT,
        STEP_FREE,
        CONNECTING,
        NON_SMOKING,
        SMOKING
    }

    HotelBooking {
        childrensAges = ChildrensAges.spelled(childrensAges);
        roomWishes = Typed.list(roomWishes);
        guestName = Typed.optional(guestName);
        specialNeeds = Words.optional(specialNeeds);
    }

    int nights() {
        return Math.toIntExact(ChronoUnit.DAYS.between(arrival, departure));
    }

    List<Integer> ages() {
        return ChildrensAges.read(childrensAges);
    }

    Occupancy occupancy() {
        return Occupancy.of(adults, ages());
    }
}
