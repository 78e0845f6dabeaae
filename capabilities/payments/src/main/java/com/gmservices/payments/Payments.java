package com.gmservices.payments;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import com.gmservices.payments.Payment.Failure;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The payments of the current tenant. */
@Repository
class Payments {

    static final String ADD = """
            insert into payments.payment (tenant_id, id, kind, subject, reference, page, payer, started_by, key, gateway,
              currency, amount, captured, capture, link, status, created_at, changed_at)
            values (:tenant, :id, :kind, :subject, :reference, :page, :payer, :startedBy, :key, :gateway,
              :currency, :amount, :captured, :capture, :link, :status, :now, :now)
            on conflict do nothing
            """;

    private final JdbcClient jdbc;

    Payments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * False when the key has started a payment already, or another one for the same thing is open. Waits for whoever is
     * about to start or end one.
     */
    boolean add(Payment payment, String key) {
        return adding(jdbc, ADD, payment, key).update() == 1;
    }

    static JdbcClient.StatementSpec adding(JdbcClient jdbc, String sql, Payment payment, String key) {
        return jdbc.sql(sql)
                .param("tenant", payment.tenant().value())
                .param("id", payment.id().value())
                .param("kind", payment.kind())
                .param("subject", payment.subject())
                .param("reference", payment.reference())
                .param("page", payment.page())
                .param("payer", payment.payer().value())
                .param("startedBy", payment.startedBy().value())
                .param("key", key)
                .param("gateway", payment.gateway())
                .param("currency", payment.amount().currency().getCurrencyCode())
                .param("amount", payment.amount().amount())
                .param("captured", payment.captured().amount())
                .param("capture", payment.capture().code())
                .param("link", payment.link())
                .param("status", payment.status().code())
                .param("now", utc(payment.createdAt()));
    }

    /** False when the payment was moved by somebody else since it was read. */
    boolean replace(Payment payment) {
        Failure failure = payment.failure();
        Instant reservedUntil = payment.reservedUntil();
        return jdbc.sql("""
                update payments.payment
                set status = :status, gateway = :gateway, captured = :captured, continue_at = :continueAt,
                    reserved_until = :reservedUntil, failure_code = :failureCode, failure_message = :failureMessage,
                    changed_at = :changedAt, revision = :revision
                where tenant_id = :tenant and id = :id and revision = :revision - 1
                """)
                        .param("status", payment.status().code())
                        .param("captured", payment.captured().amount())
                        .param("gateway", payment.gateway())
                        .param("continueAt", payment.continueAt())
                        .param("reservedUntil", reservedUntil == null ? null : utc(reservedUntil))
                        .param("failureCode", failure == null ? null : failure.code())
                        .param("failureMessage", failure == null ? null : failure.message())
                        .param("changedAt", utc(payment.changedAt()))
                        .param("revision", payment.revision())
                        .param("tenant", payment.tenant().value())
                        .param("id", payment.id().value())
                        .update()
                == 1;
    }

    /** @param before what other payments have taken for the same thing */
    record Taken(Payment payment, Money before) {}

    /** Closes the attempt with which money was taken. Empty when it is closed already. */
    Optional<Taken> take(Attempt attempt, Captured captured, Instant now) {
        return jdbc.sql("""
                with closed as (
                    update payments.attempt
                    set status = 'captured', gateway_reference = :reference, look_up_at = null, finished_at = :now
                    where tenant_id = :tenant and id = :attempt and look_up_at is not null
                    returning payment)
                update payments.payment p
                set status = 'succeeded', captured = :amount, continue_at = null, reserved_until = null,
                    failure_code = null, failure_message = null, changed_at = :now, revision = p.revision + 1
                from closed where p.tenant_id = :tenant and p.id = closed.payment
                returning p.*,
                    (select coalesce(sum(b.captured), 0) from payments.payment b
                     where b.tenant_id = p.tenant_id and b.kind = p.kind and b.subject = p.subject
                       and b.currency = p.currency and b.id <> p.id) as taken_before
                """)
                .param("reference", captured.reference())
                .param("amount", captured.amount().amount())
                .param("now", utc(now))
                .param("tenant", CurrentTenant.id().value())
                .param("attempt", attempt.id().value())
                .query((row, index) -> {
                    Payment payment = toPayment(row, index);
                    return new Taken(
                            payment,
                            new Money(
                                    row.getLong("taken_before"),
                                    payment.amount().currency()));
                })
                .optional();
    }

    /** Empty when less than that is left to give back. */
    Optional<Payment> reserve(PaymentId id, Money refund, Instant now) {
        return give(id, "refunding = refunding + :amount", "refunded + refunding + :amount <= captured", refund, now);
    }

