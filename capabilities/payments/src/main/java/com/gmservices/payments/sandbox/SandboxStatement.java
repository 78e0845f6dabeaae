package com.gmservices.payments.sandbox;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Statement;
import com.gmservices.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The sandbox keeps one and a half percent of each charge, and pays out in the morning what the days before have left. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW, readOnly = true)
class SandboxStatement implements Statement {

    private static final BigDecimal FEE = new BigDecimal("0.015");

    private final JdbcClient jdbc;

    SandboxStatement(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String gateway() {
        return SandboxGateway.NAME;
    }

    @Override
    public List<Movement> movements(Instant from, Instant to) {
        return Stream.of(charges(from, to), refunds(from, to), payouts(from, to))
                .flatMap(List::stream)
                .toList();
    }

    private List<Movement> charges(Instant from, Instant to) {
        return between("""
                select id, currency, captured as amount, captured_at as at from payments.sandbox_charge
                where tenant_id = :tenant and captured_at >= :from and captured_at < :to
                """, from, to)
                .query((row, index) -> {
                    Money taken = Money.of(row.getLong("amount"), row.getString("currency"));
                    return movement(row, Kind.CHARGE, "charge", taken, taken.times(FEE));
                })
                .list();
    }

    private List<Movement> refunds(Instant from, Instant to) {
        return between("""
                select r.id, c.currency, r.amount, r.created_at as at from payments.sandbox_refund r
                join payments.sandbox_charge c on c.tenant_id = r.tenant_id and c.id = r.charge
                where r.tenant_id = :tenant and not r.refused and r.created_at >= :from and r.created_at < :to
                """, from, to)
                .query((row, index) -> {
                    Money back = Money.of(row.getLong("amount"), row.getString("currency"));
                    return movement(row, Kind.REFUND, "refund", back, Money.zero(back.currency()));
                })
                .list();
    }

    private static Movement movement(ResultSet row, Kind kind, String name, Money gross, Money fee)
            throws SQLException {
        UUID key = row.getObject("id", UUID.class);
        return new Movement("sandbox-%s-%s".formatted(name, key), kind, key, "sandbox-" + key, gross, fee, at(row));
    }

    /** On each day what was left by then and never before: what goes back is taken off the payouts that follow. */
    private List<Movement> payouts(Instant from, Instant to) {
        return between("""
                with moved as (
                    select currency, captured_at as at, captured - (captured * 15 + 500) / 1000 as net
                    from payments.sandbox_charge where tenant_id = :tenant and captured_at is not null
                    union all
                    select c.currency, r.created_at, -r.amount from payments.sandbox_refund r
                    join payments.sandbox_charge c on c.tenant_id = r.tenant_id and c.id = r.charge
                    where r.tenant_id = :tenant and not r.refused),
                daily as (
                    select currency, date_trunc('day', at, 'UTC') + interval '30 hours' as at, sum(net)::bigint as net
                    from moved group by 1, 2),
                standing as (
                    select currency, at, sum(net) over days as balance from daily
                    window days as (partition by currency order by at)),
                paid as (
                    select currency, at, balance - greatest(0, max(balance) over before) as amount from standing
                    window before as (partition by currency order by at rows between unbounded preceding and 1 preceding))
                select currency, at, amount::bigint from paid where amount > 0 and at >= :from and at < :to
                """, from, to)
                .query((row, index) -> {
                    Money paid = Money.of(row.getLong("amount"), row.getString("currency"));
                    String reference = "sandbox-payout-%s-%s".formatted(row.getString("currency"), at(row));
                    return new Movement(reference, Kind.PAYOUT, null, null, paid, Money.zero(paid.currency()), at(row));
                })
                .list();
    }

    private JdbcClient.StatementSpec between(String sql, Instant from, Instant to) {
        return jdbc.sql(sql)
                .param("tenant", CurrentTenant.id().value())
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("at", OffsetDateTime.class).toInstant();
    }
}
