package com.gmservices.logistics;

import com.gmservices.database.Ids;
import com.gmservices.logistics.RouteOptimization.Stop;
import com.gmservices.logistics.RouteOptimization.Vehicle;
import com.gmservices.requests.ServiceLine.Work;
import java.math.BigDecimal;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Days of driving that are to be planned: from where, with what, to whom. */
@Repository
class RoutePlans {

    private final Books books;

    RoutePlans(Books books) {
        this.books = books;
    }

    private record VehicleRow(UUID id, int position, String name, BigDecimal capacity) {}

    private record StopRow(
            UUID id,
            int position,
            @Nullable String name,
            String street,
            String town,
            BigDecimal load,
            @Nullable LocalTime arriveFrom,
            @Nullable LocalTime arriveUntil,
            int serviceMinutes) {}

    void open(Work work, RouteOptimization plan) {
        bind(work, plan).update();
        books.rows("""
                insert into logistics.route_vehicle (tenant_id, id, route_plan_id, position, name, capacity)
                select :tenant, row.id, :id, row.position, row.name, row.capacity
                from jsonb_to_recordset(:rows::jsonb) as row (id uuid, position int, name text, capacity numeric)
                on conflict (tenant_id, route_plan_id, position) do nothing
                """, work, vehicles(plan.vehicles()));
        books.rows("""
                insert into logistics.route_stop
                    (tenant_id, id, route_plan_id, position, name, street, town, load, arrive_from, arrive_until,
                     service_minutes)
                select :tenant, row.id, :id, row.position, row.name, row.street, row.town, row.load, row.arrive_from,
                       row.arrive_until, row.service_minutes
                from jsonb_to_recordset(:rows::jsonb) as row
                    (id uuid, position int, name text, street text, town text, load numeric, arrive_from time,
                     arrive_until time, service_minutes int)
                on conflict (tenant_id, route_plan_id, position) do nothing
                """, work, stops(plan.stops()));
    }

    private JdbcClient.StatementSpec bind(Work work, RouteOptimization plan) {
        return books.line("""
                insert into logistics.route_plan
                    (tenant_id, id, customer_id, stage, depot_street, depot_town, drive_on, day_starts, day_ends,
                     loads_in, opened_at, stage_since)
                values (:tenant, :id, :customer, 'requested', :street, :town, :on, :starts, :ends, :loadsIn, :now, :now)
                on conflict (tenant_id, id) do nothing
                """, work)
                .param("street", plan.depot().street())
                .param("town", plan.depot().town())
                .param("on", plan.on())
                .param("starts", plan.dayStarts())
                .param("ends", plan.dayEnds())
                .param("loadsIn", Books.code(plan.loadsIn()));
    }

    private static List<VehicleRow> vehicles(List<Vehicle> vehicles) {
        return IntStream.range(0, vehicles.size())
                .mapToObj(i -> new VehicleRow(
                        Ids.next(),
                        i + 1,
                        vehicles.get(i).name(),
                        vehicles.get(i).capacity()))
                .toList();
    }

    private static List<StopRow> stops(List<Stop> stops) {
        return IntStream.range(0, stops.size())
                .mapToObj(i -> row(i + 1, stops.get(i)))
                .toList();
    }

    private static StopRow row(int position, Stop stop) {
        return new StopRow(
                Ids.next(),
                position,
                stop.name(),
                stop.street(),
                stop.town(),
                stop.load(),
                stop.from(),
                stop.until(),
                stop.minutes());
    }
}
