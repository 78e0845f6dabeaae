package com.gmservices.database;

import com.zaxxer.hikari.HikariDataSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings every module's own schema up to date, the ones that it builds on first. */
final class Migrations {

    private final DatabaseLogin login;
    private final Map<String, Migration> bySchema;
    private final Set<String> done = new LinkedHashSet<>();

    Migrations(DatabaseLogin login, List<Migration> migrations) {
        this.login = login;
        this.bySchema = migrations.stream().collect(Collectors.toMap(Migration::schema, Function.identity()));
    }

    /** Over a few connections for all schemas: opening one costs more than most scripts do. */
    void run() {
        try (var owner = new HikariDataSource()) {
            owner.setPoolName("owner");
            owner.setJdbcUrl(login.url());
            owner.setUsername(login.owner().user());
            owner.setPassword(login.owner().password());
            owner.setMinimumIdle(0);
            owner.setMaximumPoolSize(3);
            bySchema.keySet().stream().sorted().forEach(schema -> run(schema, owner));
        }
    }

    private void run(String schema, DataSource owner) {
        Migration migration = bySchema.get(schema);
        if (migration == null || !done.add(schema)) {
            return;
        }
        migration.after().forEach(earlier -> run(earlier, owner));
        Flyway.configure()
                .dataSource(owner)
                .schemas(schema)
                .locations("classpath:db/migration/" + schema)
                .placeholders(Map.of(
                        "app", login.app().user(),
                        "owner", login.owner().user(),
                        "platform", login.platform().user()))
                .load()
                .migrate();
    }
}
