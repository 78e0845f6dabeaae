package com.gmservices.payments.sandbox;

import com.gmservices.money.Money;
import com.gmservices.money.Percentage;
import com.gmservices.payments.gateway.Statement;
import com.gmservices.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The sandbox's own account of what it has moved. It keeps a little of each charge. */
@Component
class SandboxStatement implements Statement {

    private static final Percentage FEE = Percentage.of("1.5");

    private final JdbcClient jdbc;

    SandboxStatement(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String gateway() {
        return SandboxGateway.NAME;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Movement> movements(Instant from, Instant to) {
        return jdbc.sql("""
                select * from (
                    select 'charge' as kind, 'sandbox-' || id as reference, case token when '' then null else id end as key,
                           'sandbox-' || id as object, currency, coalesce(stated, captured) as gross, captured_at as at
                    from payments.sandbox_charge where tenant_id = :tenant
                    union all
                    select 'refund', 'sandbox-' || r.id, r.id, 'sandbox-' || r.id, c.currency, r.amount, r.created_at
                    from payments.sandbox_refund r
                    join payments.sandbox_charge c on c.tenant_id = r.tenant_id and c.id = r.charge
                    where r.tenant_id = :tenant and not r.refused
                    union all
                    select 'dispute', 'sandbox-dispute-' || id, charge, 'sandbox-' || charge, currency, amount, opened_at
                    from payments.sandbox_complaint where tenant_id = :tenant
                    union all
                    select 'dispute_won', 'sandbox-dispute-' || id || '-won', charge, 'sandbox-' || charge, currency, amount,
                           decided_at
                    from payments.sandbox_complaint where tenant_id = :tenant and stage = 'won'
                    union all
                    select 'payout', 'sandbox-' || id, null, null, currency, amount, at
                    from payments.sandbox_payout where tenant_id = :tenant) movement
                where at >= :from and at < :to
                order by at, reference
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query(SandboxStatement::toMovement)
                .list();
    }

    private static Movement toMovement(ResultSet row, int index) throws SQLException {
        Kind kind = Kind.valueOf(row.getString("kind").toUpperCase(Locale.ROOT));
        Money gross = Money.of(row.getLong("gross"), row.getString("currency"));
        return new Movement(
                row.getString("reference"),
                kind,
                row.getObject("key", UUID.class),
                row.getString("object"),
                gross,
                kind == Kind.CHARGE ? FEE.of(gross) : Money.zero(gross.currency()),
                row.getObject("at", OffsetDateTime.class).toInstant());
    }
}
