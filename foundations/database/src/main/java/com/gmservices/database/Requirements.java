package com.gmservices.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** What a PostgreSQL of one's own has to bring; row-level security would be void, and silent, under other roles. */
final class Requirements {

    private static final int OLDEST = 15;

    private Requirements() {}

    static DatabaseLogin checked(DatabaseLogin login) {
        if (!login.url().startsWith("jdbc:postgresql:")) {
            throw new CannotStart("GM_DATABASE_URL has to begin with jdbc:postgresql://");
        }
        check(login.url(), login.owner());
        check(login.url(), login.app());
        check(login.url(), login.platform());
        return login;
    }

    private static void check(String url, DatabaseLogin.Role role) {
        try (Connection connection = DriverManager.getConnection(url, role.user(), role.password())) {
            if (connection.getMetaData().getDatabaseMajorVersion() < OLDEST) {
                throw new CannotStart("The database at %s is older than PostgreSQL %d.".formatted(url, OLDEST));
            }
            if (standsAboveRowSecurity(connection)) {
                throw new CannotStart(
                        "The database's role %s is a superuser or bypasses row-level security: take that from it."
                                .formatted(role.user()));
            }
        } catch (SQLException e) {
            throw new CannotStart(
                    "The database at %s does not let %s in: %s".formatted(url, role.user(), e.getMessage()), e);
        }
    }

    private static boolean standsAboveRowSecurity(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(
                        "select rolsuper or rolbypassrls from pg_roles where rolname = current_user")) {
            return rows.next() && rows.getBoolean(1);
        }
    }
}