    Payment refunded(PaymentId id, Money refund, Instant now) {
        return give(id, "refunding = refunding - :amount, refunded = refunded + :amount", "true", refund, now)
                .orElseThrow();
    }

    Payment notRefunded(PaymentId id, Money refund, Instant now) {
        return give(id, "refunding = refunding - :amount", "true", refund, now).orElseThrow();
    }

    private Optional<Payment> give(PaymentId id, String change, String condition, Money refund, Instant now) {
        return jdbc.sql("""
                update payments.payment set %s, revision = revision + 1, changed_at = :now
                where tenant_id = :tenant and id = :id and currency = :currency and %s
                returning *
                """.formatted(change, condition))
                .param("amount", refund.amount())
                .param("currency", refund.currency().getCurrencyCode())
                .param("now", utc(now))
                .param("tenant", CurrentTenant.id().value())
                .param("id", id.value())
                .query(Payments::toPayment)
                .optional();
    }

    Optional<Payment> find(PaymentId id) {
        return jdbc.sql("select * from payments.payment where tenant_id = ? and id = ?")
                .params(CurrentTenant.id().value(), id.value())
                .query(Payments::toPayment)
                .optional();
    }

    List<Payment> findAll(Collection<UUID> ids) {
        return jdbc.sql("select * from payments.payment where tenant_id = ? and id = any (?)")
                .params(CurrentTenant.id().value(), ids.toArray(UUID[]::new))
                .query(Payments::toPayment)
                .list();
    }

    Optional<Payment> findByKey(MemberId startedBy, String key) {
        return jdbc.sql("select * from payments.payment where tenant_id = ? and started_by = ? and key = ?")
                .params(CurrentTenant.id().value(), startedBy.value(), key)
                .query(Payments::toPayment)
                .optional();
    }

    /** The newest that was made through it. */
    Optional<Payment> findByLink(UUID link) {
        return jdbc.sql("select * from payments.payment where tenant_id = ? and link = ? order by id desc limit 1")
                .params(CurrentTenant.id().value(), link)
                .query(Payments::toPayment)
                .optional();
    }

    Optional<Payment> findOpen(String kind, UUID subject) {
        return jdbc.sql("""
                select * from payments.payment where tenant_id = ? and kind = ? and subject = ?
                and status in ('requires_payment_method', 'requires_action', 'processing', 'unknown', 'requires_capture')
                """)
                .params(CurrentTenant.id().value(), kind, subject)
                .query(Payments::toPayment)
                .optional();
    }

    /** The newest first. */
    Page<Payment> list(PaymentFilter filter, Cursor cursor, int limit) {
        List<Payment> rows = jdbc.sql("""
                select * from payments.payment where tenant_id = :tenant and id < :after %s order by id desc limit :limit
                """.formatted(filter.conditions()))
                .param("tenant", CurrentTenant.id().value())
                .param("after", cursor.after())
                .param("limit", limit + 1)
                .params(filter.values())
                .query(Payments::toPayment)
                .list();
        return Page.of(rows, limit, payment -> payment.id().value());
    }

    /** What was taken for a thing, whatever was given back of it. */
    Money taken(String kind, UUID subject, Currency currency) {
        return jdbc.sql("""
                select coalesce(sum(captured), 0) from payments.payment
                where tenant_id = ? and kind = ? and subject = ? and currency = ?
                """)
                .params(CurrentTenant.id().value(), kind, subject, currency.getCurrencyCode())
                .query((row, index) -> new Money(row.getLong(1), currency))
                .single();
    }

    static Payment toPayment(ResultSet row, int index) throws SQLException {
        String currency = row.getString("currency");
        String failure = row.getString("failure_code");
        OffsetDateTime reservedUntil = row.getObject("reserved_until", OffsetDateTime.class);
        return new Payment(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                new PaymentId(row.getObject("id", UUID.class)),
                row.getString("kind"),
                row.getObject("subject", UUID.class),
                row.getString("reference"),
                row.getString("page"),
                new MemberId(row.getObject("payer", UUID.class)),
                new MemberId(row.getObject("started_by", UUID.class)),
                row.getString("gateway"),
                Money.of(row.getLong("amount"), currency),
                Money.of(row.getLong("captured"), currency),
                Money.of(row.getLong("refunded"), currency),
                Money.of(row.getLong("refunding"), currency),
                CaptureMethod.of(row.getString("capture")),
                row.getObject("link", UUID.class),
                PaymentStatus.of(row.getString("status")),
                row.getString("continue_at"),
                reservedUntil == null ? null : reservedUntil.toInstant(),
                failure == null ? null : new Failure(failure, row.getString("failure_message")),
                row.getInt("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
