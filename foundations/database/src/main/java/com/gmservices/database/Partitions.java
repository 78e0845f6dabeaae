package com.gmservices.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps a partition per month, from three months back to three ahead, for every table that is partitioned by a range
 * of version 7 UUIDs. A partition is made beside its table and then attached, so that reads and writes go on. Nobody
 * has rights on a partition itself, and no policy lets anybody in: rows are reached through the table only.
 */
public final class Partitions {

    private static final Logger log = LoggerFactory.getLogger(Partitions.class);
    private static final int MONTHS = 3;

    private final DatabaseLogin login;
    private final Clock clock;

    Partitions(DatabaseLogin login, Clock clock) {
        this.login = login;
        this.clock = clock;
    }

    void prepare() {
        YearMonth now = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        cover(now.minusMonths(MONTHS), now.plusMonths(MONTHS));
    }

    /** For rows that were written elsewhere, and longer ago. */
    public void cover(YearMonth from, YearMonth until) {
        try (Connection connection = DriverManager.getConnection(
                        login.url(), login.owner().user(), login.owner().password());
                Statement statement = connection.createStatement()) {
            statement.execute("set lock_timeout = '2s'");
            statement.execute("select pg_advisory_lock(hashtext('gm.partitions'))");
            for (String table : partitionedTables(statement)) {
                for (YearMonth month = from; !month.isAfter(until); month = month.plusMonths(1)) {
                    attach(statement, table, month);
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The months ahead have no partitions", e);
        }
    }

    private static List<String> partitionedTables(Statement statement) throws SQLException {
        var tables = new ArrayList<String>();
        try (var rows = statement.executeQuery("""
                select n.nspname || '.' || c.relname
                from pg_partitioned_table p join pg_class c on c.oid = p.partrelid join pg_namespace n on n.oid = c.relnamespace
                order by c.oid
                """)) {
            while (rows.next()) {
                tables.add(rows.getString(1));
            }
        }
        return tables;
    }

    private static void attach(Statement statement, String table, YearMonth month) throws SQLException {
        String partition = "%s_%d_%02d".formatted(table, month.getYear(), month.getMonthValue());
        try (var found = statement.executeQuery("select to_regclass('%s') is not null".formatted(partition))) {
            found.next();
            if (found.getBoolean(1)) {
                return;
            }
        }
        statement.execute("""
                begin;
                create table %1$s (like %2$s including all);
                alter table %1$s enable row level security;
                alter table %1$s force row level security;
                alter table %2$s attach partition %1$s for values from ('%3$s') to ('%4$s');
                commit
                """.formatted(partition, table, start(month), start(month.plusMonths(1))));
        log.debug("partition {} is ready", partition);
    }

    private static Object start(YearMonth month) {
        return Ids.floor(month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
