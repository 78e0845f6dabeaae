package com.gmservices.payments.sandbox;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Complaints.Stage;
import com.gmservices.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The complaints in the sandbox's books, in transactions of its own. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class SandboxCases {

    private static final Duration TO_ANSWER = Duration.ofDays(7);
    private static final String SELECT = "select * from payments.sandbox_complaint where tenant_id = ? ";

    private final JdbcClient jdbc;
    private final Clock clock;

    SandboxCases(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The one there is, when the payer has complained before. Empty for more than was taken. */
    Optional<SandboxCase> open(UUID charge, Money amount, String reason) {
        Instant now = clock.instant();
        jdbc.sql("""
                insert into payments.sandbox_complaint
                  (tenant_id, id, charge, currency, amount, reason, stage, due_by, opened_at)
                select tenant_id, :id, id, currency, :amount, :reason, 'needs_response', :dueBy, :now
                from payments.sandbox_charge
                where tenant_id = :tenant and id = :charge and currency = :currency and captured >= :amount
                on conflict do nothing
                """)
                .param("id", UUID.randomUUID())
                .param("amount", amount.amount())
                .param("currency", amount.currency().getCurrencyCode())
                .param("reason", reason)
                .param("dueBy", utc(now.plus(TO_ANSWER)))
                .param("now", utc(now))
                .param("tenant", CurrentTenant.id().value())
                .param("charge", charge)
                .update();
        return jdbc.sql(SELECT + "and charge = ?")
                .params(CurrentTenant.id().value(), charge)
                .query(SandboxCases::toCase)
                .optional();
    }

    /** As it stands now: who says nothing in time has lost. */
    Optional<SandboxCase> find(UUID id) {
        OffsetDateTime now = utc(clock.instant());
        jdbc.sql("""
                update payments.sandbox_complaint set stage = 'lost', decided_at = ?
                where tenant_id = ? and id = ? and stage = 'needs_response' and due_by < ?
                """).params(now, CurrentTenant.id().value(), id, now).update();
        return jdbc.sql(SELECT + "and id = ?")
                .params(CurrentTenant.id().value(), id)
                .query(SandboxCases::toCase)
                .optional();
    }

    /** Takes an answer once. */
    void contest(UUID id, String explanation, List<String> files) {
        jdbc.sql("""
                update payments.sandbox_complaint set stage = 'under_review', explanation = ?, files = ?
                where tenant_id = ? and id = ? and stage = 'needs_response'
                """)
                .params(
                        explanation,
                        files.toArray(String[]::new),
                        CurrentTenant.id().value(),
                        id)
                .update();
    }

    void decide(UUID id, Stage as) {
        jdbc.sql("""
                update payments.sandbox_complaint set stage = ?, decided_at = ?
                where tenant_id = ? and id = ? and stage in ('needs_response', 'under_review')
                """)
                .params(
                        SandboxCase.code(as),
                        utc(clock.instant()),
                        CurrentTenant.id().value(),
                        id)
                .update();
    }

    /** The newest first. */
    List<SandboxCase> newest(int limit) {
        return jdbc.sql(SELECT + "order by opened_at desc limit ?")
                .params(CurrentTenant.id().value(), limit)
                .query(SandboxCases::toCase)
                .list();
    }

    private static SandboxCase toCase(ResultSet row, int index) throws SQLException {
        return new SandboxCase(
                row.getObject("id", UUID.class),
                row.getObject("charge", UUID.class),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getString("reason"),
                SandboxCase.stage(row.getString("stage")),
                row.getObject("due_by", OffsetDateTime.class).toInstant(),
                row.getString("explanation"),
                List.of((String[]) row.getArray("files").getArray()),
                row.getObject("opened_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
