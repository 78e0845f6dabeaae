package com.gmservices.payments.reconciliation;

import com.gmservices.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Of which days the current tenant's gateways have told us. */
@Repository
class ReconciledDays {

    private final JdbcClient jdbc;

    ReconciledDays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param open how many differences wait for somebody */
    record Told(LocalDate day, String gateway, int movements, int open, Instant askedAt) {}

    void told(String gateway, LocalDate day, Instant now) {
        jdbc.sql("""
                insert into payments.reconciled_day as d (tenant_id, gateway, day, movements, asked_at)
                select :tenant, :gateway, :day, count(*), :now from payments.movement
                where tenant_id = :tenant and day = :day and gateway = :gateway
                on conflict (tenant_id, gateway, day) do update
                set movements = excluded.movements, asked_at = excluded.asked_at
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("gateway", gateway)
                .param("day", day)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** The newest first: whole days, at most so many. */
    List<Told> before(LocalDate day, int days) {
        return jdbc.sql("""
                with days as (select distinct day from payments.reconciled_day
                              where tenant_id = :tenant and day < :before order by day desc limit :days)
                %s where d.tenant_id = :tenant and d.day in (select day from days) order by d.day desc, d.gateway
                """.formatted(SELECT))
                .param("tenant", CurrentTenant.id().value())
                .param("before", day)
                .param("days", days)
                .query(ReconciledDays::toTold)
                .list();
    }

    List<Told> of(LocalDate day) {
        return jdbc.sql(SELECT + "where d.tenant_id = :tenant and d.day = :day order by d.gateway")
                .param("tenant", CurrentTenant.id().value())
                .param("day", day)
                .query(ReconciledDays::toTold)
                .list();
    }

    private static final String SELECT = """
            select d.*, (select count(*) from payments.difference o where o.tenant_id = d.tenant_id and o.day = d.day
                         and o.gateway = d.gateway and o.status = 'open') as open
            from payments.reconciled_day d
            """;

    private static Told toTold(ResultSet row, int index) throws SQLException {
        return new Told(
                row.getObject("day", LocalDate.class),
                row.getString("gateway"),
                row.getInt("movements"),
                row.getInt("open"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant());
    }
}
