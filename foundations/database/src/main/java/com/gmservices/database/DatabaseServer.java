package com.gmservices.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;

/** A PostgreSQL that lives and dies with this process; its data stays. */
public final class DatabaseServer implements AutoCloseable {

    private final EmbeddedPostgres postgres;

    private DatabaseServer(EmbeddedPostgres postgres) {
        this.postgres = postgres;
    }

    /** Keeps every committed row over a kill -9. */
    public static DatabaseServer durable(Path folder) {
        return start(configured(folder)
                .setPort(54_320)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on"));
    }

    /** Gives up durability for speed. */
    public static DatabaseServer disposable(Path folder) {
        return start(configured(folder).setCleanDataDirectory(true).setServerConfig("full_page_writes", "off"));
    }

    private static EmbeddedPostgres.Builder configured(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgres"))
                .setOverrideWorkingDirectory(folder.resolve("binaries").toFile())
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(Duration.ofSeconds(20))
                .setServerConfig("max_connections", "60")
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8");
    }

    private static DatabaseServer start(EmbeddedPostgres.Builder builder) {
        try {
            var server = new DatabaseServer(builder.start());
            server.prepare();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not start", e);
        }
    }

    private void prepare() {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("""
                do $$ begin
                  if not exists (select from pg_roles where rolname = 'gm_owner') then
                    create role gm_owner login nosuperuser nobypassrls;
                    create role gm_app login nosuperuser nobypassrls;
                    create role gm_platform login nosuperuser nobypassrls;
                  end if;
                end $$\
                """);
            if (!statement
                    .executeQuery("select from pg_database where datname = 'gm'")
                    .next()) {
                statement.execute("create database gm owner gm_owner");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be prepared", e);
        }
    }

    public DatabaseLogin login() {
        return new DatabaseLogin(
                "jdbc:postgresql://localhost:%d/gm".formatted(postgres.getPort()),
                new DatabaseLogin.Role("gm_owner", ""),
                new DatabaseLogin.Role("gm_app", ""),
                new DatabaseLogin.Role("gm_platform", ""));
    }

    @Override
    public void close() {
        try {
            postgres.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
