package com.gmservices.payments;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/** Ends a thread just after one of its transactions, as kill -9 does. Death within one leaves what the one before left. */
class Death implements TransactionExecutionListener {

    private static final ThreadLocal<@Nullable AtomicInteger> LEFT = new ThreadLocal<>();

    /** @return false when it died of it */
    boolean survives(int transactions, Runnable work) {
        LEFT.set(new AtomicInteger(transactions));
        try {
            work.run();
            return true;
        } catch (UnreliableGateway.ProcessDied died) {
            return false;
        } finally {
            LEFT.remove();
        }
    }

    @Override
    public void afterCommit(TransactionExecution transaction, @Nullable Throwable failure) {
        AtomicInteger soMany = LEFT.get();
        if (soMany != null && soMany.decrementAndGet() == 0) {
            throw new UnreliableGateway.ProcessDied();
        }
    }
}
