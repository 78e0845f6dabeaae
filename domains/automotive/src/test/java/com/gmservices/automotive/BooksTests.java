package com.gmservices.automotive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.automotive.MaintenanceRepair.Drivable;
import com.gmservices.automotive.MaintenanceRepair.Handover;
import com.gmservices.requests.RequestId;
import com.gmservices.requests.RequestRefused.Unfit;
import com.gmservices.requests.line.Counter;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Refusal.FieldError;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What the garage writes down of cars, jobs and calls, and for whose eyes. */
@SpringBootTest
class BooksTests {

    private static final MemberId ADA = MemberId.next();
    private static final MemberId BEN = MemberId.next();
    private static final String ACCORD = "1HGCM82633A004352";

    @Autowired
    AutomotiveLine line;

    @Autowired
    Vehicles vehicles;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    Counter counter;

    @BeforeEach
    void openCounter() {
        counter = new Counter(line, transactions);
    }

    @Test
    void anOdometerNeverRunsBackwards() {
        takeIn(ADA, car("KJA-1", ACCORD, 184_200, DistanceUnit.KM));

        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> takeIn(ADA, car("KJA-1", ACCORD, 184_199, DistanceUnit.KM)))
                .satisfies(unfit -> assertThat(unfit.errors())
                        .extracting(FieldError::pointer)
                        .containsExactly("/details/vehicle/odometer"))
                .withMessageMatching("The odometer showed 184,200 km on [A-Z][a-z]+ \\d+, \\d{4} and cannot show less"
                        + " now\\. Check the figure\\. If the instrument was changed, leave it empty and tell us in the"
                        + " notes\\.");
    }

    @Test
    void anOdometerMayStandStillOrNotBeRead() {
        takeIn(ADA, car("KJA-1", ACCORD, 184_200, DistanceUnit.KM));
        takeIn(ADA, car("KJA-1", ACCORD, 184_200, DistanceUnit.KM));
        takeIn(ADA, car("KJA-1", ACCORD, null, null));

        assertThat(vehicleCount()).isEqualTo(1);
    }

    @Test
    void milesAndKilometresAreTheSameRoad() {
        takeIn(ADA, car("KJA-1", ACCORD, 100_000, DistanceUnit.MI));

        takeIn(ADA, car("KJA-1", ACCORD, 160_934, DistanceUnit.KM));
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> takeIn(ADA, car("KJA-1", ACCORD, 120_000, DistanceUnit.KM)));
    }

    @Test
    void whatCameWithACancelledRequestDoesNotCount() {
        RequestId mistyped = takeIn(ADA, car("KJA-1", ACCORD, 1_842_000, DistanceUnit.KM));
        move(mistyped, "cancel");

        takeIn(ADA, car("KJA-1", ACCORD, 184_200, DistanceUnit.KM));
    }

    @Test
    void anotherCustomerOfTheSameCarStartsAfresh() {
        takeIn(ADA, car("KJA-1", ACCORD, 184_200, DistanceUnit.KM));

        takeIn(BEN, car("KJA-1", ACCORD, 90_000, DistanceUnit.KM));

        assertThat(vehicleCount()).isEqualTo(2);
    }

    @Test
    void aCarKnownByItsPlateLearnsItsVin() {
        takeIn(ADA, car("KJA 482 FD", null, 100_000, DistanceUnit.KM));

        takeIn(ADA, car("kja-482-fd", ACCORD, 110_000, DistanceUnit.KM));

        assertThat(vehicleCount()).isEqualTo(1);
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> takeIn(ADA, car("NEW-1", ACCORD, 109_000, DistanceUnit.KM)));
    }

    @Test
    void aPlateOnAnotherCarIsAnotherCar() {
        takeIn(ADA, car("KJA-1", ACCORD, 184_200, DistanceUnit.KM));

        takeIn(ADA, car("KJA-1", "2T1BURHE5JC034461", 20_000, DistanceUnit.KM));

        assertThat(vehicleCount()).isEqualTo(2);
    }

    @Test
    void aCallForHelpFindsTheCarByItsPlate() {
        takeIn(ADA, car("KJA-482-FD", ACCORD, 184_200, DistanceUnit.KM));

        var call = Examples.roadsideAssistance(Counter.TODAY);
        RequestId request = counter.takeIn(ADA, AutomotiveLine.ROADSIDE_ASSISTANCE, call);

        assertThat(vehicleCount()).isEqualTo(1);
        assertThat(stage("roadside_call", request)).isEqualTo("requested");
        counter.move(ADA, request, AutomotiveLine.ROADSIDE_ASSISTANCE, call, "accept", "assign", "start");
        assertThat(stage("roadside_call", request)).isEqualTo("en_route");
    }

    @Test
    void anOrderFollowsTheDesk() {
        RequestId request = takeIn(ADA, car("KJA-1", ACCORD, 184_200, DistanceUnit.KM));
        assertThat(stage("repair_order", request)).isEqualTo("estimate");

        move(request, "quote");
        assertThat(stage("repair_order", request)).isEqualTo("awaiting_authorization");
        move(request, "accept", "schedule");
        assertThat(stage("repair_order", request)).isEqualTo("authorized");
        move(request, "start", "hold");
        assertThat(stage("repair_order", request)).isEqualTo("waiting");
        move(request, "resume", "complete", "review");
        assertThat(stage("repair_order", request)).isEqualTo("completed");
    }

    @Test
    void theSameMoveTwiceIsOne() {
        RequestId request = takeIn(ADA, car("KJA-1", ACCORD, 184_200, DistanceUnit.KM));
        move(request, "create", "create", "accept", "accept");

        assertThat(count("repair_order")).isEqualTo(1);
        assertThat(count("odometer_reading")).isEqualTo(1);
        assertThat(stage("repair_order", request)).isEqualTo("authorized");
    }

    @Test
    void strangersSeeNothing() {
        takeIn(ADA, car("KJA-1", ACCORD, 184_200, DistanceUnit.KM));
        counter.takeIn(ADA, AutomotiveLine.ROADSIDE_ASSISTANCE, Examples.roadsideAssistance(Counter.TODAY));
        var stranger = new Counter(line, transactions);

        for (String table : List.of("vehicle", "repair_order", "odometer_reading", "roadside_call")) {
            assertThat(counter.inside(() -> visible(table))).as(table).isPositive();
            assertThat(stranger.inside(() -> visible(table))).as(table).isZero();
        }
        assertThat(stranger.inside(() -> vehicles.find(ADA, Sighting.of(car("KJA-1", ACCORD, null, null)))))
                .isEmpty();
        assertThat(counter.inside(() -> vehicles.find(BEN, Sighting.of(car("KJA-1", ACCORD, null, null)))))
                .isEmpty();
    }

    @Test
    void nobodyWritesIntoAnothersBooks() {
        var stranger = new Counter(line, transactions);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> stranger.inside(
                        () -> jdbc.sql("""
                                insert into automotive.vehicle
                                    (tenant_id, id, customer_id, plate, plate_key, make, first_seen, last_seen)
                                values (?, gen_random_uuid(), gen_random_uuid(), 'A', 'A', 'Audi', now(), now())
                                """).param(counter.tenant.value()).update()))
                .withStackTraceContaining("row-level security");
    }

    private RequestId takeIn(MemberId customer, Vehicle car) {
        return counter.takeIn(customer, AutomotiveLine.MAINTENANCE_REPAIR, repair(car));
    }

    private void move(RequestId request, String... moves) {
        counter.move(
                ADA,
                request,
                AutomotiveLine.MAINTENANCE_REPAIR,
                repair(car("KJA-1", ACCORD, 184_200, DistanceUnit.KM)),
                moves);
    }

    private int vehicleCount() {
        return count("vehicle");
    }

    private int count(String table) {
        return counter.inside(() -> visible(table));
    }

    /** Without naming the tenant, so that only the database's own wall is left. */
    private int visible(String table) {
        return jdbc.sql("select count(*) from automotive." + table)
                .query((row, index) -> row.getInt(1))
                .single();
    }

    private String stage(String table, RequestId request) {
        return counter.inside(() -> jdbc.sql("select stage from automotive.%s where id = ?".formatted(table))
                .param(request.value())
                .query((row, index) -> row.getString("stage"))
                .single());
    }

    private static Vehicle car(
            String plate, @Nullable String vin, @Nullable Integer odometer, @Nullable DistanceUnit unit) {
        return new Vehicle("Honda", "Accord", 2003, plate, "Lagos", vin, odometer, unit, Fuel.PETROL);
    }

    private static MaintenanceRepair repair(Vehicle car) {
        return new MaintenanceRepair(car, "Regular service", null, List.of(), Drivable.YES, Handover.WAIT, null);
    }
}
