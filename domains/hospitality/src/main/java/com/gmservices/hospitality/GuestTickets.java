package com.gmservices.hospitality;

import com.gmservices.requests.ServiceLine.Work;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.SiteId;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What guests asked the desk for, a ticket per request. Writing the same twice is writing it once. */
@Repository
class GuestTickets {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final SiteClock siteClock;

    GuestTickets(JdbcClient jdbc, Clock clock, SiteClock siteClock) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.siteClock = siteClock;
    }

    /** When the same was last asked for the same room, if that is not done yet. */
    Optional<Instant> openSince(SiteId site, GuestService service) {
        return jdbc.sql("""
                select opened_at from hospitality.guest_ticket
                where tenant_id = :tenant and site_id = :site and room = :room and need = :need
                  and stage in ('logged', 'offered', 'accepted', 'under_way', 'waiting')
                order by id desc limit 1
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("site", site.value())
                .param("room", service.room())
                .param("need", Code.of(service.need()))
                .query((row, index) ->
                        row.getObject("opened_at", OffsetDateTime.class).toInstant())
                .optional();
    }

    void open(Work work, GuestService service) {
        OffsetDateTime wanted = service.wantedAt(siteClock.now(work.site()))
                .map(local -> local.atZone(work.site().timeZone()).toInstant())
                .map(GuestTickets::utc)
                .orElse(null);
        jdbc.sql("""
                insert into hospitality.guest_ticket
                    (tenant_id, id, site_id, customer_id, room, need, urgency, wanted_at, stage, opened_at, stage_since)
                values (:tenant, :id, :site, :customer, :room, :need, :urgency, :wanted, 'logged', :now, :now)
                on conflict (tenant_id, id) do nothing
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", work.request().value())
                .param("site", work.site().id().value())
                .param("customer", work.customer().value())
                .param("room", service.room())
                .param("need", Code.of(service.need()))
                .param("urgency", Code.of(service.urgency()))
                .param("wanted", wanted)
                .param("now", utc(clock.instant()))
                .update();
    }

    void advance(Work work, TicketStage stage) {
        jdbc.sql("""
                update hospitality.guest_ticket set stage = :stage, stage_since = :now
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
