package com.gmservices.technology;

import com.gmservices.requests.RequestId;
import com.gmservices.technology.SystemMaintenance.Window;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Incidents and planned work, a line per request. Writing the same twice is writing it once. */
@Repository
class Tickets {

    private final JdbcClient jdbc;
    private final Clock clock;

    Tickets(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void open(RequestId id, MemberId customer, SystemMaintenance wish, ZoneId zone) {
        Window window = wish.window();
        jdbc.sql("""
                insert into technology.ticket
                    (tenant_id, id, customer_id, kind, system, system_key, impact, urgency, priority, affected_users,
                     access, window_start, window_end, stage, opened_at, stage_since)
                values (:tenant, :id, :customer, :kind, :system, :key, :impact, :urgency, :priority, :affected, :access,
                        :start, :end, 'new', :now, :now)
                on conflict (tenant_id, id) do nothing
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", id.value())
                .param("customer", customer.value())
                .param("kind", code(wish.kind()))
                .param("system", wish.system())
                .param("key", key(wish.system()))
                .param("impact", code(wish.impact()))
                .param("urgency", code(wish.urgency()))
                .param("priority", wish.priority().number())
                .param("affected", wish.affectedUsers())
                .param("access", code(wish.access()))
                .param("start", window == null ? null : moment(window.start(), zone))
                .param("end", window == null ? null : moment(window.end(), zone))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How often a customer's system has failed since then; what was withdrawn or turned away does not count. */
    int incidents(MemberId customer, String system, Instant since) {
        return about(customer, system, """
                select count(*) from technology.ticket
                where tenant_id = :tenant and customer_id = :customer and system_key = :key and opened_at >= :since
                  and kind = 'incident' and stage not in ('declined', 'cancelled')
                """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, index) -> row.getInt(1))
                .single();
    }

    /** Whether other work on a customer's system is still to be done within this time. */
    boolean planned(MemberId customer, String system, Instant start, Instant end) {
        return about(customer, system, """
                select exists (
                    select from technology.ticket
                    where tenant_id = :tenant and customer_id = :customer and system_key = :key
                      and window_start < :end and window_end > :start
                      and stage not in ('resolved', 'closed', 'declined', 'cancelled'))
                """)
                .param("start", start.atOffset(ZoneOffset.UTC))
                .param("end", end.atOffset(ZoneOffset.UTC))
                .query((row, index) -> row.getBoolean(1))
                .single();
    }

    private StatementSpec about(MemberId customer, String system, String sql) {
        return jdbc.sql(sql)
                .param("tenant", CurrentTenant.id().value())
                .param("customer", customer.value())
                .param("key", key(system));
    }

    /** The mail-server of today is the Mail Server of yesterday. */
    private static String key(String system) {
        return system.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static @Nullable OffsetDateTime moment(LocalDateTime time, ZoneId zone) {
        return time.atZone(zone).toOffsetDateTime();
    }

    private static String code(Enum<?> choice) {
        return choice.name().toLowerCase(Locale.ROOT);
    }
}
