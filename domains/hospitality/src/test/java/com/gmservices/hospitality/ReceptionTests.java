package com.gmservices.hospitality;

import static com.gmservices.hospitality.House.ADA;
import static com.gmservices.hospitality.House.BEN;
import static com.gmservices.requests.line.Counter.TODAY;

import com.gmservices.hospitality.HotelBooking.RoomWish;
import com.gmservices.requests.RequestId;
import com.gmservices.tenancy.Refusal.FieldError;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;

/** TODAY is Monday, November 23, and the clock on the wall shows noon. */
@SpringBootTest
class ReceptionTests {

    @Autowired
    HospitalityLine line;

    @Autowired
    TransactionTemplate transactions;

    House house;

    @BeforeEach
    void open() {
        house = new House(line, transactions);
    }

    @Test
    void takesItsExampleAsItStands() {
        house.takes(Examples.hotelBooking(TODAY));
    }

    @Test
    void nobodyArrivesYesterday() {
        house.refuses(
                stay(TODAY.minusDays(1), TODAY.plusDays(2)),
                "arrival",
                "This day is over. Choose November 23, 2026 or later.");
        house.takes(stay(TODAY, TODAY.plusDays(1)));
    }

    @Test
    void arrivalIsBeforeDeparture() {
        String sentence = "The departure is after the arrival. Choose November 26, 2026 or later.";

        house.refuses(stay(TODAY.plusDays(2), TODAY.plusDays(2)), "departure", sentence);
        house.refuses(stay(TODAY.plusDays(2), TODAY.plusDays(1)), "departure", sentence);
    }

    @Test
    void twoDaysThatAreOverAreBothTold() {
        house.refuses(
                stay(TODAY.minusDays(5), TODAY.minusDays(7)),
                new FieldError("/details/arrival", "This day is over. Choose November 23, 2026 or later."),
                new FieldError(
                        "/details/departure",
                        "The departure is after the arrival. Choose November 24, 2026 or later."));
    }

    @Test
    void aStayAndTheBooksHaveAnEnd() {
        house.takes(stay(TODAY, TODAY.plusDays(90)));
        house.refuses(
                stay(TODAY, TODAY.plusDays(91)),
                "departure",
                "A stay is booked for at most 90 nights. Choose February 21, 2027 or earlier, and ask for the rest in the"
                        + " notes.");
        house.refuses(
                stay(TODAY.plusYears(2).plusDays(1), TODAY.plusYears(2).plusDays(2)),
                "arrival",
                "This is too far ahead. Choose November 23, 2028 or earlier.");
    }

    @Test
    void datesAtTheEndOfTimeAreOnlyTooFarAhead() {
        house.refuses(
                stay(LocalDate.MAX, LocalDate.MIN),
                "arrival",
                "This is too far ahead. Choose November 23, 2028 or earlier.");
        house.refuses(
                stay(LocalDate.MIN, LocalDate.MAX),
                new FieldError("/details/arrival", "This day is over. Choose November 23, 2026 or later."),
                new FieldError(
                        "/details/departure",
                        "A stay is booked for at most 90 nights. Choose February 21, 2027 or earlier, and ask for the"
                                + " rest in the notes."));
    }

    @Test
    void moreGuestsNeedMoreRooms() {
        house.refuses(
                party(5, null, RoomKind.DOUBLE, 2),
                "rooms",
                "So many guests need 3 rooms of this kind. Choose 3, or a larger kind of room.");
        house.takes(party(5, null, RoomKind.DOUBLE, 3));
    }

    @Test
    void childrenSleepWithAnAdult() {
        house.refuses(party(1, "4, 9", RoomKind.DOUBLE, 2), "rooms", "Each room needs an adult. Choose at most 1.");
        house.refuses(
                party(1, "4", RoomKind.SINGLE, 1),
                "room_kind",
                "With so many children each adult would need more than one room of this kind. Choose a larger kind.");
        house.takes(party(1, "4, 9", RoomKind.DOUBLE, 1));
    }

