package com.gmservices.payments.reconciliation;

import com.gmservices.payments.reconciliation.Round.Work;
import com.gmservices.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each of the current tenant's gateways is compared; what is being compared outlives whoever does it. */
@Repository
class Rounds {

    private final JdbcClient jdbc;

    Rounds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * False while something else is being compared.
     *
     * @param since where the first round of all begins; null for what somebody wants by hand
     */
    boolean begin(String gateway, Work work, @Nullable LocalDate since, Instant dueAt) {
        return jdbc.sql("""
                insert into payments.reconciliation as r
                  (tenant_id, gateway, since, work_from, work_to, work_next, due_at)
                values (:tenant, :gateway, :since::date, :from, :to, :from, :dueAt)
                on conflict (tenant_id, gateway) do update
                set since = coalesce(r.since, :since::date), work_from = :from, work_to = :to, work_next = :from,
                    due_at = :dueAt, failed_at = null
                where r.work_next is null
                """)
                        .param("tenant", CurrentTenant.id().value())
                        .param("gateway", gateway)
                        .param("since", since)
                        .param("from", work.from())
                        .param("to", work.to())
                        .param("dueAt", utc(dueAt))
                        .update()
                == 1;
    }

    /** The day is compared; nothing when somebody else has said so. */
    void advance(String gateway, LocalDate day) {
        jdbc.sql("""
                update payments.reconciliation set work_next = work_next + 1, failed_at = null
                where tenant_id = ? and gateway = ? and work_next = ?
                """).params(CurrentTenant.id().value(), gateway, day).update();
    }

    void fail(String gateway, Instant now, Instant dueAt) {
        jdbc.sql("""
                update payments.reconciliation set failed_at = ?, due_at = ?
                where tenant_id = ? and gateway = ? and work_next is not null
                """)
                .params(utc(now), utc(dueAt), CurrentTenant.id().value(), gateway)
                .update();
    }

    /** Nothing when somebody else has finished it. */
    void finish(String gateway, Work work, @Nullable LocalDate until, Instant now, Instant dueAt) {
        jdbc.sql("""
                update payments.reconciliation
                set until = :until, work_from = null, work_to = null, work_next = null, finished_at = :now,
                    due_at = :dueAt
                where tenant_id = :tenant and gateway = :gateway and work_from = :from and work_to = :to
                  and work_next > work_to
                """)
                .param("from", work.from())
                .param("to", work.to())
                .param("until", until)
                .param("now", utc(now))
                .param("dueAt", utc(dueAt))
                .param("tenant", CurrentTenant.id().value())
                .param("gateway", gateway)
                .update();
    }

    /** Is not looked at before that. */
    void postpone(String gateway, Instant dueAt) {
        jdbc.sql("update payments.reconciliation set due_at = ? where tenant_id = ? and gateway = ?")
                .params(utc(dueAt), CurrentTenant.id().value(), gateway)
                .update();
    }

    Optional<Round> find(String gateway) {
        return jdbc.sql("select * from payments.reconciliation where tenant_id = ? and gateway = ?")
                .params(CurrentTenant.id().value(), gateway)
                .query(Rounds::toRound)
                .optional();
    }

    List<Round> all() {
        return jdbc.sql("select * from payments.reconciliation where tenant_id = ? order by gateway")
                .param(CurrentTenant.id().value())
                .query(Rounds::toRound)
                .list();
    }

    private static Round toRound(ResultSet row, int index) throws SQLException {
        LocalDate next = row.getObject("work_next", LocalDate.class);
        return new Round(
                row.getString("gateway"),
                row.getObject("since", LocalDate.class),
                row.getObject("until", LocalDate.class),
                next == null
                        ? null
                        : new Work(
                                row.getObject("work_from", LocalDate.class),
                                row.getObject("work_to", LocalDate.class),
                                next),
                instant(row, "failed_at"),
                instant(row, "finished_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
