package com.gmservices.payments;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import com.gmservices.payments.Payment.Failure;
import com.gmservices.payments.Refund.Status;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The refunds of the current tenant's payments. */
@Repository
class Refunds {

    private final JdbcClient jdbc;

    Refunds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** False when the key has asked for one already; waits for whoever is about to ask with it. */
    boolean add(Refund refund, String key, Instant askAt) {
        return jdbc.sql("""
                insert into payments.refund (tenant_id, id, payment, requested_by, key, currency, amount, reason, status,
                  ask_at, created_at)
                values (:tenant, :id, :payment, :requestedBy, :key, :currency, :amount, :reason, :status, :askAt, :now)
                on conflict do nothing
                """)
                        .param("tenant", CurrentTenant.id().value())
                        .param("id", refund.id().value())
                        .param("payment", refund.payment().value())
                        .param("requestedBy", refund.requestedBy().value())
                        .param("key", key)
                        .param("currency", refund.amount().currency().getCurrencyCode())
                        .param("amount", refund.amount().amount())
                        .param("reason", refund.reason())
                        .param("status", refund.status().code())
                        .param("askAt", utc(askAt))
                        .param("now", utc(refund.createdAt()))
                        .update()
                == 1;
    }

    /** False when it has its answer already. */
    boolean close(RefundId id, Status to, @Nullable String reference, @Nullable Failure failure, Instant now) {
        return jdbc.sql("""
                update payments.refund
                set status = :to, gateway_reference = coalesce(:reference, gateway_reference),
                    failure_code = :failureCode, failure_message = :failureMessage, ask_at = null, attention = null,
                    finished_at = :now
                where tenant_id = :tenant and id = :id and status = 'pending'
                """)
                        .param("to", to.code())
                        .param("reference", reference)
                        .param("failureCode", failure == null ? null : failure.code())
                        .param("failureMessage", failure == null ? null : failure.message())
                        .param("now", utc(now))
                        .param("tenant", CurrentTenant.id().value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    /** What the gateway calls it, from now on. */
    void name(RefundId id, String reference) {
        jdbc.sql("update payments.refund set gateway_reference = ? where tenant_id = ? and id = ?")
                .params(reference, CurrentTenant.id().value(), id.value())
                .update();
    }

    /** False when it was known to wait for that. */
    boolean attend(RefundId id, String what) {
        return jdbc.sql("""
                update payments.refund set attention = :what
                where tenant_id = :tenant and id = :id and status = 'pending' and attention is distinct from :what
                """)
                        .param("what", what)
                        .param("tenant", CurrentTenant.id().value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    List<RefundId> pending(PaymentId payment) {
        return jdbc.sql("select id from payments.refund where tenant_id = ? and payment = ? and status = 'pending'")
                .params(CurrentTenant.id().value(), payment.value())
                .query((row, index) -> new RefundId(row.getObject("id", UUID.class)))
                .list();
    }

    Optional<Refund> findByReference(String reference) {
        return jdbc.sql("select * from payments.refund where tenant_id = ? and gateway_reference = ?")
                .params(CurrentTenant.id().value(), reference)
                .query(Refunds::toRefund)
                .optional();
    }

    /** True for one of those who found it due. */
    boolean claim(Refund refund, Instant next) {
        return jdbc.sql("""
                update payments.refund set asked = asked + 1, ask_at = :next
                where tenant_id = :tenant and id = :id and asked = :seen and status = 'pending'
                """)
                        .param("next", utc(next))
                        .param("tenant", CurrentTenant.id().value())
                        .param("id", refund.id().value())
                        .param("seen", refund.asked())
                        .update()
                == 1;
    }

    List<Refund> due(Instant now, int limit) {
        return jdbc.sql("select * from payments.refund where tenant_id = ? and ask_at <= ? order by ask_at limit ?")
                .params(CurrentTenant.id().value(), utc(now), limit)
                .query(Refunds::toRefund)
                .list();
    }

    Optional<Refund> find(RefundId id) {
        return jdbc.sql("select * from payments.refund where tenant_id = ? and id = ?")
                .params(CurrentTenant.id().value(), id.value())
                .query(Refunds::toRefund)
                .optional();
    }

    Optional<Refund> findByKey(PaymentId payment, MemberId requestedBy, String key) {
        return jdbc.sql("""
                select * from payments.refund where tenant_id = ? and payment = ? and requested_by = ? and key = ?
                """)
                .params(CurrentTenant.id().value(), payment.value(), requestedBy.value(), key)
                .query(Refunds::toRefund)
                .optional();
    }

    /** Of all payments or one, of all payers or one. */
    Page<Refund> list(@Nullable PaymentId payment, @Nullable MemberId payer, Cursor cursor, int limit) {
        List<Refund> rows = jdbc.sql("""
                select r.* from payments.refund r
                join payments.payment p on p.tenant_id = r.tenant_id and p.id = r.payment
                where r.tenant_id = :tenant and r.id < :after %s %s
                order by r.id desc limit :limit
                """.formatted(
                        payment == null ? "" : "and r.payment = :payment", payer == null ? "" : "and p.payer = :payer"))
                .param("tenant", CurrentTenant.id().value())
                .param("after", cursor.after())
                .param("payment", payment == null ? null : payment.value())
                .param("payer", payer == null ? null : payer.value())
                .param("limit", limit + 1)
                .query(Refunds::toRefund)
                .list();
        return Page.of(rows, limit, refund -> refund.id().value());
    }

    private static Refund toRefund(ResultSet row, int index) throws SQLException {
        String failure = row.getString("failure_code");
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Refund(
                new RefundId(row.getObject("id", UUID.class)),
                new PaymentId(row.getObject("payment", UUID.class)),
                new MemberId(row.getObject("requested_by", UUID.class)),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getString("reason"),
                Status.of(row.getString("status")),
                row.getString("gateway_reference"),
                failure == null ? null : new Failure(failure, row.getString("failure_message")),
                row.getString("attention"),
                row.getInt("asked"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
