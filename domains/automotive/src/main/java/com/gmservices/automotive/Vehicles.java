package com.gmservices.automotive;

import com.gmservices.database.Ids;
import com.gmservices.requests.RequestId;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The customers' cars, and how far each has been driven. Every query names its tenant and the customer. */
@Repository
class Vehicles {

    /** By the site's clock. */
    record Reading(Odometer odometer, LocalDate on) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Vehicles(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The VIN decides; without one on either side, the plate. */
    Optional<VehicleId> find(MemberId customer, Sighting car) {
        return jdbc.sql("""
                select id from automotive.vehicle
                where tenant_id = :tenant and customer_id = :customer
                  and (vin = :vin::text or plate_key = :plate and (vin is null or :vin::text is null))
                order by vin = :vin::text desc nulls last, last_seen desc
                limit 1
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("customer", customer.value())
                .param("vin", car.vin())
                .param("plate", Plate.key(car.plate()))
                .query((row, index) -> new VehicleId(row.getObject("id", UUID.class)))
                .optional();
    }

    /** Keeps what is new about a car, and what was known before where this time nothing is told. */
    VehicleId remember(MemberId customer, Sighting car) {
        Optional<VehicleId> known = find(customer, car);
        if (known.isPresent()) {
            update(known.get(), car);
            return known.get();
        }
        insert(customer, car);
        return find(customer, car).orElseThrow();
    }

    /** What the dashboard showed last; what came with a job that never was done does not count. */
    Optional<Reading> lastReading(VehicleId vehicle) {
        return jdbc.sql("""
                select r.reading, r.unit, r.read_on
                from automotive.odometer_reading r
                join automotive.repair_order o on o.tenant_id = r.tenant_id and o.id = r.repair_order_id
                where r.tenant_id = :tenant and r.vehicle_id = :vehicle and o.stage not in ('declined', 'cancelled')
                order by r.id desc
                limit 1
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("vehicle", vehicle.value())
                .query(Vehicles::toReading)
                .optional();
    }

    void note(VehicleId vehicle, RequestId order, Reading reading) {
        jdbc.sql("""
                insert into automotive.odometer_reading
                    (tenant_id, id, vehicle_id, repair_order_id, reading, unit, read_on)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant_id, repair_order_id) do nothing
                """)
                .params(
                        CurrentTenant.id().value(),
                        Ids.next(),
                        vehicle.value(),
                        order.value(),
                        reading.odometer().reading(),
                        reading.odometer().unit().code(),
                        reading.on())
                .update();
    }

    /** Two requests at once may both find nothing; the second one then finds what the first has written. */
    private void insert(MemberId customer, Sighting car) {
        bind("""
                insert into automotive.vehicle
                    (tenant_id, id, customer_id, vin, plate, plate_key, registered_in, make, model, model_year, fuel,
                     colour, first_seen, last_seen)
                values (:tenant, :id, :customer, :vin, :plate, :plateKey, :registeredIn, :make, :model, :year, :fuel,
                        :colour, :now, :now)
                on conflict do nothing
                """, VehicleId.next(), car).param("customer", customer.value()).update();
    }

    private void update(VehicleId vehicle, Sighting car) {
        bind("""
                update automotive.vehicle
                set vin = coalesce(:vin, vin), plate = :plate, plate_key = :plateKey,
                    registered_in = coalesce(:registeredIn, registered_in), make = :make,
                    model = coalesce(:model, model), model_year = coalesce(:year, model_year),
                    fuel = coalesce(:fuel, fuel), colour = coalesce(:colour, colour), last_seen = :now
                where tenant_id = :tenant and id = :id
                """, vehicle, car).update();
    }

    private JdbcClient.StatementSpec bind(String sql, VehicleId vehicle, Sighting car) {
        return jdbc.sql(sql)
                .param("tenant", CurrentTenant.id().value())
                .param("id", vehicle.value())
                .param("vin", car.vin())
                .param("plate", car.plate())
                .param("plateKey", Plate.key(car.plate()))
                .param("registeredIn", car.registeredIn())
                .param("make", car.make())
                .param("model", car.model())
                .param("year", car.year())
                .param("fuel", car.fuel() == null ? null : car.fuel().name().toLowerCase(Locale.ROOT))
                .param("colour", car.colour())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC));
    }

    private static Reading toReading(ResultSet row, int index) throws SQLException {
        var unit = DistanceUnit.valueOf(row.getString("unit").toUpperCase(Locale.ROOT));
        return new Reading(new Odometer(row.getInt("reading"), unit), row.getObject("read_on", LocalDate.class));
    }
}
