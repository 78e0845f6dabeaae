package com.gmservices.tenancy;

import com.gmservices.database.OrderlyTransactions;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * A statement of the current tenant that is a transaction by itself. It travels to the database together with whose it
 * is, and what it does is kept when it is answered: one trip where beginning, telling, doing and committing take three.
 */
@Component
public class LoneStatement {

    /** In words, for the driver may wait for some answers before it sends the rest, which ends what is not begun so. */
    private static final String BEFORE = "begin; select set_config('gm.tenant_id', ?, true); ";

    private static final String BEFORE_IN_PASSING =
            "begin; select set_config('gm.tenant_id', ?, true), set_config('synchronous_commit', 'off', true); ";

    private static final int ANSWERS_BEFORE = 2;
    private static final String AFTER = "; commit";

    private final JdbcTemplate jdbc;
    private final OrderlyTransactions transactions;

    LoneStatement(JdbcTemplate jdbc, OrderlyTransactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** @return how many rows it has changed */
    public int update(String sql, @Nullable Object... values) {
        return execute(BEFORE + sql + AFTER, values, PreparedStatement::getUpdateCount);
    }

    /**
     * The same without waiting for the disk. When the database dies at that moment it is lost, and so is whatever was
     * committed after it: never for what guards something outside the database.
     */
    public int updateInPassing(String sql, @Nullable Object... values) {
        return execute(BEFORE_IN_PASSING + sql + AFTER, values, PreparedStatement::getUpdateCount);
    }

    /** The only row, if there is one. */
    public <T> Optional<T> query(String sql, RowMapper<T> mapper, @Nullable Object... values) {
        return execute(BEFORE + sql + AFTER, values, statement -> {
            try (var rows = statement.getResultSet()) {
                return rows.next() ? Optional.ofNullable(mapper.mapRow(rows, 0)) : Optional.empty();
            }
        });
    }

    private <T> T execute(String sql, @Nullable Object[] values, PreparedStatementCallback<T> answer) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A lone statement is not part of a transaction");
        }
        return transactions.inTurn(() -> jdbc.execute(sql, (PreparedStatement statement) -> {
            new ArgumentPreparedStatementSetter(withTenant(values)).setValues(statement);
            try {
                statement.execute();
            } catch (SQLException e) {
                rollBack(statement.getConnection(), e);
                throw e;
            }
            for (int i = 0; i < ANSWERS_BEFORE; i++) {
                statement.getMoreResults();
            }
            return answer.doInPreparedStatement(statement);
        }));
    }

    private static void rollBack(Connection connection, SQLException failure) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("rollback");
        } catch (SQLException e) {
            failure.addSuppressed(e);
        }
    }

    private static Object[] withTenant(@Nullable Object[] values) {
        var all = new Object[values.length + 1];
        all[0] = CurrentTenant.id().toString();
        System.arraycopy(values, 0, all, 1, values.length);
        return all;
    }
}
