package com.gmservices.operations;

import com.gmservices.database.OrderlyTransactions;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.stereotype.Component;

/** Where calls queue when there are more than the database does at once: the pool's own gauge stays at nothing. */
@Component
class TransactionsWaiting implements MeterBinder {

    private final OrderlyTransactions transactions;

    TransactionsWaiting(OrderlyTransactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        Gauge.builder("gm.transactions.waiting", transactions, OrderlyTransactions::waiting)
                .description("Transactions that wait for their turn")
                .register(registry);
    }
}
