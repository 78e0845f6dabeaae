package com.gmservices.database;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    void run() {
        bySchema.keySet().stream().sorted().forEach(this::run);
    }

    private void run(String schema) {
        Migration migration = bySchema.get(schema);
        if (migration == null || !done.add(schema)) {
            return;
        }
        migration.after().forEach(this::run);
        Flyway.configure()
                .dataSource(login.url(), login.owner().user(), login.owner().password())
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
