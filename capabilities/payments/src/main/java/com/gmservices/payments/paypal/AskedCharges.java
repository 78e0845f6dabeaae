package com.gmservices.payments.paypal;

import com.gmservices.payments.paypal.AskedCharge.Stage;
import com.gmservices.tenancy.CurrentTenant;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The charges that PayPal was asked for. It knows an order by its own name only, and leaves it to us whether what a
 * payer has approved is taken: that a charge was called off is known nowhere but here.
 */
@Repository
class AskedCharges {

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    AskedCharges(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** As it is from now on, which for a known one is as it was. */
    AskedCharge begin(UUID key, Stage stage) {
        return inTransaction(() -> {
            add(key, stage);
            return read(key).orElseThrow();
        });
    }

    Optional<AskedCharge> find(UUID key) {
        return inTransaction(() -> read(key));
    }

    void name(UUID key, String order) {
        change(key, "order_id = :order", "order_id is null", spec -> spec.param("order", order));
    }

    /** False when it was called off or declined meanwhile. */
    boolean take(UUID key) {
        return change(key, "stage = 'taking'", "stage in ('asked', 'taking')", spec -> spec);
    }

    void decline(UUID key, String reason) {
        change(
                key,
                "stage = 'declined', reason = :reason",
                "stage <> 'declined'",
                spec -> spec.param("reason", reason));
    }

    /** As it is afterwards: not called off when somebody has begun to take it, or it was declined. */
    AskedCharge callOff(UUID key) {
        return inTransaction(() -> {
            add(key, Stage.CALLED_OFF);
            change(key, "stage = 'called_off'", "stage = 'asked'", spec -> spec);
            return read(key).orElseThrow();
        });
    }

    void renew(UUID key, String authorization, Instant next) {
        change(
                key,
                "authorization_id = :authorization, renew_at = :next",
                "true",
                spec -> spec.param("authorization", authorization).param("next", next.atOffset(ZoneOffset.UTC)));
    }

    void renewLater(UUID key, Instant next) {
        change(key, "renew_at = :next", "true", spec -> spec.param("next", next.atOffset(ZoneOffset.UTC)));
    }

    /** Once nothing is held any more of what we had begun to take. */
    void release(UUID key) {
        change(key, "stage = 'called_off'", "stage in ('asked', 'taking')", spec -> spec);
    }

    private void add(UUID key, Stage stage) {
        jdbc.sql("""
                insert into payments.paypal_charge (tenant_id, id, stage, asked_at) values (?, ?, ?, ?)
                on conflict do nothing
                """)
                .params(
                        CurrentTenant.id().value(),
                        key,
                        stage.name().toLowerCase(Locale.ROOT),
                        clock.instant().atOffset(ZoneOffset.UTC))
                .update();
    }

    @FunctionalInterface
    private interface Params {
        StatementSpec on(StatementSpec spec);
    }

    private boolean change(UUID key, String set, String where, Params params) {
        String sql = "update payments.paypal_charge set %s where tenant_id = :tenant and id = :id and %s"
                .formatted(set, where);
        return inTransaction(() -> params.on(jdbc.sql(sql)
                                .param("tenant", CurrentTenant.id().value())
                                .param("id", key))
                        .update()
                == 1);
    }

    private Optional<AskedCharge> read(UUID key) {
        return jdbc.sql("select * from payments.paypal_charge where tenant_id = ? and id = ?")
                .params(CurrentTenant.id().value(), key)
                .query(AskedCharges::toCharge)
                .optional();
    }

    private static AskedCharge toCharge(ResultSet row, int index) throws SQLException {
        OffsetDateTime renewAt = row.getObject("renew_at", OffsetDateTime.class);
        return new AskedCharge(
                row.getObject("id", UUID.class),
                row.getString("order_id"),
                Stage.valueOf(row.getString("stage").toUpperCase(Locale.ROOT)),
                row.getString("reason"),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                row.getString("authorization_id"),
                renewAt == null ? null : renewAt.toInstant());
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transactions.execute(status -> work.get());
    }
}
