package com.gmservices.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.datasource.AbstractDataSource;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

class OrderlyTransactionsTests {

    private final Connections connections = new Connections();

    @Test
    void whoComesBackIsBehindThoseWhoWait() throws InterruptedException {
        var turns = turns(Duration.ofMinutes(1));
        List<String> begun = Collections.synchronizedList(new ArrayList<>());
        List<Thread> others = new ArrayList<>();
        inTransaction(turns, () -> {
            for (int i = 1; i <= 3; i++) {
                String name = "other " + i;
                others.add(Thread.ofVirtual().start(() -> inTransaction(turns, () -> begun.add(name))));
                awaitWaiting(turns, i);
            }
        });
        inTransaction(turns, () -> begun.add("again"));
        for (Thread other : others) {
            other.join();
        }
        assertThat(begun).containsExactly("other 1", "other 2", "other 3", "again");
    }

    @Test
    void aTransactionWithinAnotherHasItsTurnAlready() {
        var turns = turns(Duration.ofMinutes(1));
        var anew = new TransactionTemplate(turns);
        anew.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        var done = new AtomicBoolean();
        inTransaction(turns, () -> {
            anew.executeWithoutResult(status -> anew.executeWithoutResult(inner -> {}));
            anew.executeWithoutResult(status -> done.set(true));
        });
        assertThat(done).isTrue();
        inTransaction(turns, () -> assertThat(turns.waiting()).isZero());
    }

    @Test
    void nobodyWaitsForEver() {
        var turns = turns(Duration.ofMillis(1));
        inTransaction(turns, () -> {
            var other = Thread.ofVirtual()
                    .unstarted(() -> assertThatExceptionOfType(CannotCreateTransactionException.class)
                            .isThrownBy(() -> inTransaction(turns, () -> {})));
            var failure = new ArrayList<Throwable>();
            other.setUncaughtExceptionHandler((thread, thrown) -> failure.add(thrown));
            other.start();
            join(other);
            assertThat(failure).isEmpty();
        });
    }

    @Test
    void aTransactionThatCannotBeginGivesItsTurnBack() {
        var turns = turns(Duration.ofMinutes(1));
        connections.away = true;
        assertThatExceptionOfType(CannotCreateTransactionException.class)
                .isThrownBy(() -> inTransaction(turns, () -> {}));
        connections.away = false;
        var done = new AtomicBoolean();
        inTransaction(turns, () -> done.set(true));
        assertThat(done).isTrue();
    }

    @Test
    void aTransactionWhoseFirstStatementFailsGivesBackAllThatItHad() {
        var dead = new AtomicBoolean(true);
        var turns = turns(Duration.ofMinutes(1), connection -> {
            if (dead.get()) {
                throw new SQLException("terminating connection", "57P01");
            }
        });

        assertThatExceptionOfType(CannotCreateTransactionException.class)
                .isThrownBy(() -> inTransaction(turns, () -> {}));
        dead.set(false);

        var done = new AtomicBoolean();
        inTransaction(turns, () -> done.set(true));
        assertThat(done).isTrue();
        assertThat(connections.open).hasValue(0);
    }

    private OrderlyTransactions turns(Duration patience) {
        return turns(patience, connection -> {});
    }

    private OrderlyTransactions turns(Duration patience, FirstStatement first) {
        return new OrderlyTransactions(connections, 1, patience, first, new CommitWrites(connections));
    }

    private static void inTransaction(OrderlyTransactions turns, Runnable work) {
        new TransactionTemplate(turns).executeWithoutResult(status -> work.run());
    }

    private static void awaitWaiting(OrderlyTransactions turns, int many) {
        while (turns.waiting() < many) {
            Thread.onSpinWait();
        }
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** To a database that does nothing. */
    private static final class Connections extends AbstractDataSource {

        private final AtomicInteger open = new AtomicInteger();
        private boolean away;

        @Override
        public Connection getConnection() throws SQLException {
            if (away) {
                throw new SQLException("away");
            }
            open.incrementAndGet();
            return (Connection) Proxy.newProxyInstance(
                    getClass().getClassLoader(),
                    new Class<?>[] {Connection.class},
                    (proxy, method, arguments) -> switch (method.getName()) {
                        case "getAutoCommit" -> true;
                        case "isReadOnly", "isClosed" -> false;
                        case "getTransactionIsolation", "getHoldability" -> Connection.TRANSACTION_READ_COMMITTED;
                        case "close" -> open.decrementAndGet();
                        default -> null;
                    });
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLException {
            return getConnection();
        }
    }
}
