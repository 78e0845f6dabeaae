package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.payments.Attempt.Status;
import com.gmservices.payments.Payment.Failure;
import com.gmservices.tenancy.CurrentTenant;
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

/** The attempts of the current tenant's payments. The one that is open is its payment's lock: whoever moves it, decides. */
@Repository
class Attempts {

    private final JdbcClient jdbc;

    Attempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** With a new payment. Empty when that cannot be added. */
    Optional<Attempt> startWith(Payment payment, String key, Try with) {
        return Payments.adding(jdbc, "with added as (" + Payments.ADD + """
                returning tenant_id, id, gateway, key)
                insert into payments.attempt
                  (tenant_id, id, payment, gateway, number, key, method, saved, keep, status, look_up_at, started_at)
                select tenant_id, :attempt, id, gateway, 1, key, :method, :saved, :keep, 'started', :lookUpAt, :now
                from added
                returning *
                """, payment, key)
                .param("attempt", AttemptId.next().value())
                .param("method", with.method())
                .param("saved", with.saved())
                .param("keep", with.keep())
                .param("lookUpAt", utc(payment.createdAt().plus(Attempt.LONGEST_CALL)))
                .query(Attempts::toAttempt)
                .optional();
    }

    /** Who does not come back with an answer is looked up after the longest call. */
    Attempt start(PaymentId payment, String gateway, Try with, @Nullable String key, Instant now) {
        return jdbc.sql("""
                insert into payments.attempt
                  (tenant_id, id, payment, gateway, number, key, method, saved, keep, status, look_up_at, started_at)
                select :tenant, :id, :payment, :gateway, count(*) + 1, :key, :method, :saved, :keep, 'started', :lookUpAt,
                  :now
                from payments.attempt where tenant_id = :tenant and payment = :payment
                returning *
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", AttemptId.next().value())
                .param("payment", payment.value())
                .param("key", key)
                .param("gateway", gateway)
                .param("method", with.method())
                .param("saved", with.saved())
                .param("keep", with.keep())
                .param("lookUpAt", utc(now.plus(Attempt.LONGEST_CALL)))
                .param("now", utc(now))
                .query(Attempts::toAttempt)
                .single();
    }

    /**
     * Nothing was taken with it: {@link Payments#take}. Its payment, locked, for whoever has moved the attempt while we
     * waited may have moved that too. Empty when the attempt is closed already.
     */
    Optional<Payment> close(Attempt attempt, Status to, @Nullable Failure failure, Instant now) {
        return jdbc.sql("""
                with closed as (
                    update payments.attempt
                    set status = :to, failure_code = :failureCode, failure_message = :failureMessage,
                        look_up_at = null, finished_at = :now
                    where tenant_id = :tenant and id = :id and look_up_at is not null
                    returning payment)
                select p.* from closed join payments.payment p on p.tenant_id = :tenant and p.id = closed.payment
                for update of p
                """)
                .param("to", to.code())
                .param("failureCode", failure == null ? null : failure.code())
                .param("failureMessage", failure == null ? null : failure.message())
                .param("now", utc(now))
                .param("tenant", CurrentTenant.id().value())
                .param("id", attempt.id().value())
                .query(Payments::toPayment)
                .optional();
    }

    /** The open attempt waits for something else from now on. False when it is not in one of these states any more. */
    boolean await(Attempt attempt, List<Status> from, Status to, @Nullable String reference, Instant lookUpAt) {
        return jdbc.sql("""
                update payments.attempt set status = :to, look_up_at = :lookUpAt,
                  gateway_reference = coalesce(:reference, gateway_reference)
                where tenant_id = :tenant and id = :id and status = any (:from)
                """)
                        .param("to", to.code())
                        .param("lookUpAt", utc(lookUpAt))
                        .param("reference", reference)
                        .param("tenant", CurrentTenant.id().value())
                        .param("id", attempt.id().value())
                        .param("from", from.stream().map(Status::code).toArray(String[]::new))
                        .update()
                == 1;
    }

    /** False when the money is not waiting to be captured any more. */
    boolean capture(Attempt attempt, Money amount, Instant lookUpAt) {
        return jdbc.sql("""
                update payments.attempt set status = 'capturing', capturing = :amount, look_up_at = :lookUpAt
                where tenant_id = :tenant and id = :id and status = 'reserved'
                """)
                        .param("amount", amount.amount())
                        .param("lookUpAt", utc(lookUpAt))
                        .param("tenant", CurrentTenant.id().value())
                        .param("id", attempt.id().value())
                        .update()
                == 1;
    }

    /**
     * What was given up has taken money after all: it becomes the only attempt of a payment of its own. False when that
     * was seen before.
     */
    boolean takenLate(Attempt attempt, PaymentId by, String reference, Instant now) {
        return jdbc.sql("""
                update payments.attempt set status = 'captured', payment = :by, number = 1, gateway_reference = :reference,
                  failure_code = null, failure_message = null, finished_at = :now
                where tenant_id = :tenant and id = :id and status in ('canceled', 'declined')
                """)
                        .param("by", by.value())
                        .param("reference", reference)
                        .param("now", utc(now))
                        .param("tenant", CurrentTenant.id().value())
                        .param("id", attempt.id().value())
                        .update()
                == 1;
    }

    /** True for one of those who found it due. */
    boolean claim(Attempt attempt, Instant next) {
        return jdbc.sql("""
                update payments.attempt set look_ups = look_ups + 1, look_up_at = :next
                where tenant_id = :tenant and id = :id and look_ups = :seen and look_up_at is not null
                """)
                        .param("next", utc(next))
                        .param("tenant", CurrentTenant.id().value())
                        .param("id", attempt.id().value())
                        .param("seen", attempt.lookUps())
                        .update()
                == 1;
    }

    List<Attempt> due(Instant now, int limit) {
        return jdbc.sql("""
                select * from payments.attempt where tenant_id = ? and look_up_at <= ? order by look_up_at limit ?
                """)
                .params(CurrentTenant.id().value(), utc(now), limit)
                .query(Attempts::toAttempt)
                .list();
    }

    Optional<Attempt> find(AttemptId id) {
        return jdbc.sql("select * from payments.attempt where tenant_id = ? and id = ?")
                .params(CurrentTenant.id().value(), id.value())
                .query(Attempts::toAttempt)
                .optional();
    }

    Optional<Attempt> findByKey(PaymentId payment, String key) {
        return jdbc.sql("select * from payments.attempt where tenant_id = ? and payment = ? and key = ?")
                .params(CurrentTenant.id().value(), payment.value(), key)
                .query(Attempts::toAttempt)
                .optional();
    }

    Optional<Attempt> findOpen(PaymentId payment) {
        return jdbc.sql("""
                select * from payments.attempt
                where tenant_id = ? and payment = ?
                  and status in ('started', 'unknown', 'awaiting_customer', 'reserved', 'capturing')
                """)
                .params(CurrentTenant.id().value(), payment.value())
                .query(Attempts::toAttempt)
                .optional();
    }

    Optional<Attempt> findByReference(String gateway, String reference) {
        return jdbc.sql("""
                select * from payments.attempt where tenant_id = ? and gateway = ? and gateway_reference = ?
                order by id desc limit 1
                """)
                .params(CurrentTenant.id().value(), gateway, reference)
                .query(Attempts::toAttempt)
                .optional();
    }

    List<Attempt> of(PaymentId payment) {
        return jdbc.sql("select * from payments.attempt where tenant_id = ? and payment = ? order by number desc")
                .params(CurrentTenant.id().value(), payment.value())
                .query(Attempts::toAttempt)
                .list();
    }

    private static Attempt toAttempt(ResultSet row, int index) throws SQLException {
        String failure = row.getString("failure_code");
        OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
        return new Attempt(
                new AttemptId(row.getObject("id", UUID.class)),
                new PaymentId(row.getObject("payment", UUID.class)),
                row.getString("gateway"),
                row.getInt("number"),
                new Try(row.getString("method"), row.getObject("saved", UUID.class), row.getBoolean("keep")),
                Status.of(row.getString("status")),
                row.getString("gateway_reference"),
                row.getObject("capturing", Long.class),
                failure == null ? null : new Failure(failure, row.getString("failure_message")),
                row.getInt("look_ups"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                finished == null ? null : finished.toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
