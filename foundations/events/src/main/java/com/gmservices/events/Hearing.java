package com.gmservices.events;

import com.gmservices.events.Listeners.Listener;
import com.gmservices.events.Turns.Turn;
import java.util.Objects;
import org.aopalliance.intercept.MethodInterceptor;
import org.aopalliance.intercept.MethodInvocation;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.TransactionExecution;
import org.springframework.transaction.TransactionExecutionListener;

/**
 * Brings an event to a listener when it is the listener's turn. The publication is struck off in the listener's own
 * transaction: what a listener writes and that it has heard are committed together, once, whatever dies in between.
 * That transaction fails when another process has taken the publication over in the meantime.
 */
@Component
class Hearing implements MethodInterceptor, TransactionExecutionListener {

    private static final ThreadLocal<Stage> NOW = new ThreadLocal<>();

    private final Registry registry;
    private final Listeners listeners;
    private final Turns turns;

    private static final class Stage {

        private final Underway publication;
        private final boolean struckOffInTransaction;
        private @Nullable TransactionExecution transaction;
        private boolean struckOff;

        private Stage(Underway publication, boolean struckOffInTransaction) {
            this.publication = publication;
            this.struckOffInTransaction = struckOffInTransaction;
        }
    }

    private static final class TakenOver extends RuntimeException {

        private TakenOver() {
            super("Another process has taken the event over");
        }
    }

    Hearing(Registry registry, Listeners listeners, Turns turns) {
        this.registry = registry;
        this.listeners = listeners;
        this.turns = turns;
    }

    @Override
    public @Nullable Object invoke(MethodInvocation invocation) throws Throwable {
        Listener listener = listeners.of(invocation.getMethod());
        Underway publication = registry.find(Objects.requireNonNull(invocation.getArguments()[0]), listener.id())
                .orElse(null);
        if (publication == null) {
            return invocation.proceed();
        }
        try {
            if (!publication.isLeft()) {
                hearInTurn(invocation, listener, publication);
            }
            return null;
        } finally {
            registry.leave(publication);
        }
    }

    private void hearInTurn(MethodInvocation invocation, Listener listener, Underway publication) throws Throwable {
        Turn turn = turns.take(listener.id()).orElse(null);
        if (turn != null) {
            try (turn) {
                hear(invocation, new Stage(publication, listener.hasTransaction()));
            }
        }
    }

    private void hear(MethodInvocation invocation, Stage stage) throws Throwable {
        NOW.set(stage);
        try {
            invocation.proceed();
        } catch (TakenOver e) {
            return;
        } catch (Throwable failure) {
            writeDown(stage.publication, failure);
            throw failure;
        } finally {
            NOW.remove();
        }
        if (!stage.struckOff) {
            registry.heard(stage.publication);
        }
    }

    /** Without the database it becomes due by itself. */
    private void writeDown(Underway publication, Throwable failure) {
        try {
            registry.failed(publication, failure);
        } catch (DataAccessException | TransactionException e) {
            failure.addSuppressed(e);
        }
    }

    @Override
    public void afterBegin(TransactionExecution transaction, @Nullable Throwable failure) {
        Stage stage = NOW.get();
        if (stage != null && stage.transaction == null && failure == null) {
            stage.transaction = transaction;
        }
    }

    @Override
    public void beforeCommit(TransactionExecution transaction) {
        Stage stage = NOW.get();
        if (stage != null
                && stage.struckOffInTransaction
                && transaction.equals(stage.transaction)
                && !transaction.isReadOnly()) {
            if (!registry.heard(stage.publication)) {
                throw new TakenOver();
            }
            stage.struckOff = true;
        }
    }
}
