package com.gmservices.hospitality;

import static com.gmservices.hospitality.House.ADA;
import static com.gmservices.requests.line.Counter.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.hospitality.GuestService.Need;
import com.gmservices.hospitality.GuestService.Urgency;
import com.gmservices.requests.RequestId;
import com.gmservices.requests.ServiceType;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the house writes down of stays, functions, orders and tickets, and for whose eyes. */
@SpringBootTest
class BooksTests {

    private static final Map<String, String> BOOKS = Map.of(
            "hotel_booking", "reservation",
            "event_space", "event_order",
            "catering", "catering_order",
            "guest_services", "guest_ticket");

    @Autowired
    HospitalityLine line;

    @Autowired
    WallClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    House house;

    @BeforeEach
    void open() {
        house = new House(line, transactions);
    }

    @AfterEach
    void backToNoon() {
        clock.show(WallClock.NOON);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            hotel_booking  | inquired | optional  | confirmed | checked_in     | interrupted | checked_out | declined
            event_space    | inquiry  | tentative | definite  | running        | paused      | closed      | lost
            catering       | inquiry  | proposed  | ordered   | in_preparation | waiting     | served      | lost
            guest_services | logged   | offered   | accepted  | under_way      | waiting     | done        | declined
            """)
    void followTheDesk(
            String type,
            String asked,
            String offered,
            String agreed,
            String going,
            String held,
            String done,
            String declined) {
        Record details = example(type);
        RequestId request = house.takeIn(ADA, details);
        assertThat(stage(type, request)).isEqualTo(asked);

        assertThat(after(type, request, details, "quote")).isEqualTo(offered);
        assertThat(after(type, request, details, "expire")).isEqualTo(asked);
        assertThat(after(type, request, details, "quote", "decline")).isEqualTo(declined);
        assertThat(after(type, request, details, "accept", "assign", "schedule"))
                .isEqualTo(agreed);
        assertThat(after(type, request, details, "start")).isEqualTo(going);
        assertThat(after(type, request, details, "hold")).isEqualTo(held);
        assertThat(after(type, request, details, "resume")).isEqualTo(going);
        assertThat(after(type, request, details, "complete", "review")).isEqualTo(done);
        assertThat(after(type, request, details, "cancel")).isEqualTo("cancelled");
    }

    @ParameterizedTest
    @MethodSource("com.gmservices.hospitality.DetailsTests#types")
    void theSameMoveTwiceIsOne(ServiceType type) {
        Record details = example(type.code());
        RequestId request = house.takeIn(ADA, details);
        house.move(request, details, "create", "accept", "accept", "create");

        assertThat(house.inside(() -> visible(book(type.code())))).isEqualTo(1);
        assertThat(stage(type.code(), request)).isIn("confirmed", "definite", "ordered", "accepted");
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

        Map<String, @Nullable Object> row = row("reservation", request);

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

        assertThat(moment("reservation", "checked_in_at", request)).isEqualTo("2026-11-23T11:00:00Z");
        assertThat(moment("reservation", "checked_out_at", request)).isEqualTo("2026-11-25T11:00:00Z");
    }

    @Test
    void whoNeverCameIsNoCancellation() {
        HotelBooking booking = stay(TODAY);
        RequestId request = house.takeIn(ADA, booking);
        house.move(request, booking, "accept");
        clock.show(TODAY.plusDays(1).atTime(0, 30));

        assertThat(after("hotel_booking", request, booking, "cancel", "cancel")).isEqualTo("no_show");
    }

    @Test
    void aStayThatIsCalledOffInTimeOrBrokenOffIsACancellation() {
        HotelBooking booking = stay(TODAY);
        RequestId inTime = house.takeIn(ADA, booking);
        house.move(inTime, booking, "accept");
        clock.show(TODAY.atTime(23, 59));
        assertThat(after("hotel_booking", inTime, booking, "cancel")).isEqualTo("cancelled");

        RequestId brokenOff = house.takeIn(ADA, booking);
        house.move(brokenOff, booking, "accept", "start");
        clock.show(TODAY.plusDays(1).atTime(9, 0));
        assertThat(after("hotel_booking", brokenOff, booking, "cancel")).isEqualTo("cancelled");
    }

    @Test
    void aFunctionHoldsItsSpaceWithSetUpAndTearDown() {
        RequestId request = house.takeIn(ADA, Examples.eventSpace(TODAY));

        assertThat(moment("event_order", "set_up_from", request)).isEqualTo("2027-01-22T10:00:00Z");
        assertThat(moment("event_order", "starts_at", request)).isEqualTo("2027-01-22T15:00:00Z");
        assertThat(moment("event_order", "ends_at", request)).isEqualTo("2027-01-23T00:00:00Z");
        assertThat(moment("event_order", "clear_by", request)).isEqualTo("2027-01-23T02:00:00Z");
        assertThat(row("event_order", request)).containsEntry("floor_area", 265);
    }

    @Test
    void aKitchenKnowsWhoEatsDifferentlyAndUntilWhenTheNumberMayChange() {
        RequestId request = house.takeIn(ADA, Examples.catering(TODAY));

        assertThat(moment("catering_order", "serve_at", request)).isEqualTo("2026-12-14T12:00:00Z");
        assertThat(moment("catering_order", "guarantee_due", request)).isEqualTo("2026-12-11T12:00:00Z");
        assertThat(house.inside(() -> jdbc.sql("select need || ' ' || guests from hospitality.dietary_need order by id")
                        .query(String.class)
                        .list()))
                .containsExactly("vegetarian 12", "vegan 4", "halal 30", "gluten_free 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -          | -     | -
            -          | 15:00 | 2026-11-23T14:00:00Z
            -          | 06:00 | 2026-11-24T05:00:00Z
            2026-11-25 | 06:00 | 2026-11-25T05:00:00Z
            2026-11-25 | -     | 2026-11-24T23:00:00Z
            """)
    void aTimeAloneIsTheNextOne(@Nullable LocalDate day, @Nullable LocalTime time, @Nullable String wanted) {
        var ticket = new GuestService("214", Need.CLEANING, null, Urgency.NO_HURRY, day, time, null);
        RequestId request = house.takeIn(ADA, ticket);

        assertThat(row("guest_ticket", request)).containsEntry("room", "214").containsEntry("urgency", "no_hurry");
        assertThat(house.inside(() -> jdbc.sql("select wanted_at from hospitality.guest_ticket where id = ?")
                        .param(request.value())
                        .query((row, index) -> String.valueOf(row.getObject(1, OffsetDateTime.class)))
                        .single()))
                .isEqualTo(wanted == null ? "null" : wanted.replace(":00Z", "Z"));
    }

