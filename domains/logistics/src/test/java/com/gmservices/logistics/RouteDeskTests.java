package com.gmservices.logistics;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.logistics.RouteOptimization.Depot;
import com.gmservices.logistics.RouteOptimization.LoadUnit;
import com.gmservices.logistics.RouteOptimization.Stop;
import com.gmservices.logistics.RouteOptimization.Vehicle;
import com.gmservices.requests.line.Counter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Days of driving: what cannot work in any order. */
@SpringBootTest
class RouteDeskTests {

    private static final LocalDate TOMORROW = Counter.TODAY.plusDays(1);

    @Autowired
    LogisticsLine line;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MessageSource messages;

    Looks looks;

    @BeforeEach
    void openCounter() {
        looks = new Looks(line, new Counter(line, transactions), messages);
    }

    @Test
    void takesTheExampleAsItStands() {
        assertThat(looks.remarks(Examples.routeOptimization(Counter.TODAY))).isEmpty();
    }

    @Test
    void aDayLiesAheadButNotTooFar() {
        looks.assertTold(on(Counter.TODAY.minusDays(1)), "on", "This day is over. Choose November 23, 2026 or later.");
        looks.assertTold(
                on(Counter.TODAY.plusDays(366)),
                "on",
                "This day is too far ahead. Choose November 23, 2027 or earlier.");
    }

    @Test
    void aDayOnWhichTheSiteIsClosedIsRemarked() {
        looks.assertRemarked(
                on(LocalDate.of(2026, 11, 29)), "Marina is usually closed on November 29, 2026. Agree on the day.");
    }

    @ParameterizedTest
    @CsvSource({"17:00, 08:00", "08:00, 08:00"})
    void aDayEndsAfterItStarts(LocalTime starts, LocalTime ends) {
        looks.assertTold(
                day(starts, ends, stop(10, LocalTime.of(5, 0), null, 10)),
                "day_ends",
                "The day must end later than it starts.");
    }

    @ParameterizedTest
    @CsvSource({
        "from, 07:59,",
        "from, 17:00,",
        "until,, 08:00",
        "until,, 17:01",
        "from, 07:00, 12:00",
        "until, 12:00, 18:00"
    })
    void windowsLieInsideTheDay(String field, @Nullable LocalTime from, @Nullable LocalTime until) {
        looks.assertTold(
                stops(stop(10, null, null, 10), stop(10, from, until, 10)),
                "stops/1/" + field,
                "The day goes from 08:00 to 17:00. Choose a time within it.");
    }

    @Test
    void windowsMayFillTheDay() {
        assertThat(looks.remarks(stops(stop(10, LocalTime.of(8, 0), LocalTime.of(17, 0), 10))))
                .isEmpty();
    }

    @Test
    void aWindowEndsAfterItBegins() {
        looks.assertTold(
                stops(stop(10, LocalTime.NOON, LocalTime.of(9, 0), 10)),
                "stops/0/until",
                "The end must be later than the beginning.");
    }

    @Test
    void theVehiclesTogetherCarryTheLoads() {
        assertThat(looks.remarks(stops(stop(100, null, null, 10), stop(100, null, null, 10))))
                .isEmpty();
        looks.assertTold(
                stops(stop(100, null, null, 10), stop(100, null, null, 10), stop(1, null, null, 10)),
                "vehicles",
                "The stops need room for 201, and the vehicles carry 200 together. Add a vehicle, or take stops"
                        + " out.");
    }

    @Test
    void oneVehicleCarriesAStop() {
        looks.assertTold(
                stops(stop(101, null, null, 10)),
                "stops/0/load",
                "No vehicle carries that much at once: the largest carries 100. Split the stop.");
    }

    @Test
    void thereIsTimeToStop() {
        Stop slow = stop(1, null, null, 360);

        assertThat(looks.remarks(stops(slow, slow, slow))).isEmpty();
        looks.assertTold(
                stops(slow, slow, slow, stop(1, null, null, null)),
                "day_ends",
                "The stops take 18.2 hours without any driving, and the vehicles have 18 together. Make the day"
                        + " longer, or add a vehicle.");
    }

    @Test
    void vehiclesAreToldApart() {
        var plan = plan(
                TOMORROW,
                LocalTime.of(8, 0),
                LocalTime.of(17, 0),
                List.of(vehicle("Van"), vehicle("Bike"), vehicle("VAN")),
                List.of(stop(10, null, null, 10)));

        looks.assertTold(plan, "vehicles/2/name", "This name stands in row 1 already. Give each vehicle its own.");
    }

    @Test
    void aHundredStopsAreADay() {
        assertThat(looks.remarks(plan(
                        TOMORROW,
                        LocalTime.of(8, 0),
                        LocalTime.of(17, 0),
                        List.of(vehicle("Van"), vehicle("Bike")),
                        Collections.nCopies(RouteOptimization.MOST_STOPS, stop(2, null, null, 10)))))
                .isEmpty();
    }

    private static RouteOptimization on(LocalDate day) {
        return plan(
                day,
                LocalTime.of(8, 0),
                LocalTime.of(17, 0),
                List.of(vehicle("Van"), vehicle("Bike")),
                List.of(stop(10, null, null, 10)));
    }

    private static RouteOptimization day(LocalTime starts, LocalTime ends, Stop... stops) {
        return plan(TOMORROW, starts, ends, List.of(vehicle("Van"), vehicle("Bike")), List.of(stops));
    }

    private static RouteOptimization stops(Stop... stops) {
        return day(LocalTime.of(8, 0), LocalTime.of(17, 0), stops);
    }

    private static RouteOptimization plan(
            LocalDate day, LocalTime starts, LocalTime ends, List<Vehicle> vehicles, List<Stop> stops) {
        return new RouteOptimization(
                new Depot("27 Allen Avenue", "Ikeja"), day, starts, ends, LoadUnit.PARCELS, vehicles, stops);
    }

    private static Vehicle vehicle(String name) {
        return new Vehicle(name, BigDecimal.valueOf(100));
    }

    private static Stop stop(int load, @Nullable LocalTime from, @Nullable LocalTime until, @Nullable Integer minutes) {
        return new Stop(null, "5 Opebi Road", "Ikeja", BigDecimal.valueOf(load), from, until, minutes);
    }
}
