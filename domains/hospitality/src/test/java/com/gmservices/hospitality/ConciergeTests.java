package com.gmservices.hospitality;

import static com.gmservices.hospitality.House.ADA;
import static com.gmservices.hospitality.House.BEN;
import static com.gmservices.requests.line.Counter.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.hospitality.GuestService.Need;
import com.gmservices.hospitality.GuestService.Urgency;
import com.gmservices.requests.Priority;
import com.gmservices.requests.RequestId;
import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.transaction.support.TransactionTemplate;

/** TODAY is Monday, November 23, and the clock on the wall shows noon. */
@SpringBootTest
class ConciergeTests {

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
        house.takes(Examples.guestService(TODAY));
    }

    @ParameterizedTest
    @CsvSource({"EMERGENCY, URGENT", "AT_ONCE, HIGH", "TODAY, NORMAL", "NO_HURRY, LOW"})
    void urgencyIsPriority(Urgency urgency, Priority priority) {
        assertThat(line.priority("guest_services", ticket(Need.CLEANING, urgency, null, null)))
                .isEqualTo(priority);
    }

    @Test
    void somebodyUnwellNeverWaits() {
        assertThat(line.priority("guest_services", ticket(Need.UNWELL, Urgency.NO_HURRY, null, null)))
                .isEqualTo(Priority.HIGH);
        assertThat(line.priority("guest_services", ticket(Need.UNWELL, Urgency.EMERGENCY, null, null)))
                .isEqualTo(Priority.URGENT);
        house.remarks(
                ticket(Need.UNWELL, Urgency.AT_ONCE, null, null),
                "Somebody is unwell. Go at once, and call a doctor or the emergency number if needed.");
    }

    @Test
    void everythingElseIsAnsweredAsUsual() {
        assertThat(line.priority("catering", Examples.catering(TODAY))).isEqualTo(Priority.NORMAL);
    }

    @ParameterizedTest
    @EnumSource(
            value = Need.class,
            names = {"FOOD_AND_DRINK", "REPAIR", "LOST_PROPERTY", "SOMETHING_ELSE"})
    void someNeedsAreDescribed(Need need) {
        house.refuses(
                ticket(need, Urgency.TODAY, null, null),
                "description",
                "Tell us more, so that we bring the right thing.");
    }

    @ParameterizedTest
    @EnumSource(
            value = Need.class,
            names = {"CLEANING", "TOWELS_AND_LINEN", "LAUNDRY", "LUGGAGE", "NOISE"})
    void othersSayItAll(Need need) {
        house.takes(ticket(need, Urgency.TODAY, null, null));
    }

    @Test
    void someNeedsHaveTheirTime() {
        house.refuses(
                ticket(Need.WAKE_UP_CALL, Urgency.NO_HURRY, TODAY.plusDays(1), null),
                "time",
                "Tell us when to wake you.");
        house.refuses(
                ticket(Need.TAXI_OR_TRANSFER, Urgency.TODAY, null, null), "time", "Tell us when you want to leave.");
        house.refuses(
                ticket(Need.LONGER_STAY, Urgency.TODAY, null, null),
                "day",
                "Tell us until which day or what time you would like to stay.");
        house.takes(ticket(Need.LONGER_STAY, Urgency.NO_HURRY, TODAY.plusDays(2), null));
        house.takes(ticket(Need.WAKE_UP_CALL, Urgency.NO_HURRY, null, "06:00"));
    }

    @Test
    void nothingIsDoneInThePast() {
        house.refuses(
                ticket(Need.CLEANING, Urgency.TODAY, TODAY.minusDays(1), null),
                "day",
                "This day is over. Choose November 23, 2026 or later.");
        house.refuses(
                ticket(Need.CLEANING, Urgency.TODAY, TODAY, "09:00"),
                "time",
                "This time has passed. Choose a later one.");
        house.refuses(
                ticket(Need.CLEANING, Urgency.NO_HURRY, LocalDate.MAX, null),
                "day",
                "This is too far ahead. Choose February 21, 2027 or earlier.");
    }

    @Test
    void whatIsForAnotherDayIsNotUrgentToday() {
        house.refuses(
                ticket(Need.CLEANING, Urgency.EMERGENCY, TODAY.plusDays(1), null),
                "urgency",
                "You have chosen November 24, 2026. Choose no hurry, or leave the day empty.");
        house.takes(ticket(Need.CLEANING, Urgency.AT_ONCE, TODAY, null));
    }

    @Test
    void theSameFromTheSameRoomIsRemarkedUntilItIsDone() {
        GuestService towels = ticket(Need.TOWELS_AND_LINEN, Urgency.TODAY, null, null);
        RequestId first = house.takeIn(BEN, towels);

        house.remarks(towels, "The same was asked for this room at 12:00 and is not done yet.");
        house.takes(ticket(Need.CLEANING, Urgency.TODAY, null, null));

        house.move(first, towels, "accept", "start", "complete");
        house.takes(towels);
    }

    @Test
    void aGuestWhoHasNotArrivedIsRemarked() {
        HotelBooking booking = Examples.hotelBooking(TODAY);
        GuestService towels = ticket(Need.TOWELS_AND_LINEN, Urgency.TODAY, null, null);
        RequestId stay = house.takeIn(ADA, booking);
        house.takes(towels);

        house.move(stay, booking, "accept");
        house.remarks(towels, "By the book this guest is not in the house now. Check name and room.");
        house.move(stay, booking, "start");
        house.takes(towels);
        house.move(stay, booking, "complete");
        house.remarks(towels, "By the book this guest is not in the house now. Check name and room.");
    }

    private static GuestService ticket(Need need, Urgency urgency, @Nullable LocalDate day, @Nullable String time) {
        return new GuestService("214", need, null, urgency, day, time == null ? null : LocalTime.parse(time), null);
    }
}
