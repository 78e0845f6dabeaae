package com.gmservices.hospitality;

import com.gmservices.hospitality.HotelBooking.RoomWish;
import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.line.Findings;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.springframework.stereotype.Component;

/** Asks of a stay what a receptionist would ask. Which room is free is not known here. */
@Component
class Reception {

    private static final int BOOKS_OPEN_YEARS = 2;
    private static final int LONGEST_STAY = 90;

    private final Reservations reservations;
    private final SiteClock clock;

    Reception(Reservations reservations, SiteClock clock) {
        this.reservations = reservations;
        this.clock = clock;
    }

    void look(HotelBooking booking, Wish wish, Findings findings) {
        if (lookAtDates(booking, wish.today(), findings)) {
            lookAtArrival(booking, wish, findings);
            reservations
                    .overlapping(wish.customer(), booking.arrival(), booking.departure())
                    .ifPresent(other -> findings.remark(
                            "same-guest", Findings.day(other.arrival()), Findings.day(other.departure())));
        }
        lookAtRooms(booking, findings);
        lookAtWishes(booking.roomWishes(), booking.rooms(), findings);
    }

    /** @return whether these are dates to go on with */
    private static boolean lookAtDates(HotelBooking booking, LocalDate today, Findings findings) {
        LocalDate arrival = booking.arrival();
        LocalDate last = today.plusYears(BOOKS_OPEN_YEARS);
        if (arrival.isAfter(last)) {
            findings.unfit("arrival", "far", Findings.day(last));
            return false;
        }
        findings.notPast("arrival", arrival, today);
        LocalDate earliest = arrival.isBefore(today) ? today : arrival;
        if (!booking.departure().isAfter(earliest)) {
            findings.unfit("departure", "departure", Findings.day(earliest.plusDays(1)));
            return false;
        }
        LocalDate latest = earliest.plusDays(LONGEST_STAY);
        if (booking.departure().isAfter(latest)) {
            findings.unfit("departure", "nights", LONGEST_STAY, Findings.day(latest));
            return false;
        }
        return earliest.equals(arrival);
    }

    private void lookAtArrival(HotelBooking booking, Wish wish, Findings findings) {
        LocalTime time = booking.arrivalTime();
        if (time == null) {
            return;
        }
        var zone = wish.site().timeZone();
        var moment = booking.arrival().atTime(time).atZone(zone).toInstant();
        if (clock.isGone(booking.arrival(), time, wish)) {
            findings.unfit("arrival_time", "gone");
        } else if (!wish.site().openingHours().isOpenAt(moment, zone)) {
            findings.remark("closed", time);
        } else if (time.isBefore(LocalTime.NOON)) {
            findings.remark("early", time);
        }
    }

    private static void lookAtRooms(HotelBooking booking, Findings findings) {
        Occupancy party = booking.occupancy();
        int needed = booking.roomKind().roomsFor(party);
        if (booking.rooms() > booking.adults()) {
            findings.unfit("rooms", "adults", booking.adults());
        } else if (needed > booking.adults()) {
            findings.unfit("room_kind", "room-kind");
        } else if (needed > booking.rooms()) {
            findings.unfit("rooms", "rooms", needed);
        }
        if (party.infants() > 0) {
            findings.remark("cots", party.cots(booking.rooms()));
        }
    }

    private static void lookAtWishes(List<RoomWish> wishes, int rooms, Findings findings) {
        if (wishes.contains(RoomWish.HIGH_FLOOR) && wishes.contains(RoomWish.LOW_FLOOR)) {
            findings.unfit("room_wishes", "floors");
        }
        if (wishes.contains(RoomWish.SMOKING) && wishes.contains(RoomWish.NON_SMOKING)) {
            findings.unfit("room_wishes", "smoking");
        }
        if (wishes.contains(RoomWish.CONNECTING) && rooms == 1) {
            findings.unfit("room_wishes", "connecting");
        }
        if (wishes.contains(RoomWish.STEP_FREE)) {
            findings.remark("step-free");
        }
    }
}
