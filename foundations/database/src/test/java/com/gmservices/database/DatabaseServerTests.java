package com.gmservices.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class DatabaseServerTests {

    /** One for most tests, in whatever state the last one left it. */
    @TempDir
    static Path folder;

    @Test
    void keepsItsDataItsPortAndItsPasswords() {
        DatabaseLogin first;
        try (var server = DatabaseServer.durable(folder)) {
            first = server.login();
            book(first, "oil change");
        }
        try (var server = DatabaseServer.durable(folder)) {
            assertThat(server.login()).isEqualTo(first);
            assertThat(booked(first)).contains("oil change");
        }
    }

    @Test
    void waitsForTheDisk() {
        try (var server = DatabaseServer.durable(folder)) {
            assertThat(List.of("fsync", "synchronous_commit", "full_page_writes", "data_checksums"))
                    .allSatisfy(setting -> assertThat(shown(server, setting)).isEqualTo("on"));
        }
    }

    @Test
    void letsNobodyInWithoutAPassword() throws IOException {
        try (var server = DatabaseServer.durable(folder)) {
            assertThat(Files.getPosixFilePermissions(folder.resolve("postgres.properties")))
                    .isEqualTo(PosixFilePermissions.fromString("rw-------"));
            assertThat(shown(server, "listen_addresses")).isEqualTo("127.0.0.1");
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> jdbc(server.login().url(), "gm_owner", "guessed")
                            .sql("select 1")
                            .query()
                            .singleValue());
        }
    }

    @Test
    void replacesAKilledServer() {
        try (var server = DatabaseServer.durable(folder)) {
            book(server.login(), "tyres");
            killServer();
            await().ignoreExceptions().until(() -> booked(server.login()).contains("tyres"));
        }
    }

    @Test
    void stopsTheOrphanOfAKilledApplication() throws IOException {
        try (var other = OtherProcess.serving(folder)) {
            DatabaseLogin login =
                    Access.keptIn(DataFolder.at(folder)).orElseThrow().login();
            book(login, "brakes");
            other.kill();
            try (var server = DatabaseServer.durable(folder)) {
                assertThat(server.login()).isEqualTo(login);
                assertThat(booked(login)).contains("brakes");
            }
        }
    }

    @Test
    void startsAtOnceWhenEverythingWasKilled() throws IOException {
        try (var other = OtherProcess.serving(folder)) {
            other.kill();
            killServer();
            try (var server = DatabaseServer.durable(folder)) {
                assertThat(answers(server.login())).isTrue();
            }
        }
    }

    @Test
    void isNotHeldUpByAPidThatIsAnotherProgramsByNow() throws IOException {
        DatabaseServer.durable(folder).close();
        long another = ProcessHandle.current().parent().orElseThrow().pid();
        int port = Access.keptIn(DataFolder.at(folder)).orElseThrow().port();
        for (Path file : List.of(occupants().pidFile(), folder.resolve("postgres/.s.PGSQL.%d.lock".formatted(port)))) {
            Files.writeString(file, "%d\n".formatted(another));
        }
        try (var server = DatabaseServer.durable(folder)) {
            assertThat(answers(server.login())).isTrue();
        }
    }

    @Test
    void isReachedThroughItsFolder() {
        try (var server = DatabaseServer.durable(folder)) {
            assertThat(cameOverTheNetwork(server.login())).isFalse();
        }
    }

    @Test
    void isReachedByItsPortWhereThePathOfItsFolderIsTooLong(@TempDir Path parent) {
        try (var server = DatabaseServer.durable(parent.resolve("long ".repeat(20) + "path"))) {
            assertThat(cameOverTheNetwork(server.login())).isTrue();
        }
    }

    @Test
    void answersInTimeOrNotAtAll() throws SQLException {
        try (var server = DatabaseServer.durable(folder);
                Connection connection = connection(server.login());
                Statement statement = connection.createStatement()) {
            assertThat(connection.isValid(5)).isTrue();
            connection.setNetworkTimeout(Runnable::run, 50);
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> statement.execute("select pg_sleep(60)"))
                    .withRootCauseInstanceOf(SocketTimeoutException.class);
            assertThat(connection.isClosed()).isTrue();
        }
    }

    @Test
    void servesAFolderOnlyOnce() throws IOException {
        try (var _ = OtherProcess.serving(folder)) {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> DatabaseServer.durable(folder))
                    .withMessageContaining("already runs on the data folder " + folder);
            assertThat(occupants().all()).isNotEmpty();
        }
    }

    @Test
    void takesPartInTheServerThatRuns() throws IOException {
        try (var _ = OtherProcess.serving(folder)) {
            DatabaseServer guest = DatabaseServer.joined(folder);
            assertThat(answers(guest.login())).isTrue();
            guest.close();
            assertThat(answers(guest.login())).isTrue();
        }
    }

    @Test
    void startsAServerWhenThereIsNoneToTakePartIn() {
        try (var server = DatabaseServer.joined(folder)) {
            assertThat(answers(server.login())).isTrue();
        }
    }

    @Test
    void keepsAnotherPortWhenItsOwnIsTaken() throws IOException {
        DatabaseServer.durable(folder).close();
        Access before = Access.keptIn(DataFolder.at(folder)).orElseThrow();
        DatabaseLogin moved;
        try (var _ = new ServerSocket(before.port(), 1, InetAddress.getLoopbackAddress());
                var server = DatabaseServer.durable(folder)) {
            moved = server.login();
            assertThat(moved.url()).isNotEqualTo(before.login().url());
        }
        try (var server = DatabaseServer.durable(folder)) {
            assertThat(server.login()).isEqualTo(moved);
        }
    }

    @Test
    void namesAFolderThatCannotBeWritten() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> DatabaseServer.durable(Path.of("/dev/null/data")))
                .withMessageStartingWith("The data folder /dev/null/data cannot be written");
    }

    @Test
    void isFreeAgainWhenAStartFailed(@TempDir Path spoilt) throws IOException {
        DatabaseServer.durable(spoilt).close();
        Files.delete(spoilt.resolve("postgres.properties"));
        for (int attempt = 0; attempt < 2; attempt++) {
            assertThatExceptionOfType(CannotStart.class)
                    .isThrownBy(() -> DatabaseServer.durable(spoilt))
                    .withMessageContaining("postgres.properties is missing");
        }
    }

    @Test
    void leavesTheDataOfAnotherVersionAlone(@TempDir Path spoilt) {
        DatabaseServer.disposable(spoilt, "postgres-oldest/").close();
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> DatabaseServer.durable(spoilt))
                .withMessageContaining("are PostgreSQL 15's");
    }

    private static void killServer() {
        occupants().server().orElseThrow().destroyForcibly();
    }

    private static Occupants occupants() {
        return new Occupants(folder.resolve("postgres"));
    }

    private static void book(DatabaseLogin login, String work) {
        JdbcClient owner = jdbc(login.url(), login.owner().user(), login.owner().password());
        owner.sql("create schema if not exists garage").update();
        owner.sql("create table if not exists garage.booking (work text)").update();
        owner.sql("insert into garage.booking values (:work)")
                .param("work", work)
                .update();
    }

    private static List<String> booked(DatabaseLogin login) {
        return jdbc(login.url(), login.owner().user(), login.owner().password())
                .sql("select work from garage.booking")
                .query((row, _) -> row.getString("work"))
                .list();
    }

    private static boolean answers(DatabaseLogin login) {
        return jdbc(login.url(), login.app().user(), login.app().password())
                .sql("select true")
                .query(Boolean.class)
                .single();
    }

    private static boolean cameOverTheNetwork(DatabaseLogin login) {
        return jdbc(login.url(), login.app().user(), login.app().password())
                .sql("select inet_client_addr() is not null")
                .query(Boolean.class)
                .single();
    }

    private static Connection connection(DatabaseLogin login) throws SQLException {
        return DriverManager.getConnection(
                login.url(), login.app().user(), login.app().password());
    }

    private static String shown(DatabaseServer server, String setting) {
        DatabaseLogin login = server.login();
        return jdbc(login.url(), login.app().user(), login.app().password())
                .sql("show " + setting)
                .query((row, _) -> row.getString(1))
                .single();
    }

    private static JdbcClient jdbc(String url, String user, String password) {
        return JdbcClient.create(new DriverManagerDataSource(url, user, password));
    }
}
