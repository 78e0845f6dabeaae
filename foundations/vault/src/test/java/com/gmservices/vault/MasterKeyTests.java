package com.gmservices.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.gmservices.TestApplication;
import com.gmservices.database.CannotStart;
import com.gmservices.database.DatabaseServer;
import com.gmservices.tenancy.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Starts and stops the application over one database and one data folder, with this key and that. */
class MasterKeyTests {

    private static final TenantId HARBOUR = TenantId.next();
    private static final byte[] SECRET = "secret".getBytes(UTF_8);

    @TempDir
    static Path server;

    @TempDir
    Path data;

    private static DatabaseServer database;

    @BeforeAll
    static void start() {
        database = DatabaseServer.disposable(server);
    }

    @AfterAll
    static void stop() {
        database.close();
    }

    @BeforeEach
    void forget() {
        var owner = database.login().owner();
        JdbcClient.create(new DriverManagerDataSource(database.login().url(), owner.user(), owner.password()))
                .sql("drop schema if exists vault cascade")
                .update();
    }

    @Test
    void theFirstStartMakesAFileForItsOwnerOnly() throws IOException {
        byte[] sealed = started(MasterKeyTests::seal);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(data.resolve("master.key"))))
                .isEqualTo("rw-------");
        assertThat(started(vault -> vault.open(HARBOUR, "x", sealed))).isEqualTo(SECRET);
        assertThat(data).isDirectoryContaining("glob:**/master.key").isDirectoryNotContaining("glob:**/*.new");
    }

    @Test
    void aLostFileIsRefusedAndNotReplaced() throws IOException {
        started(MasterKeyTests::seal);
        Files.delete(data.resolve("master.key"));

        assertThat(refusal()).contains("master.key is gone").doesNotContain("\n");
        assertThat(data.resolve("master.key")).doesNotExist();
    }

    @Test
    void aWrongKeyIsRefused() {
        String right = "--gm.master-key=" + MasterKey.generated();
        String wrong = "--gm.master-key=" + MasterKey.generated();
        started(MasterKeyTests::seal, right);

        assertThat(refusal(wrong)).contains("is not the one that this database was sealed with");
        assertThat(started(vault -> vault.seal(HARBOUR, "x", SECRET), right)).isNotEmpty();
    }

    @Test
    void whatIsNoKeyIsRefused() {
        assertThat(refusal("--gm.master-key=secret")).contains("GM_MASTER_KEY is no master key");
        assertThat(refusal("--gm.master-key=")).contains("GM_MASTER_KEY is no master key");
        assertThat(refusal("--gm.master-key-file=/nowhere/key")).contains("cannot be read");
    }

    @Test
    void productionMakesNoKeyOfItsOwn() {
        assertThat(refusal("--gm.env=production")).contains("Production needs a master key");
        assertThat(data).isEmptyDirectory();
    }

    @Test
    void aFileOfOnesOwnIsReadAgainWhenItChanges() throws IOException {
        Path file = data.resolve("elsewhere.key");
        String first = MasterKey.generated();
        Files.writeString(file, first);
        var keys = new MasterKeyFile(file);
        MasterKey before = keys.current();

        Files.writeString(file, MasterKey.generated() + "\n" + first + "\n");
        Files.setLastModifiedTime(file, FileTime.fromMillis(1));

        assertThat(keys.current().id()).isNotEqualTo(before.id());
        assertThat(keys.find(before.id())).isPresent();
        Files.delete(file);
        assertThat(keys.all()).hasSize(2);
    }

    private static byte[] seal(Vault vault) {
        return vault.seal(HARBOUR, "x", SECRET);
    }

    private String refusal(String... arguments) {
        Throwable failure = catchThrowable(() -> started(MasterKeyTests::seal, arguments));
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(CannotStart.class::isInstance)
                .map(Throwable::getMessage)
                .findFirst()
                .orElseThrow();
    }

    private byte[] started(Function<Vault, byte[]> work, String... arguments) {
        var application = new SpringApplication(TestApplication.class);
        application.setWebApplicationType(WebApplicationType.NONE);
        List<String> settings = new ArrayList<>(List.of(
                "--gm.data=" + data,
                "--gm.database.url=" + database.login().url(),
                "--gm.database.owner.password=" + database.login().owner().password(),
                "--gm.database.app.password=" + database.login().app().password(),
                "--gm.database.platform.password=" + database.login().platform().password()));
        settings.addAll(List.of(arguments));
        try (var context = application.run(settings.toArray(String[]::new))) {
            return work.apply(context.getBean(Vault.class));
        }
    }
}
