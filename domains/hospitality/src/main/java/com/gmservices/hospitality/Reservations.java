package com.gmservices.hospitality;

import com.gmservices.requests.ServiceLine.Work;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The book of stays, a line per request. Writing the same twice is writing it once. */
@Repository
class Reservations {

    /** The day of departure is not slept for. */
    record Nights(LocalDate arrival, LocalDate departure) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Reservations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** A stay of this guest that shares a night with these, and still may come about or goes on. */
    Optional<Nights> overlapping(MemberId customer, LocalDate arrival, LocalDate departure) {
        return jdbc.sql("""
                select arrival, departure from hospitality.reservation
                where tenant_id = :tenant and customer_id = :customer and departure > :arrival and arrival < :departure
                  and stage in ('inquired', 'optional', 'confirmed', 'checked_in', 'interrupted')
                order by arrival limit 1
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("customer", customer.value())
                .param("arrival", arrival)
                .param("departure", departure)
                .query(Nights.class)
                .optional();
    }

    /** Known as a guest, and by the book not in the house. */
    boolean isElsewhere(MemberId customer) {
        return jdbc.sql("""
                select count(*) > 0 and count(*) filter (where stage in ('checked_in', 'interrupted')) = 0
                from hospitality.reservation
                where tenant_id = :tenant and customer_id = :customer
                  and stage in ('optional', 'confirmed', 'checked_in', 'interrupted', 'checked_out')
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("customer", customer.value())
                .query((row, index) -> row.getBoolean(1))
                .single();
    }

    void open(Work work, HotelBooking booking) {
        Occupancy party = booking.occupancy();
        jdbc.sql("""
                insert into hospitality.reservation
                    (tenant_id, id, site_id, customer_id, arrival, departure, room_kind, rooms, adults, children, infants,
                     meals, arrival_time, stage, opened_at, stage_since)
                values (:tenant, :id, :site, :customer, :arrival, :departure, :kind, :rooms, :adults, :children, :infants,
                        :meals, :time, 'inquired', :now, :now)
                on conflict (tenant_id, id) do nothing
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", work.request().value())
                .param("site", work.site().id().value())
                .param("customer", work.customer().value())
                .param("arrival", booking.arrival())
                .param("departure", booking.departure())
                .param("kind", Code.of(booking.roomKind()))
                .param("rooms", booking.rooms())
                .param("adults", party.adults())
                .param("children", party.children())
                .param("infants", party.infants())
                .param("meals", Code.ofNullable(booking.meals()))
                .param("time", booking.arrivalTime())
                .param("now", now())
                .update();
    }

    /** Who never came is no cancellation: a house counts, and charges, the two apart. */
    void advance(Work work, StayStage stage) {
        jdbc.sql("""
                update hospitality.reservation r
                set stage = next.stage, stage_since = :now,
                    checked_in_at = case when next.stage = 'checked_in' then coalesce(checked_in_at, :now)
                                         else checked_in_at end,
                    checked_out_at = case when next.stage = 'checked_out' then :now else checked_out_at end
                from (select id, case when :stage = 'cancelled' and stage in ('confirmed', 'no_show') and arrival < :today
                                      then 'no_show' else :stage end as stage
                      from hospitality.reservation where tenant_id = :tenant and id = :id) next
                where r.tenant_id = :tenant and r.id = next.id and r.stage <> next.stage
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", work.request().value())
                .param("stage", Code.of(stage))
                .param("today", LocalDate.ofInstant(clock.instant(), work.site().timeZone()))
                .param("now", now())
                .update();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
