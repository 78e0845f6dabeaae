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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    House house;

    @BeforeEach
    void open() {
        house = new House(line, transactions);
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

        assertThat(book(type.code()).visibleTo(house)).isEqualTo(1);
        assertThat(stage(type.code(), request)).isIn("confirmed", "definite", "ordered", "accepted");
    }

    @Test
    void aFunctionHoldsItsSpaceWithSetUpAndTearDown() {
        RequestId request = house.takeIn(ADA, Examples.eventSpace(TODAY));

        assertThat(book("event_space").moment("set_up_from", request)).isEqualTo("2027-01-22T10:00:00Z");
        assertThat(book("event_space").moment("starts_at", request)).isEqualTo("2027-01-22T15:00:00Z");
        assertThat(book("event_space").moment("ends_at", request)).isEqualTo("2027-01-23T00:00:00Z");
        assertThat(book("event_space").moment("clear_by", request)).isEqualTo("2027-01-23T02:00:00Z");
        assertThat(book("event_space").row(request)).containsEntry("floor_area", 265);
    }

    @Test
    void aKitchenKnowsWhoEatsDifferentlyAndUntilWhenTheNumberMayChange() {
        RequestId request = house.takeIn(ADA, Examples.catering(TODAY));

        assertThat(book("catering").moment("serve_at", request)).isEqualTo("2026-12-14T12:00:00Z");
        assertThat(book("catering").moment("guarantee_due", request)).isEqualTo("2026-12-11T12:00:00Z");
        assertThat(house.inside(() -> jdbc.sql("select need || ' ' || guests from hospitality.dietary_need order by id")
                        .query(String.class)
                        .list()))
                .containsExactly("vegetarian 12", "vegan 4", "halal 30", "gluten_free 3");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            -          | -     | null
            -          | 15:00 | 2026-11-23T14:00:00Z
            -          | 06:00 | 2026-11-24T05:00:00Z
            2026-11-25 | 06:00 | 2026-11-25T05:00:00Z
            2026-11-25 | -     | 2026-11-24T23:00:00Z
            """)
    void aTimeAloneIsTheNextOne(@Nullable LocalDate day, @Nullable LocalTime time, String wanted) {
        var ticket = new GuestService("214", Need.CLEANING, null, Urgency.NO_HURRY, day, time, null);
        RequestId request = house.takeIn(ADA, ticket);

        assertThat(book("guest_services").row(request))
                .containsEntry("room", "214")
                .containsEntry("urgency", "no_hurry");
        assertThat(book("guest_services").moment("wanted_at", request)).isEqualTo(wanted);
    }

    @Test
    void strangersSeeNothing() {
        BOOKS.keySet().forEach(type -> house.takeIn(ADA, example(type)));
        var stranger = new House(line, transactions);

        for (String table : List.of("reservation", "event_order", "catering_order", "dietary_need", "guest_ticket")) {
            assertThat(new Book(house, jdbc, table).visibleTo(house)).as(table).isPositive();
            assertThat(new Book(house, jdbc, table).visibleTo(stranger))
                    .as(table)
                    .isZero();
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
        return book(type).stage(request);
    }

    private Book book(String type) {
        return new Book(house, jdbc, BOOKS.getOrDefault(type, ""));
    }

    private static Record example(String type) {
        return DetailsTests.types()
                .filter(it -> it.code().equals(type))
                .findFirst()
                .orElseThrow()
                .example()
                .apply(TODAY);
    }
}
