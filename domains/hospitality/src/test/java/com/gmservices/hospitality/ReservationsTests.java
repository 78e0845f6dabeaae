package com.gmservices.hospitality;

import static com.gmservices.hospitality.House.ADA;
import static com.gmservices.requests.line.Counter.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.RequestId;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
class ReservationsTests {

    @Autowired
    HospitalityLine line;

    @Autowired
    WallClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    House house;
    Book book;

    @BeforeEach
    void open() {
        house = new House(line, transactions);
        book = new Book(house, jdbc, "reservation");
    }

    @AfterEach
    void backToNoon() {
        clock.show(WallClock.NOON);
    }

    @Test
    void aStayIsWrittenByItsNightsAndHeads() {
        var booking = new HotelBooking(
                TODAY,
                TODAY.plusDays(3),
                2,
                "0, 5",
                RoomKind.DOUBLE,
                1,
                null,
                LocalTime.of(16, 0),
                List.of(),
                null,
                null);
        RequestId request = house.takeIn(ADA, booking);

        Map<String, @Nullable Object> row = book.row(request);

        assertThat(row)
                .containsEntry("customer_id", ADA.value())
                .containsEntry("room_kind", "double")
                .containsEntry("rooms", 1)
                .containsEntry("adults", 2)
                .containsEntry("children", 1)
                .containsEntry("infants", 1);
        assertThat(row.get("arrival")).hasToString("2026-11-23");
        assertThat(row.get("departure")).hasToString("2026-11-26");
        assertThat(row.get("arrival_time")).hasToString("16:00:00");
    }

    @Test
    void whoChecksInAndOutIsWrittenDownOnce() {
        HotelBooking booking = stay(TODAY);
        RequestId request = house.takeIn(ADA, booking);
        house.move(request, booking, "accept", "start");
        clock.show(WallClock.NOON.plusHours(3));
        house.move(request, booking, "hold", "resume");
        clock.show(WallClock.NOON.plusDays(2));
        house.move(request, booking, "complete");

        assertThat(book.moment("checked_in_at", request)).isEqualTo("2026-11-23T11:00:00Z");
        assertThat(book.moment("checked_out_at", request)).isEqualTo("2026-11-25T11:00:00Z");
    }

    @Test
    void whoNeverCameIsNoCancellation() {
        HotelBooking booking = stay(TODAY);
        RequestId request = house.takeIn(ADA, booking);
        house.move(request, booking, "accept");
        clock.show(TODAY.plusDays(1).atTime(0, 30));

        assertThat(after(request, booking, "cancel", "cancel")).isEqualTo("no_show");
    }

    @Test
    void aStayThatIsCalledOffInTimeOrBrokenOffIsACancellation() {
        HotelBooking booking = stay(TODAY);
        RequestId inTime = house.takeIn(ADA, booking);
        house.move(inTime, booking, "accept");
        clock.show(TODAY.atTime(23, 59));
        assertThat(after(inTime, booking, "cancel")).isEqualTo("cancelled");

        RequestId brokenOff = house.takeIn(ADA, booking);
        house.move(brokenOff, booking, "accept", "start");
        clock.show(TODAY.plusDays(1).atTime(9, 0));
        assertThat(after(brokenOff, booking, "cancel")).isEqualTo("cancelled");
    }

    private String after(RequestId request, HotelBooking booking, String... moves) {
        house.move(request, booking, moves);
        return book.stage(request);
    }

    private static HotelBooking stay(LocalDate arrival) {
        return new HotelBooking(
                arrival, arrival.plusDays(3), 1, null, RoomKind.SINGLE, 1, null, null, List.of(), null, null);
    }
}
