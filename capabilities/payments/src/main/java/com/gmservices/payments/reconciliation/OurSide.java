package com.gmservices.payments.reconciliation;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Statement.Kind;
import com.gmservices.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the till has taken and given back, read from its tables. */
@Repository
class OurSide {

    private static final String CHARGES = """
            select a.id, a.payment, a.status = 'captured' as done, p.currency, a.finished_at as at,
              case when a.status = 'captured' then p.captured else p.amount end as amount
            from payments.attempt a
            join payments.payment p on p.tenant_id = a.tenant_id and p.id = a.payment
            where a.tenant_id = :tenant and a.gateway = :gateway
            """;

    private static final String REFUNDS = """
            select r.id, r.payment, r.status = 'succeeded' as done, r.currency, r.finished_at as at, r.amount
            from payments.refund r
            join payments.attempt a on a.tenant_id = r.tenant_id and a.payment = r.payment and a.status = 'captured'
            where r.tenant_id = :tenant and a.gateway = :gateway
            """;

    private final JdbcClient jdbc;

    OurSide(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Ours> charge(String gateway, UUID key) {
        return of(gateway, CHARGES + "and a.id = :key")
                .param("key", key)
                .query(OurSide::toOurs)
                .optional();
    }

    /** The one that took money first asked for, and then the newest. */
    Optional<Ours> charge(String gateway, String reference) {
        return of(gateway, CHARGES + """
                and a.gateway_reference = :reference order by a.status = 'captured' desc, a.id desc limit 1
                """)
                .param("reference", reference)
                .query(OurSide::toOurs)
                .optional();
    }

    Optional<Ours> refund(String gateway, UUID key) {
        return of(gateway, REFUNDS + "and r.id = :key")
                .param("key", key)
                .query(OurSide::toOurs)
                .optional();
    }

    Optional<Ours> refund(String gateway, String reference) {
        return of(gateway, REFUNDS + "and r.gateway_reference = :reference order by r.id limit 1")
                .param("reference", reference)
                .query(OurSide::toOurs)
                .optional();
    }

    /** Of a charge, where the gateway tells no more: one of that amount that no line is about yet. */
    Optional<Ours> refundOf(String gateway, UUID payment, Money amount) {
        return of(gateway, REFUNDS + """
                and r.payment = :payment and r.amount = :amount and r.currency = :currency
                and not exists (select from payments.movement m
                                where m.tenant_id = :tenant and m.kind = 'refund' and m.about = r.id)
                order by r.status = 'succeeded' desc, r.id limit 1
                """)
                .param("payment", payment)
                .param("amount", amount.amount())
                .param("currency", amount.currency().getCurrencyCode())
                .query(OurSide::toOurs)
                .optional();
    }

    /** About which payment a payer has complained. */
    Optional<UUID> disputed(String gateway, String reference) {
        return jdbc.sql("select payment from payments.dispute where tenant_id = ? and gateway = ? and reference = ?")
                .params(CurrentTenant.id().value(), gateway, reference)
                .query((row, index) -> row.getObject("payment", UUID.class))
                .optional();
    }

    /** What was taken on these days, and no line is about it. */
    List<Ours> missingCharges(String gateway, LocalDate first, LocalDate last, ZoneId zone) {
        return missing(
                gateway, CHARGES + "and a.status = 'captured' and a.finished_at", Kind.CHARGE, "a", first, last, zone);
    }

    List<Ours> missingRefunds(String gateway, LocalDate first, LocalDate last, ZoneId zone) {
        return missing(
                gateway, REFUNDS + "and r.status = 'succeeded' and r.finished_at", Kind.REFUND, "r", first, last, zone);
    }

    /**
     * What they have taken for good on these days, and no line is about it. What was taken before the first of all days
     * may stand in a line that was never asked for.
     */
    List<Ours> missingDisputes(String gateway, LocalDate since, LocalDate first, LocalDate last, ZoneId zone) {
        return of(gateway, """
                select d.id, d.payment, true as done, d.amount, d.currency, d.decided_at as at from payments.dispute d
                where d.tenant_id = :tenant and d.gateway = :gateway and d.held and d.stage in ('lost', 'accepted')
                  and d.opened_at >= :since and d.decided_at >= :from and d.decided_at < :to
                and not exists (select from payments.movement m where m.tenant_id = :tenant and m.kind = 'dispute'
                                and (m.about = d.id or m.about is not null and m.payment = d.payment))
                """)
                .param("since", utc(since.atStartOfDay(zone).toInstant()))
                .param("from", utc(first.atStartOfDay(zone).toInstant()))
                .param("to", utc(last.plusDays(1).atStartOfDay(zone).toInstant()))
                .query(OurSide::toOurs)
                .list();
    }

    private List<Ours> missing(
            String gateway, String moved, Kind kind, String row, LocalDate first, LocalDate last, ZoneId zone) {
        return of(gateway, moved + """
                 >= :from and %1$s.finished_at < :to
                and not exists (select from payments.movement m
                                where m.tenant_id = :tenant and m.kind = :kind and m.about = %1$s.id)
                """.formatted(row))
                .param("kind", Movements.code(kind))
                .param("from", utc(first.atStartOfDay(zone).toInstant()))
                .param("to", utc(last.plusDays(1).atStartOfDay(zone).toInstant()))
                .query(OurSide::toOurs)
                .list();
    }

    /** Those at which money was ever taken. */
    Set<String> gateways() {
        return Set.copyOf(jdbc.sql("""
                select distinct substr(address, length('clearing:') + 1) from payments.ledger_account
                where tenant_id = ? and heading = 'clearing'
                """)
                .param(CurrentTenant.id().value())
                .query(String.class)
                .list());
    }

    /** When money was first taken there; empty when it never was. */
    Optional<Instant> first(String gateway) {
        return jdbc.sql("""
                select min(finished_at) as at from payments.attempt
                where tenant_id = ? and gateway = ? and status = 'captured'
                """)
                .params(CurrentTenant.id().value(), gateway)
                .query((row, index) -> Optional.ofNullable(row.getObject("at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant))
                .single();
    }

    private JdbcClient.StatementSpec of(String gateway, String sql) {
        return jdbc.sql(sql).param("tenant", CurrentTenant.id().value()).param("gateway", gateway);
    }

    private static Ours toOurs(ResultSet row, int index) throws SQLException {
        OffsetDateTime at = row.getObject("at", OffsetDateTime.class);
        return new Ours(
                row.getObject("id", UUID.class),
                row.getObject("payment", UUID.class),
                row.getBoolean("done"),
                Money.of(row.getLong("amount"), row.getString("currency")),
                at == null ? null : at.toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
