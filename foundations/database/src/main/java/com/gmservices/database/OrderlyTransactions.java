package com.gmservices.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.JdbcTransactionObjectSupport;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionStatus;

/**
 * Begins transactions in the order in which they were asked for, and so few at once that each ends soon: more would
 * only share the same cores. The pool itself gives a free connection to whoever asks at that moment, also past those
 * who wait, and of many callers a few would then wait many times as long as the others.
 */
public final class OrderlyTransactions extends JdbcTransactionManager {

    private final Semaphore turns;
    private final int atOnce;
    private final Duration patience;
    private final FirstStatement first;
    private final CommitWrites writes;

    /** Who has a turn may begin further transactions within the first, and must not wait for those behind it. */
    private final ThreadLocal<Integer> suspended = ThreadLocal.withInitial(() -> 0);

    OrderlyTransactions(
            DataSource dataSource, int atOnce, Duration patience, FirstStatement first, CommitWrites writes) {
        super(dataSource);
        this.first = first;
        this.writes = writes;
        this.turns = new Semaphore(atOnce, true);
        this.atOnce = atOnce;
        this.patience = patience;
    }

    /** A transaction that waits for one within it. */
    private record Outer(Object resources, @Nullable List<CommitWrites.Write> writes) {}

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
        boolean waits = suspended.get() == 0;
        if (waits) {
            awaitTurn();
        }
        boolean begun = false;
        try {
            super.doBegin(transaction, definition);
            writes.begin();
            begun = true;
        } finally {
            if (waits && !begun) {
                turns.release();
            }
        }
    }

    /** Of a connection that has died meanwhile it is here that one learns, and here it goes back to the pool. */
    @Override
    protected void prepareTransactionalConnection(Connection connection, TransactionDefinition definition)
            throws SQLException {
        super.prepareTransactionalConnection(connection, definition);
        first.say(connection);
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
        var transaction = (JdbcTransactionObjectSupport) status.getTransaction();
        try {
            writes.commit(transaction.getConnectionHolder().getConnection());
        } catch (SQLException e) {
            throw translateException("commit", e);
        }
        super.doCommit(status);
    }

    @Override
    protected void doCleanupAfterCompletion(Object transaction) {
        writes.end();
        try {
            super.doCleanupAfterCompletion(transaction);
        } finally {
            if (suspended.get() == 0) {
                turns.release();
            }
        }
    }

    @Override
    protected Object doSuspend(Object transaction) {
        suspended.set(suspended.get() + 1);
        return new Outer(super.doSuspend(transaction), writes.suspend());
    }

    @Override
    protected void doResume(@Nullable Object transaction, Object suspendedResources) {
        var outer = (Outer) suspendedResources;
        super.doResume(transaction, outer.resources);
        writes.resume(outer.writes);
        int left = suspended.get() - 1;
        if (left == 0) {
            suspended.remove();
        } else {
            suspended.set(left);
        }
    }

    /** What is no transaction of ours, but works in the database as long as a short one. */
    public <T> T inTurn(Supplier<T> work) {
        awaitTurn();
        try {
            return work.get();
        } finally {
            turns.release();
        }
    }

    /** How many wait for their turn at this moment, roughly. */
    public int waiting() {
        return turns.getQueueLength();
    }

    /** Whether more wait than are under way: what nobody looks at had better not join them now. */
    public boolean isCrowded() {
        return waiting() > atOnce;
    }

    private void awaitTurn() {
        try {
            if (!turns.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CannotCreateTransactionException("No turn within %d ms".formatted(patience.toMillis()));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CannotCreateTransactionException("Interrupted while waiting for a connection", e);
        }
    }
}
