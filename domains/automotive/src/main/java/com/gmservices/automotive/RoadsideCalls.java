package com.gmservices.automotive;

import com.gmservices.requests.RequestId;
import com.gmservices.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The dispatcher's list of calls, a line per request. Writing the same twice is writing it once. */
@Repository
class RoadsideCalls {

    private final JdbcClient jdbc;
    private final Clock clock;

    RoadsideCalls(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void open(RequestId id, VehicleId vehicle, RoadsideAssistance call) {
        jdbc.sql("""
                insert into automotive.roadside_call
                    (tenant_id, id, vehicle_id, problem, safety, place, tow_destination, stage, opened_at, stage_since)
                values (:tenant, :id, :vehicle, :problem, :safety, :place, :destination, 'requested', :now, :now)
                on conflict (tenant_id, id) do nothing
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", id.value())
                .param("vehicle", vehicle.value())
                .param("problem", call.problem().name().toLowerCase(Locale.ROOT))
                .param("safety", call.safety().name().toLowerCase(Locale.ROOT))
                .param("place", call.place().text())
                .param("destination", call.towDestination())
                .param("now", now())
                .update();
    }

    void advance(RequestId id, RoadsideStage stage) {
        jdbc.sql("""
                update automotive.roadside_call set stage = :stage, stage_since = :now
                where tenant_id = :tenant and id = :id and stage <> :stage
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", id.value())
                .param("stage", stage.name().toLowerCase(Locale.ROOT))
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
