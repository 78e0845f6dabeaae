package com.gmservices.hospitality;

import com.gmservices.database.Ids;
import com.gmservices.requests.ServiceLine.Work;
import com.gmservices.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The kitchen's orders, one per request, with who eats differently. Writing the same twice is writing it once. */
@Repository
class CateringOrders {

    private final JdbcClient jdbc;
    private final Clock clock;

    CateringOrders(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void open(Work work, Catering order) {
        Instant served = order.servedAt(work.site().timeZone());
        jdbc.sql("""
                insert into hospitality.catering_order
                    (tenant_id, id, site_id, customer_id, menu, service, guests_expected, guests_guaranteed, serve_at,
                     guarantee_due, place, stage, opened_at, stage_since)
                values (:tenant, :id, :site, :customer, :menu, :service, :expected, :guaranteed, :served, :due, :place,
                        'inquiry', :now, :now)
                on conflict (tenant_id, id) do nothing
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", work.request().value())
                .param("site", work.site().id().value())
                .param("customer", work.customer().value())
                .param("menu", Code.of(order.menu()))
                .param("service", Code.of(order.service()))
                .param("expected", order.guestsExpected())
                .param("guaranteed", order.guestsGuaranteed())
                .param("served", utc(served))
                .param("due", utc(served.minus(Catering.GUARANTEE)))
                .param("place", order.place() == null ? null : order.place().text())
                .param("now", utc(clock.instant()))
                .update();
        if (order.dietaryNeeds() != null) {
            order.dietaryNeeds().counts().forEach((need, guests) -> note(work, need, guests));
        }
    }

    private void note(Work work, DietaryNeeds.Need need, int guests) {
        jdbc.sql("""
                insert into hospitality.dietary_need (tenant_id, id, catering_order_id, need, guests)
                values (?, ?, ?, ?, ?)
                on conflict (tenant_id, catering_order_id, need) do nothing
                """)
                .params(CurrentTenant.id().value(), Ids.next(), work.request().value(), Code.of(need), guests)
                .update();
    }

    void advance(Work work, CateringStage stage) {
        jdbc.sql("""
                update hospitality.catering_order set stage = :stage, stage_since = :now
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
