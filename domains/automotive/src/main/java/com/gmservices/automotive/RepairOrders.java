package com.gmservices.automotive;

import com.gmservices.requests.RequestId;
import com.gmservices.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The garage's book of jobs, a line per request. Writing the same twice is writing it once. */
@Repository
class RepairOrders {

    private final JdbcClient jdbc;
    private final Clock clock;

    RepairOrders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void open(RequestId id, VehicleId vehicle, String kind) {
        jdbc.sql("""
                insert into automotive.repair_order (tenant_id, id, vehicle_id, kind, stage, opened_at, stage_since)
                values (:tenant, :id, :vehicle, :kind, 'estimate', :now, :now)
                on conflict (tenant_id, id) do nothing
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", id.value())
                .param("vehicle", vehicle.value())
                .param("kind", kind)
                .param("now", now())
                .update();
    }

    void advance(RequestId id, RepairStage stage) {
        jdbc.sql("""
                update automotive.repair_order set stage = :stage, stage_since = :now
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
