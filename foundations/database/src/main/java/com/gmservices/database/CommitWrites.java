package com.gmservices.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.ArgumentPreparedStatementSetter;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;

/**
 * Writes that nobody reads before their transaction has ended: they travel in one trip with its commit, after all else
 * and in the order in which they were given. What they lock is locked for no longer than the commit takes. Outside of
 * transactions they are done at once.
 */
public final class CommitWrites {

    private final NamedParameterJdbcTemplate jdbc;

    /** Null outside of transactions. */
    private final ThreadLocal<@Nullable List<Write>> pending = ThreadLocal.withInitial(() -> null);

    /** By the statements as they stand in our sources, so that there are not many. */
    private final Map<String, ParsedSql> parsed = new ConcurrentHashMap<>();

    record Write(String sql, @Nullable Object[] values) {}

    CommitWrites(DataSource dataSource) {
        this.jdbc = new NamedParameterJdbcTemplate(dataSource);
    }

    /** @param sql a constant, with names for its values */
    public void add(String sql, SqlParameterSource values) {
        List<Write> writes = pending.get();
        if (writes == null) {
            jdbc.update(sql, values);
        } else {
            writes.add(write(sql, values));
        }
    }

    private Write write(String sql, SqlParameterSource values) {
        ParsedSql statement = parsed.computeIfAbsent(sql, NamedParameterUtils::parseSqlStatement);
        return new Write(
                NamedParameterUtils.substituteNamedParameters(statement, values),
                NamedParameterUtils.buildValueArray(statement, values, null));
    }

    void begin() {
        pending.set(new ArrayList<>());
    }

    @Nullable
    List<Write> suspend() {
        List<Write> outer = pending.get();
        pending.remove();
        return outer;
    }

    void resume(@Nullable List<Write> outer) {
        pending.set(outer);
    }

    void end() {
        pending.remove();
    }

    /** Commits, unless there is nothing to write. */
    void commit(Connection connection) throws SQLException {
        List<Write> writes = pending.get();
        if (writes == null || writes.isEmpty()) {
            return;
        }
        var sql = new StringBuilder();
        var values = new ArrayList<@Nullable Object>();
        for (Write write : writes) {
            sql.append(write.sql).append(";\n");
            values.addAll(Arrays.asList(write.values));
        }
        try (PreparedStatement statement =
                connection.prepareStatement(sql.append("commit").toString())) {
            new ArgumentPreparedStatementSetter(values.toArray()).setValues(statement);
            statement.execute();
        }
    }
}
