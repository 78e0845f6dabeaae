package com.gmservices.portability;

import com.gmservices.database.DatabaseLogin;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.stereotype.Component;

/** Connections for work that sees more than one who serves, one for each piece of work and none kept. */
@Component
class Backstage {

    private final DatabaseLogin login;

    Backstage(DatabaseLogin login) {
        this.login = login;
    }

    /** Reads every tenant, as all was at one moment. */
    <T extends @Nullable Object> T look(Function<JdbcClient, T> work) {
        return with(login.platform(), "set transaction isolation level repeatable read, read only", work);
    }

    /** Writes every table of every tenant, all of it or nothing. */
    <T extends @Nullable Object> T change(Function<JdbcClient, T> work) {
        return with(login.owner(), "set local lock_timeout = '20s'", work);
    }

    private <T extends @Nullable Object> T with(DatabaseLogin.Role role, String first, Function<JdbcClient, T> work) {
        try (Connection connection = DriverManager.getConnection(login.url(), role.user(), role.password())) {
            connection.setAutoCommit(false);
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            jdbc.sql(first).update();
            jdbc.sql("set local timezone = 'UTC'").update();
            T result = work.apply(jdbc);
            connection.commit();
            return result;
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be reached", e);
        }
    }
}
