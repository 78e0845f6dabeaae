package com.gmservices.hospitality;

import com.gmservices.hospitality.Catering.Extra;
import com.gmservices.hospitality.EventSpace.Equipment;
import com.gmservices.hospitality.HotelBooking.RoomWish;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** Details as a customer might fill them in on a day; they are accepted as they stand. */
final class Examples {

    private Examples() {}

    static HotelBooking hotelBooking(LocalDate today) {
        return new HotelBooking(
                today.plusDays(14),
                today.plusDays(17),
                2,
                "4, 9",
                RoomKind.FAMILY,
                1,
                HotelBooking.Meals.BREAKFAST,
                LocalTime.of(15, 30),
                List.of(RoomWish.QUIET, RoomWish.HIGH_FLOOR),
                "Amaka Obi",
                "The younger one does not stand peanuts.");
    }

    static EventSpace eventSpace(LocalDate today) {
        return new EventSpace(
                EventSpace.Kind.WEDDING,
                "Amaka and Tunde",
                180,
                today.plusDays(60),
                LocalTime.of(16, 0),
                LocalTime.of(1, 0),
                null,
                Seating.BANQUET,
                5,
                2,
                List.of(Equipment.MICROPHONES, Equipment.SOUND_SYSTEM, Equipment.DANCE_FLOOR, Equipment.BACKUP_POWER),
                EventSpace.Food.BUFFET,
                "16:00 guests arrive\n17:00 speeches and dinner\n20:00 dancing",
                new EventSpace.Contact("Ngozi Obi", "+234 803 555 0142"));
    }

    static Catering catering(LocalDate today) {
        return new Catering(
                Catering.MenuStyle.LOCAL_DISHES,
                Catering.ServiceStyle.BUFFET,
                120,
                100,
                today.plusDays(21),
                LocalTime.of(13, 0),
                new Catering.Place(
                        "14 Adeola Odeku Street", "Lagos", "Garden behind the house, gate on the left", true),
                new DietaryNeeds(12, 4, 30, null, 3, null, null, null, null),
                List.of(Extra.DRINKS, Extra.CROCKERY, Extra.WAITING_STAFF),
                "Grandmother's 80th birthday");
    }

    static GuestService guestService(LocalDate today) {
        return new GuestService(
                "214",
                GuestService.Need.REPAIR,
                "The air conditioner drips onto the carpet.",
                GuestService.Urgency.AT_ONCE,
                null,
                null,
                true);
    }
}
