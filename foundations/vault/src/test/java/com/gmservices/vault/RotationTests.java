package com.gmservices.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.database.DatabaseLogin;
import com.gmservices.database.Ids;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.vault.Rotations.Stage;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/** Keys go round under a harbour's notes, which are read and written all the while. */
@SpringBootTest(properties = "gm.vault.keep=20ms")
class RotationTests {

    private final TenantId harbour = TenantId.next();

    @Autowired
    Vault vault;

    @Autowired
    KeyRings rings;

    @Autowired
    DataKeys rows;

    @Autowired
    Rotations rotations;

    @Autowired
    KeyRotation rotation;

    @Autowired
    VaultCommand command;

    @Autowired
    SealedColumn notes;

    @Autowired
    DatabaseLogin login;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @TestConfiguration
    static class Notes {

        @Bean
        SealedColumn notes(JdbcClient jdbc, Vault vault) {
            return SealedColumn.ofTenants(jdbc, vault, "notes.note", "id", "words");
        }
    }

    @BeforeEach
    void aTableOfNotes() {
        asOwner("create schema notes");
        asOwner("create table notes.note (tenant_id uuid, id uuid, words bytea, primary key (tenant_id, id))");
        asOwner("grant usage on schema notes to gm_app");
        asOwner("grant select, insert, update on notes.note to gm_app");
    }

    @AfterEach
    void clear() {
        asOwner("drop schema notes cascade");
    }

    @Test
    void everythingIsReadBeforeDuringAndAfter() {
        List<UUID> written = Stream.generate(() -> write("before")).limit(450).toList();
        byte[] old = sealed(written.getFirst());
        rotations.ask();
        assertThat(rotations.ask().stage()).isEqualTo(Stage.KEYS);

        rotation.work();
        assertThat(read(written.getFirst())).isEqualTo("before");
        UUID during = write("during");
        finish();

        assertThat(written.stream().map(this::read)).containsOnly("before");
        assertThat(read(during)).isEqualTo("during");
        assertThat(sealed(written.getFirst())).isNotEqualTo(old);
        assertThat(rotations.latest().orElseThrow().renewed()).isGreaterThanOrEqualTo(450);
        assertThatExceptionOfType(BrokenSeal.class).isThrownBy(() -> notes.open(harbour, written.getFirst(), old));
        assertThat(rings.fresh(harbour.value()).keys().size()).isEqualTo(1);
    }

    @Test
    void noReaderIsDisturbed() throws InterruptedException {
        UUID note = write("always");
        var over = new AtomicBoolean();
        var reads = new AtomicInteger();
        Thread reader = Thread.ofVirtual().unstarted(() -> {
            while (!over.get()) {
                assertThat(read(note)).isEqualTo("always");
                reads.incrementAndGet();
            }
        });
        var failures = new CopyOnWriteArrayList<Throwable>();
        reader.setUncaughtExceptionHandler((thread, failure) -> failures.add(failure));
        reader.start();

        rotations.ask();
        finish();
        over.set(true);
        reader.join();

        assertThat(failures).isEmpty();
        assertThat(reads).hasPositiveValue();
    }

    @Test
    void aWriterThatIsStillAtItIsWaitedFor() {
        UUID id = Ids.next();
        rotations.ask();
        CurrentTenant.run(
                harbour,
                () -> transactions.executeWithoutResult(transaction -> {
                    insert(id, notes.seal(harbour, id, "late".getBytes(UTF_8)));
                    long deadline = System.nanoTime() + Duration.ofMillis(200).toNanos();
                    while (System.nanoTime() < deadline) {
                        rotation.work();
                    }
                    assertThat(rotations.latest().orElseThrow().stage()).isEqualTo(Stage.SETTLING);
                }));
        finish();

        assertThat(read(id)).isEqualTo("late");
    }

    @Test
    void anotherNodeThatKnowsTheOldKeysOpensWhatTheNewOneSealed() {
        byte[] sealed = vault.seal(harbour, "x", "words".getBytes(UTF_8));
        KeyRing known = rings.of(harbour.value());
        rotations.ask();
        rotation.work();
        rings.fresh(harbour.value());
        byte[] newer = vault.seal(harbour, "x", "words".getBytes(UTF_8));

        rings.remember(known);

        assertThat(vault.open(harbour, "x", newer)).isEqualTo("words".getBytes(UTF_8));
        assertThat(vault.open(harbour, "x", sealed)).isEqualTo("words".getBytes(UTF_8));
        finish();
    }

    @Test
    void theCommandAsksAndTells() {
        assertThat(command.obey(List.of("vault", "rotate"))).isZero();
        assertThat(command.obey(List.of("vault", "status"))).isZero();
        assertThat(command.obey(List.of("vault"))).isEqualTo(1);
        finish();
    }

    private void finish() {
        long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (rotations.latest().orElseThrow().isUnderWay() && System.nanoTime() < deadline) {
            rotation.work();
        }
        assertThat(rotations.latest().orElseThrow().stage()).isEqualTo(Stage.DONE);
    }

    private UUID write(String words) {
        UUID id = Ids.next();
        insert(id, notes.seal(harbour, id, words.getBytes(UTF_8)));
        return id;
    }

    private void insert(UUID id, byte[] words) {
        jdbc.sql("insert into notes.note values (?, ?, ?)")
                .params(harbour.value(), id, words)
                .update();
    }

    private byte[] sealed(UUID id) {
        return jdbc.sql("select words from notes.note where id = ?")
                .param(id)
                .query((row, index) -> row.getBytes(1))
                .single();
    }

    private String read(UUID id) {
        return new String(notes.open(harbour, id, sealed(id)), UTF_8);
    }

    private void asOwner(String sql) {
        var owner = new DriverManagerDataSource(
                login.url(), login.owner().user(), login.owner().password());
        JdbcClient.create(owner).sql(sql).update();
    }
}
