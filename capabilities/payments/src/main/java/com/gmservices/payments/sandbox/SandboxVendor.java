package com.gmservices.payments.sandbox;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.sandbox.SandboxCharge.Status;
import com.gmservices.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Keeps its side of the truth in transactions of its own, for a vendor does not roll back with us. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class SandboxVendor {

    private final JdbcClient jdbc;
    private final Clock clock;

    SandboxVendor(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    SandboxCharge charge(Charge charge) {
        switch (charge.method()) {
            case SandboxGateway.OK, SandboxGateway.SILENT -> enter(charge, Status.CAPTURED);
            case SandboxGateway.ACTION -> enter(charge, Status.AWAITING_CUSTOMER);
            default -> enter(charge, Status.DECLINED);
        }
        return find(charge.key()).orElseThrow();
    }

    /** One key is one line, whoever comes second. */
    private void enter(Charge charge, Status status) {
        insert(charge.key(), charge.method(), charge.amount(), charge.description(), charge.returnTo(), status);
    }

    /** A charge of which nothing is known yet gets a line too, so that it finds its key spent when it arrives. */
    SandboxCharge cancel(UUID key) {
        insert(key, "", Money.of(0, "XXX"), "", "", Status.CANCELED);
        move(key, Status.CANCELED, null);
        return find(key).orElseThrow();
    }

    void approve(UUID key) {
        move(key, Status.CAPTURED, null);
    }

    void decline(UUID key) {
        move(key, Status.DECLINED, "authentication_failed");
    }

    Optional<SandboxCharge> find(UUID key) {
        return jdbc.sql("select * from payments.sandbox_charge where tenant_id = ? and id = ?")
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
                .params(tenant, key, charge, amount.amount(), clock.instant().atOffset(ZoneOffset.UTC))
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
                  and refunded + :amount <= amount
                """)
                        .param("amount", amount.amount())
                        .param("currency", amount.currency().getCurrencyCode())
                        .param("tenant", CurrentTenant.id().value())
                        .param("id", charge)
                        .update()
                == 1;
    }

    private void insert(UUID key, String token, Money amount, String description, String returnTo, Status status) {
        jdbc.sql("""
                insert into payments.sandbox_charge
                  (tenant_id, id, token, currency, amount, description, return_to, status, created_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                """)
                .params(
                        CurrentTenant.id().value(),
                        key,
                        token,
                        amount.currency().getCurrencyCode(),
                        amount.amount(),
                        description,
                        returnTo,
                        status.code(),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    private void move(UUID key, Status status, @Nullable String reason) {
        jdbc.sql("""
                update payments.sandbox_charge set status = :status, reason = :reason
                where tenant_id = :tenant and id = :id and status = 'awaiting_customer'
                """)
                .param("status", status.code())
                .param("reason", reason)
                .param("tenant", CurrentTenant.id().value())
                .param("id", key)
                .update();
    }

    private static SandboxCharge toCharge(ResultSet row, int index) throws SQLException {
        return new SandboxCharge(
                row.getObject("id", UUID.class),
                Money.of(row.getLong("amount"), row.getString("currency")),
                row.getString("description"),
                row.getString("return_to"),
                Status.of(row.getString("status")),
                row.getString("reason"));
    }
}
