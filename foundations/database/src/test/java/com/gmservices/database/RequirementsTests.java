package com.gmservices.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequirementsTests {

    @TempDir
    static Path folder;

    static DatabaseLogin login;
    private static DatabaseServer server;

    @BeforeAll
    static void start() {
        server = DatabaseServer.disposable(folder);
        login = server.login();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @Test
    void areMetByTheEmbeddedServer() {
        assertThat(Requirements.checked(login)).isEqualTo(login);
    }

    @Test
    void refuseARoleThatRowSecurityDoesNotBind() throws Exception {
        var superuser = new DatabaseLogin.Role(
                "postgres", Access.keptIn(DataFolder.at(folder)).orElseThrow().superuser());
        refused(
                new DatabaseLogin(login.url(), login.owner(), superuser, login.platform()),
                "role postgres is a superuser");
    }

    @Test
    void nameTheRoleThatIsNotLetIn() {
        var stranger = new DatabaseLogin.Role("gm_app", "guessed");
        refused(
                new DatabaseLogin(login.url(), login.owner(), stranger, login.platform()),
                "does not let gm_app in: FATAL: password authentication failed");
    }

    @Test
    void refuseAnotherDatabase() {
        refused(
                new DatabaseLogin("mysql://localhost/gm", login.owner(), login.app(), login.platform()),
                "jdbc:postgresql://");
    }

    private static void refused(DatabaseLogin login, String reason) {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> Requirements.checked(login))
                .withMessageContaining(reason);
    }
}
