package com.gmservices.tenancy;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Clears a cache when the current transaction is over: after a commit because others may have read the old row into it
 * in the meantime, after a rollback because this one may have read its own.
 */
final class AfterTransaction {

    private AfterTransaction() {}

    static void run(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                work.run();
            }
        });
    }
}
