package com.gmservices.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who may use a server of ours: the three roles and their database, made when they are not there yet. */
final class Roles {

    private static final Logger log = LoggerFactory.getLogger(Roles.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private Roles() {}

    static void prepare(Access access) {
        try (Connection connection =
                        DriverManager.getConnection(access.url("postgres"), "postgres", access.superuser());
                Statement statement = connection.createStatement()) {
            create(statement, access.login().owner());
            create(statement, access.login().app());
            create(statement, access.login().platform());
            if (!isThere(statement, "select from pg_database where datname = 'gm'")) {
                statement.execute("create database gm owner gm_owner");
            }
        } catch (SQLException e) {
            throw new CannotStart("PostgreSQL's roles cannot be made: %s".formatted(e.getMessage()), e);
        }
    }

    private static void create(Statement statement, DatabaseLogin.Role role) throws SQLException {
        if (!isThere(statement, "select from pg_roles where rolname = '%s'".formatted(role.user()))) {
            statement.execute("create role %s login nosuperuser nobypassrls password '%s'"
                    .formatted(role.user(), role.password()));
        }
    }

    private static boolean isThere(Statement statement, String query) throws SQLException {
        try (var rows = statement.executeQuery(query)) {
            return rows.next();
        }
    }

    /** Another process holds the folder and may still be starting: its port counts only once somebody answers there. */
    static DatabaseLogin awaited(DataFolder folder) {
        var patience = Patience.of(PATIENCE);
        do {
            try {
                DatabaseLogin login =
                        Access.keptIn(folder).orElseThrow(IOException::new).login();
                DriverManager.getConnection(
                                login.url(), login.owner().user(), login.owner().password())
                        .close();
                return login;
            } catch (IOException | SQLException e) {
                log.debug("no answer yet", e);
            }
        } while (patience.lasts());
        throw new CannotStart("The GM Services that runs on %s has no database that answers.".formatted(folder.path()));
    }
}