    @Test
    void infantsNeedCots() {
        house.remarks(party(2, "0, 5", RoomKind.DOUBLE, 1), "Cots to put up: 1.");
    }

    @Test
    void wishesDoNotContradictEachOther() {
        house.refuses(
                wishing(RoomWish.HIGH_FLOOR, RoomWish.LOW_FLOOR),
                "room_wishes",
                "A room is on a high floor or a low one. Choose one of the two.");
        house.refuses(
                wishing(RoomWish.SMOKING, RoomWish.NON_SMOKING),
                "room_wishes",
                "Choose smoking or no smoking, not both.");
        house.refuses(
                wishing(RoomWish.CONNECTING),
                "room_wishes",
                "Connecting rooms are at least two. Choose more rooms, or leave out this wish.");
    }

    @Test
    void whoCannotClimbStepsIsRemarked() {
        house.remarks(wishing(RoomWish.STEP_FREE), "Needs a room that is reached without steps.");
    }

    @Test
    void whoComesWhenNobodyIsThereIsRemarked() {
        house.takes(arriving(TODAY.plusDays(1), "17:59"));
        house.remarks(
                arriving(TODAY.plusDays(1), "22:30"),
                "Arrives at 22:30, outside the opening hours. Arrange who opens the door.");
        house.remarks(
                arriving(TODAY.plusDays(5), "15:00"),
                "Arrives at 15:00, outside the opening hours. Arrange who opens the door.");
        house.remarks(
                arriving(TODAY.plusDays(1), "08:15"),
                "Arrives as early as 08:15. Check whether a room is ready by then.");
    }

    @Test
    void nobodyArrivesThisMorningAtNoon() {
        house.refuses(arriving(TODAY, "11:00"), "arrival_time", "This time has passed. Choose a later one.");
        house.takes(arriving(TODAY, "12:15"));
    }

    @Test
    void theSameGuestForTheSameNightsIsRemarked() {
        HotelBooking first = stay(TODAY.plusDays(2), TODAY.plusDays(5));
        RequestId booked = house.takeIn(ADA, first);
        house.takeIn(BEN, stay(TODAY.plusDays(5), TODAY.plusDays(9)));

        house.remarks(
                stay(TODAY.plusDays(4), TODAY.plusDays(6)),
                "This guest has another stay from November 25, 2026 to November 28, 2026. Is this one beside it or"
                        + " instead of it?");
        house.takes(stay(TODAY.plusDays(5), TODAY.plusDays(6)));

        house.move(booked, first, "cancel");
        house.takes(stay(TODAY.plusDays(4), TODAY.plusDays(6)));
    }

    private static HotelBooking stay(LocalDate arrival, LocalDate departure) {
        return booking(arrival, departure, 1, null, RoomKind.DOUBLE, 1, null, List.of());
    }

    private static HotelBooking party(int adults, @Nullable String ages, RoomKind kind, int rooms) {
        return booking(TODAY.plusDays(1), TODAY.plusDays(2), adults, ages, kind, rooms, null, List.of());
    }

    private static HotelBooking arriving(LocalDate day, String time) {
        return booking(day, day.plusDays(1), 1, null, RoomKind.SINGLE, 1, LocalTime.parse(time), List.of());
    }

    private static HotelBooking wishing(RoomWish... wishes) {
        return booking(TODAY.plusDays(1), TODAY.plusDays(2), 2, null, RoomKind.TWIN, 1, null, List.of(wishes));
    }

    private static HotelBooking booking(
            LocalDate arrival,
            LocalDate departure,
            int adults,
            @Nullable String ages,
            RoomKind kind,
            int rooms,
            @Nullable LocalTime time,
            List<RoomWish> wishes) {
        return new HotelBooking(arrival, departure, adults, ages, kind, rooms, null, time, wishes, null, null);
    }
}