    @Test
    void strangersSeeNothing() {
        BOOKS.keySet().forEach(type -> house.takeIn(ADA, example(type)));
        var stranger = new House(line, transactions);

        for (String table : List.of("reservation", "event_order", "catering_order", "dietary_need", "guest_ticket")) {
            assertThat(house.inside(() -> visible(table))).as(table).isPositive();
            assertThat(stranger.inside(() -> visible(table))).as(table).isZero();
        }
        stranger.takes(Examples.hotelBooking(TODAY));
        stranger.takes(Examples.guestService(TODAY));
    }

    @Test
    void nobodyWritesIntoAnothersBooks() {
        var stranger = new House(line, transactions);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> stranger.inside(
                        () -> jdbc.sql("""
                                insert into hospitality.dietary_need (tenant_id, id, catering_order_id, need, guests)
                                values (?, gen_random_uuid(), gen_random_uuid(), 'vegan', 1)
                                """).param(house.counter.tenant.value()).update()))
                .withStackTraceContaining("row-level security");
    }

    private String after(String type, RequestId request, Record details, String... moves) {
        house.move(request, details, moves);
        return stage(type, request);
    }

    private String stage(String type, RequestId request) {
        return String.valueOf(row(book(type), request).get("stage"));
    }

    private Map<String, @Nullable Object> row(String table, RequestId request) {
        return house.inside(() -> jdbc.sql("select * from hospitality.%s where id = ?".formatted(table))
                .param(request.value())
                .query()
                .singleRow());
    }

    private String moment(String table, String column, RequestId request) {
        return house.inside(() -> jdbc.sql("select %s from hospitality.%s where id = ?".formatted(column, table))
                .param(request.value())
                .query((row, index) ->
                        row.getObject(1, OffsetDateTime.class).toInstant().toString())
                .single());
    }

    /** Without naming the tenant, so that only the database's own wall is left. */
    private int visible(String table) {
        return jdbc.sql("select count(*) from hospitality." + table)
                .query((row, index) -> row.getInt(1))
                .single();
    }

    private static String book(String type) {
        return BOOKS.getOrDefault(type, "");
    }

    private static Record example(String type) {
        return DetailsTests.types()
                .filter(it -> it.code().equals(type))
                .findFirst()
                .orElseThrow()
                .example()
                .apply(TODAY);
    }

    private static HotelBooking stay(LocalDate arrival) {
        return new HotelBooking(
                arrival, arrival.plusDays(3), 1, null, RoomKind.SINGLE, 1, null, null, List.of(), null, null);
    }
}
