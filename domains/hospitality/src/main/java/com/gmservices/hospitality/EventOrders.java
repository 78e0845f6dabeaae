package com.gmservices.hospitality;

import com.gmservices.requests.ServiceLine.Work;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.SiteId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The banquet office's orders, one per request. Writing the same twice is writing it once. */
@Repository
class EventOrders {

    private final JdbcClient jdbc;
    private final Clock clock;

    EventOrders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Set-up and tear-down included; what nobody has accepted yet counts, as it holds its space. */
    boolean isAnyDuring(SiteId site, FunctionTimes times) {
        return jdbc.sql("""
                select exists (
                    select from hospitality.event_order
                    where tenant_id = :tenant and site_id = :site and set_up_from < :until and clear_by > :from
                      and stage in ('tentative', 'definite', 'running', 'paused'))
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("site", site.value())
                .param("from", utc(times.setUpFrom()))
                .param("until", utc(times.clearBy()))
                .query((row, index) -> row.getBoolean(1))
                .single();
    }

    void open(Work work, EventSpace event) {
        FunctionTimes times = FunctionTimes.of(event, work.site().timeZone());
        jdbc.sql("""
                insert into hospitality.event_order
                    (tenant_id, id, site_id, customer_id, kind, seating, guests, floor_area, set_up_from, starts_at,
                     ends_at, clear_by, catering, stage, opened_at, stage_since)
                values (:tenant, :id, :site, :customer, :kind, :seating, :guests, :area, :setUp, :starts, :ends, :clear,
                        :catering, 'inquiry', :now, :now)
                on conflict (tenant_id, id) do nothing
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", work.request().value())
                .param("site", work.site().id().value())
                .param("customer", work.customer().value())
                .param("kind", Code.of(event.kind()))
                .param("seating", Code.of(event.seating()))
                .param("guests", event.guests())
                .param("area", event.floorArea())
                .param("setUp", utc(times.setUpFrom()))
                .param("starts", utc(times.startsAt()))
                .param("ends", utc(times.endsAt()))
                .param("clear", utc(times.clearBy()))
                .param("catering", Code.ofNullable(event.catering()))
                .param("now", utc(clock.instant()))
                .update();
    }

    void advance(Work work, EventStage stage) {
        jdbc.sql("""
                update hospitality.event_order set stage = :stage, stage_since = :now
                where tenant_id = :tenant and id = :id and stage <> :stage
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", work.request().value())
                .param("stage", Code.of(stage))
                .param("now", utc(clock.instant()))
                .update();
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
