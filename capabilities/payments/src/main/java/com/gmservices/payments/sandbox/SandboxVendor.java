package com.gmservices.payments.sandbox;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.Means;
import com.gmservices.payments.sandbox.SandboxCharge.Status;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.LoneStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps its side of the truth in transactions of its own, for a vendor does not roll back with us. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class SandboxVendor {

    private static final String FIND = "select * from payments.sandbox_charge where tenant_id = ? and id = ?";

    private final JdbcClient jdbc;
    private final LoneStatement alone;
    private final SandboxWallet wallet;
    private final Clock clock;

    SandboxVendor(JdbcClient jdbc, LoneStatement alone, SandboxWallet wallet, Clock clock) {
        this.jdbc = jdbc;
        this.alone = alone;
        this.wallet = wallet;
        this.clock = clock;
    }

    /** Each statement by itself, as one that comes second finds what the first has entered. */
    @Transactional(propagation = Propagation.NOT_SUPPORTED)
    SandboxCharge charge(Charge charge) {
        Means saved = charge.saved();
        Status status = switch (saved == null ? charge.method() : wallet.card(saved)) {
            case SandboxGateway.OK, SandboxGateway.SILENT -> charge.reserve() ? Status.RESERVED : Status.CAPTURED;
            case SandboxGateway.ACTION, SandboxGateway.HOSTED -> Status.AWAITING_CUSTOMER;
            default -> Status.DECLINED;
        };
        return enter(charge, status).or(() -> entered(charge.key())).orElseThrow();
    }

    /** One key is one line; empty for whoever comes second. When it is lost, so is what we have written of the answer. */
    private Optional<SandboxCharge> enter(Charge charge, Status status) {
        Instant now = clock.instant();
        Money captured = status == Status.CAPTURED ? charge.amount() : null;
        int entered = alone.updateInPassing(
                """
                insert into payments.sandbox_charge (tenant_id, id, token, currency, amount, reserve, captured,
                  captured_at, description, return_to, status, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict do nothing
                """,
                CurrentTenant.id().value(),
                charge.key(),
                charge.method(),
                charge.amount().currency().getCurrencyCode(),
                charge.amount().amount(),
                charge.reserve(),
                captured == null ? null : captured.amount(),
                captured == null ? null : now.atOffset(ZoneOffset.UTC),
                charge.description(),
                charge.returnTo().toString(),
                status.code(),
                now.atOffset(ZoneOffset.UTC));
        return entered == 0
                ? Optional.empty()
                : Optional.of(new SandboxCharge(
                        charge.key(),
                        charge.method(),
                        charge.amount(),
                        charge.reserve(),
                        captured,
                        Money.zero(charge.amount().currency()),
                        charge.description(),
                        charge.returnTo().toString(),
                        status,
                        null,
                        null,
                        now));
    }

    private Optional<SandboxCharge> entered(UUID key) {
        return alone.query(FIND, SandboxVendor::toCharge, CurrentTenant.id().value(), key);
    }

    /** A charge of which nothing is known yet gets a line too, so that it finds its key spent when it arrives. */
    SandboxCharge cancel(UUID key) {
        jdbc.sql("""
                insert into payments.sandbox_charge
                  (tenant_id, id, token, currency, amount, description, return_to, status, created_at)
                values (?, ?, '', 'XXX', 0, '', '', 'canceled', ?) on conflict do nothing
                """).params(CurrentTenant.id().value(), key, now()).update();
        jdbc.sql("""
                update payments.sandbox_charge set status = 'canceled'
                where tenant_id = ? and id = ? and status in ('awaiting_customer', 'reserved')
                """).params(CurrentTenant.id().value(), key).update();
        return find(key).orElseThrow();
    }

    /** What nobody has taken in time is let go. */
    void lapse(UUID key) {
        jdbc.sql("""
                update payments.sandbox_charge set status = 'canceled'
                where tenant_id = ? and id = ? and status = 'reserved' and created_at <= ?
                """)
                .params(CurrentTenant.id().value(), key, now().minus(SandboxCharge.RESERVED_FOR))
                .update();
    }

    /** The same again for one that was captured before. Empty when nothing is reserved. */
    Optional<SandboxCharge> capture(UUID key, Money amount) {
        jdbc.sql("""
                update payments.sandbox_charge set status = 'captured', captured = :amount, captured_at = :now
                where tenant_id = :tenant and id = :id and status = 'reserved' and currency = :currency
                  and amount >= :amount
                """)
                .param("amount", amount.amount())
                .param("now", now())
                .param("currency", amount.currency().getCurrencyCode())
                .param("tenant", CurrentTenant.id().value())
                .param("id", key)
                .update();
        return find(key).filter(charge -> charge.status() == Status.CAPTURED);
    }

    void approve(UUID key) {
        jdbc.sql("""
                update payments.sandbox_charge
                set status = case when reserve then 'reserved' else 'captured' end,
                    captured = case when reserve then null else amount end,
                    captured_at = case when reserve then null else ?::timestamptz end
                where tenant_id = ? and id = ? and status = 'awaiting_customer'
                """).params(now(), CurrentTenant.id().value(), key).update();
    }

    /** The payer has not confirmed it. */
    void decline(UUID key) {
        decline(key, "authentication_failed");
    }

    void decline(UUID key, String reason) {
        jdbc.sql("""
                update payments.sandbox_charge set status = 'declined', reason = ?
                where tenant_id = ? and id = ? and status = 'awaiting_customer'
                """).params(reason, CurrentTenant.id().value(), key).update();
    }

    Optional<SandboxCharge> find(UUID key) {
        return jdbc.sql(FIND)
                .params(CurrentTenant.id().value(), key)
                .query(SandboxVendor::toCharge)
                .optional();
    }

    /** False when that is more than is left of the charge. A key gets the answer of its first time. */
    boolean refund(UUID key, UUID charge, Money amount) {
        UUID tenant = CurrentTenant.id().value();
        int first = jdbc.sql("""
                insert into payments.sandbox_refund (tenant_id, id, charge, amount, refused, created_at)
                values (?, ?, ?, ?, true, ?) on conflict do nothing
                """)
                .params(tenant, key, charge, amount.amount(), now())
                .update();
        if (first == 1 && giveBack(charge, amount)) {
            jdbc.sql("update payments.sandbox_refund set refused = false where tenant_id = ? and id = ?")
                    .params(tenant, key)
                    .update();
        }
        return jdbc.sql("select not refused from payments.sandbox_refund where tenant_id = ? and id = ?")
                .params(tenant, key)
                .query(Boolean.class)
                .single();
    }

    private boolean giveBack(UUID charge, Money amount) {
        return jdbc.sql("""
                update payments.sandbox_charge set refunded = refunded + :amount
                where tenant_id = :tenant and id = :id and status = 'captured' and currency = :currency
                  and refunded + :amount <= captured
                """)
                        .param("amount", amount.amount())
                        .param("currency", amount.currency().getCurrencyCode())
                        .param("tenant", CurrentTenant.id().value())
                        .param("id", charge)
                        .update()
                == 1;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    static SandboxCharge toCharge(ResultSet row, int index) throws SQLException {
        String currency = row.getString("currency");
        Long captured = row.getObject("captured", Long.class);
        Long stated = row.getObject("stated", Long.class);
        return new SandboxCharge(
                row.getObject("id", UUID.class),
                row.getString("token"),
                Money.of(row.getLong("amount"), currency),
                row.getBoolean("reserve"),
                captured == null ? null : Money.of(captured, currency),
                Money.of(row.getLong("refunded"), currency),
                row.getString("description"),
                row.getString("return_to"),
                Status.of(row.getString("status")),
                row.getString("reason"),
                stated == null ? null : Money.of(stated, currency),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }
}
