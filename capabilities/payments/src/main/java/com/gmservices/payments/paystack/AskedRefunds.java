package com.gmservices.payments.paystack;

import com.gmservices.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionTemplate;

/** Which refunds Paystack was asked for lately. */
@Repository
class AskedRefunds {

    /** A call takes less than half a minute, and what came of it is listed at once. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private final JdbcClient jdbc;
    private final TransactionTemplate transactions;
    private final Clock clock;

    AskedRefunds(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** True for one of those who come at once, and for nobody else until some time has passed. */
    boolean mayAsk(UUID refund) {
        return transactions.execute(status -> note(refund)) == 1;
    }

    private int note(UUID refund) {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return jdbc.sql("""
                insert into payments.paystack_refund as asked (tenant_id, id, asked_at) values (:tenant, :id, :now)
                on conflict (tenant_id, id) do update set asked_at = excluded.asked_at where asked.asked_at <= :before
                """)
                .param("tenant", CurrentTenant.id().value())
                .param("id", refund)
                .param("now", now)
                .param("before", now.minus(PATIENCE))
                .update();
    }

    /** For one that has surely not arrived. */
    void forget(UUID refund) {
        transactions.executeWithoutResult(
                status -> jdbc.sql("delete from payments.paystack_refund where tenant_id = ? and id = ?")
                        .params(CurrentTenant.id().value(), refund)
                        .update());
    }
}
