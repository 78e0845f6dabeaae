package com.gmservices.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.gmservices.database.Ids;
import com.gmservices.documents.DocumentRows.Row;
import com.gmservices.documents.SignedLinks.Grant;
import com.gmservices.documents.SignedLinks.Purpose;
import com.gmservices.documents.Uploads.Begun;
import com.gmservices.documents.Uploads.Progress;
import com.gmservices.documents.Uploads.Wish;
import com.gmservices.documents.store.FileStore;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenants;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Lines that break, processes that die, senders that come twice. */
@SpringBootTest
class UploadsTests {

    private static final byte[] NOTE = Samples.text("It squeals at the left. ".repeat(1000));

    @Autowired
    Uploads uploads;

    @Autowired
    Documents documents;

    @Autowired
    DocumentRows rows;

    @Autowired
    Receiving receiving;

    @Autowired
    Rounds rounds;

    @Autowired
    TakenAlong files;

    @Autowired
    Doorkeeper doorkeeper;

    @Autowired
    Sweep sweep;

    @Autowired
    Incoming incoming;

    @Autowired
    Holdings holdings;

    @Autowired
    FileStore store;

    @Autowired
    SignedLinks links;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Tenants tenants;

    @Autowired
    Members members;

    @Autowired
    Clock clock;

    Business garage;

    @BeforeEach
    void found() {
        garage = Business.found(tenants, members);
    }

    @Test
    void goesOnWhereTheLineBroke() throws IOException {
        Begun begun = begin("Note.txt", NOTE);
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(NOTE, 0, 7000), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("The line is gone");
            }

            @Override
            public int read(byte[] target, int offset, int length) throws IOException {
                return read();
            }
        });
        assertThatIOException().isThrownBy(() -> append(begun, 0, broken));

        assertThat(garage.in(() -> uploads.progress(begun.secret()))).isEqualTo(new Progress(7000, NOTE.length));
        assertThatExceptionOfType(DocumentRefused.WrongOffset.class).isThrownBy(() -> append(begun, 0, NOTE, 0));
        assertThatExceptionOfType(DocumentRefused.NotAsAnnounced.class).isThrownBy(() -> complete(begun));
        append(begun, 7000, NOTE, 7000);

        assertThat(complete(begun).state()).isEqualTo(DocumentState.SKIPPED);
        assertThat(complete(begun).state()).as("twice").isEqualTo(DocumentState.SKIPPED);
    }

    @Test
    void neitherMoreNorOtherThanAnnouncedIsTaken() throws IOException {
        Begun begun = begin("Note.txt", NOTE);
        byte[] longer = Arrays.copyOf(NOTE, NOTE.length + 1);
        assertThatExceptionOfType(DocumentRefused.NotAsAnnounced.class).isThrownBy(() -> append(begun, 0, longer, 0));

        Begun other = begin("Note.txt", NOTE);
        byte[] altered = NOTE.clone();
        altered[5] ^= 1;
        append(other, 0, altered, 0);
        assertThatExceptionOfType(DocumentRefused.NotAsAnnounced.class).isThrownBy(() -> complete(other));
        append(other, 0, NOTE, 0);
        assertThat(complete(other).state()).isEqualTo(DocumentState.SKIPPED);
    }

    @Test
    void twoCompletesAtOnceAreOne() throws Exception {
        Begun begun = begin("Note.txt", NOTE);
        append(begun, 0, NOTE, 0);
        Callable<Document> complete = () -> complete(begun);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Document> one : threads.invokeAll(List.of(complete, complete, complete))) {
                assertThat(one.get().id()).isEqualTo(begun.document().id());
            }
        }

        assertThat(documents(begun)).hasSize(1).allMatch(document -> document.state() == DocumentState.SKIPPED);
        assertThat(store.list(Strongroom.folder(garage.id()), "", 10)).hasSize(1);
    }

    @Test
    void nobodyElseCompletesOrOpensIt() throws IOException {
        Begun begun = begin("Note.txt", NOTE);
        append(begun, 0, NOTE, 0);
        Business other = Business.found(tenants, members);

        assertThatExceptionOfType(DocumentRefused.NotFound.class)
                .isThrownBy(() -> garage.in(
                        () -> uploads.complete(garage.joe(), begun.document().id())));
        assertThatExceptionOfType(DocumentRefused.NotFound.class)
                .isThrownBy(() -> other.in(() -> uploads.progress(begun.secret())));
        assertThatExceptionOfType(DocumentRefused.NotReady.class)
                .isThrownBy(() -> garage.in(
                        () -> documents.content(garage.mia(), begun.document().id())));
    }

    @Test
    void linksEndAndServeOnePurpose() {
        Document note = garage.attach(documents, garage.mia(), garage.job(), "Note.txt", NOTE);
        String link = garage.in(() -> documents.link(garage.mia(), note.id())).secret();
        assertThat(garage.in(() -> documents.behind(link)).size()).isEqualTo(NOTE.length);

        Grant grant = new Grant(note.id(), garage.mia().id());
        Grant joes = new Grant(note.id(), garage.joe().id());
        Instant later = clock.instant().plusSeconds(60);
        refused(garage.in(
                () -> links.sign(Purpose.DOWNLOAD, grant, clock.instant().minusSeconds(1))));
        refused(garage.in(() -> links.sign(Purpose.UPLOAD, grant, later)));
        refused(garage.in(() -> links.sign(Purpose.DOWNLOAD, joes, later)));
        refused(link.substring(0, link.length() - 2) + "AA");
        refused("not a link");
    }

    /** Killed after the file was written down and before it was checked. */
    @Test
    void whatADeadProcessHasTakenInIsCheckedByTheNext() throws IOException {
        Row row = arrived("Note.txt", NOTE, Duration.ofSeconds(-1));
        assertThatExceptionOfType(DocumentRefused.NotReady.class)
                .isThrownBy(() -> garage.in(() -> documents.content(garage.mia(), row.id())));

        rounds.go();

        assertThat(find(row).state()).isEqualTo(DocumentState.SKIPPED);
        assertThat(incoming.has(row.id())).isFalse();
    }

    @Test
    void whatLiesAboutItsTypeIsTurnedAwayLaterToo() throws IOException {
        Row row = arrived("Photo.jpg", Samples.text("<script>alert(1)</script>"), Duration.ofSeconds(-1));

        rounds.go();

        assertThat(find(row).state()).isEqualTo(DocumentState.REFUSED);
        assertThat(find(row).reason()).isEqualTo("file-content");
        assertThat(incoming.has(row.id())).isFalse();
        assertThat(held().bytes()).isZero();
    }

    @Test
    void whatNeverCameToItsEndIsSwept() throws IOException {
        Begun begun = begin("Note.txt", NOTE);
        append(begun, 0, Arrays.copyOf(NOTE, 500), 0);
        assertThat(held().bytes()).isEqualTo(NOTE.length);
        garage.in(() -> transactions.execute(status -> jdbc.sql(
                        "update documents.document set due_at = now() - interval '1 second' where tenant_id = ?")
                .param(garage.id().value())
                .update()));

        rounds.go();

        assertThat(documents(begun)).isEmpty();
        assertThat(incoming.has(begun.document().id())).isFalse();
        assertThat(held().bytes()).isZero();
    }

    @Test
    void whatWasSentStraightToTheStoreIsFetchedAndSealed() throws IOException {
        Subject job = garage.job();
        Document announced = begin("Note.txt", NOTE).document();
        String key = "incoming/%s/%s".formatted(garage.id(), announced.id());
        garage.in(() -> transactions.execute(status -> jdbc.sql(
                        "update documents.document set incoming = ?, subject_id = ? where tenant_id = ? and id = ?")
                .params(key, job.id(), garage.id().value(), announced.id().value())
                .update()));
        assertThatExceptionOfType(DocumentRefused.NotAsAnnounced.class)
                .isThrownBy(() -> garage.in(() -> uploads.complete(garage.mia(), announced.id())));
        store.put(key, Files.write(Files.createTempFile("sent", ""), NOTE));

        assertThat(garage.in(() -> uploads.complete(garage.mia(), announced.id()))
                        .state())
                .isEqualTo(DocumentState.QUARANTINED);
        rounds.go();

        assertThat(garage.in(() -> documents.find(garage.mia(), announced.id())).state())
                .isEqualTo(DocumentState.SKIPPED);
        assertThat(store.list("incoming/%s/".formatted(garage.id()), "", 5)).isEmpty();
    }

    @Test
    void whatTheScannerFindsIsNotKept() {
        doorkeeper.say(file -> new Scanner.Verdict.Harmful("Eicar"));
        try {
            assertThatExceptionOfType(DocumentRefused.Unfit.class)
                    .isThrownBy(() -> garage.attach(documents, garage.mia(), garage.job(), "Note.txt", NOTE))
                    .satisfies(refused -> assertThat(refused.code()).isEqualTo("file-infected"));
            Row row = arrived("Note.txt", NOTE, Duration.ofSeconds(-1));
            rounds.go();
            assertThat(find(row).state()).isEqualTo(DocumentState.INFECTED);
            assertThat(store.list(Strongroom.folder(garage.id()), "", 5)).isEmpty();
        } catch (IOException e) {
            throw new AssertionError(e);
        } finally {
            doorkeeper.leave();
        }
    }

    @Test
    void whileTheScannerIsSilentAFileWaitsSealed() throws IOException {
        doorkeeper.say(file -> {
            throw new IOException("Nobody there");
        });
        Document waits = garage.attach(documents, garage.mia(), garage.job(), "Note.txt", NOTE);
        assertThat(waits.state()).isEqualTo(DocumentState.QUARANTINED);
        assertThatExceptionOfType(DocumentRefused.NotReady.class)
                .isThrownBy(() -> garage.in(() -> documents.content(garage.mia(), waits.id())));
        assertThat(incoming.has(waits.id())).isFalse();

        doorkeeper.say(file -> new Scanner.Verdict.Harmless(true));
        garage.in(() -> transactions.execute(status -> jdbc.sql(
                        "update documents.document set due_at = now() - interval '1 second' where tenant_id = ?")
                .param(garage.id().value())
                .update()));
        rounds.go();
        doorkeeper.leave();

        assertThat(garage.in(() -> documents.find(garage.mia(), waits.id())).state())
                .isEqualTo(DocumentState.CLEAN);
    }

    @Test
    void filesGoAlongWithTheirBusiness() throws IOException {
        Document note = garage.attach(documents, garage.mia(), garage.job(), "Note.txt", NOTE);
        garage.attach(documents, garage.ben(), garage.job(), "Photo.jpg", Samples.photo(60, 40));
        var taken = new TreeMap<String, byte[]>();
        CurrentTenant.call(garage.id(), () -> {
            files.each(garage.id(), (name, size, content) -> {
                try (InputStream in = content.open()) {
                    taken.put(name, in.readAllBytes());
                }
                assertThat(taken.get(name)).hasSize((int) size);
            });
            files.deleteAll(garage.id());
            for (var one : taken.entrySet()) {
                files.restore(
                        garage.id(), one.getKey(), one.getValue().length, new ByteArrayInputStream(one.getValue()));
            }
            return true;
        });

        assertThat(taken).hasSize(3).containsKeys(note.id() + "/original");
        try (var channel = garage.in(() -> documents.content(garage.mia(), note.id()))
                .opening()
                .open()) {
            assertThat(Channels.newInputStream(channel).readAllBytes()).isEqualTo(NOTE);
        }
    }

    /** Killed between the store and the database. */
    @Test
    void whatBelongsToNothingIsSweptOnceItIsOld() throws IOException {
        garage.attach(documents, garage.mia(), garage.job(), "Note.txt", NOTE);
        String folder = Strongroom.folder(garage.id());
        Path orphan = Files.createTempFile("orphan", "");
        store.put(folder + "2026/orphan", orphan);
        store.put(folder + "2026/young", Files.createTempFile("young", ""));
        age(folder + "2026/orphan");

        garage.in(() -> {
            sweep.sweep(garage.id());
            return true;
        });

        assertThat(store.list(folder, "", 10))
                .extracting(FileStore.Kept::key)
                .hasSize(2)
                .contains(folder + "2026/young");
    }

    @Test
    void filesGoWhenTheirTimeHasCome() {
        Document old = garage.attach(documents, garage.mia(), garage.job(), "Note.txt", NOTE);
        garage.in(() -> transactions.execute(status -> {
            holdings.keep(12);
            return jdbc.sql("update documents.document set id = ? where tenant_id = ? and id = ?")
                    .params(
                            Ids.at(clock.instant().minus(Duration.ofDays(400))),
                            garage.id().value(),
                            old.id().value())
                    .update();
        }));
        Document recent = garage.attach(documents, garage.mia(), old.subject(), "New.txt", NOTE);

        garage.in(() -> {
            sweep.sweep(garage.id());
            return true;
        });

        assertThat(garage.in(() -> documents.on(old.subject(), garage.mia())).lines())
                .extracting(line -> line.document().id())
                .containsExactly(recent.id());
    }

    private static void age(String key) throws IOException {
        Files.setLastModifiedTime(
                Path.of("target/data/documents/store").resolve(key),
                FileTime.from(Instant.now().minus(Duration.ofDays(3))));
    }

    private void refused(String link) {
        assertThatExceptionOfType(DocumentRefused.NotFound.class)
                .isThrownBy(() -> garage.in(() -> documents.behind(link)));
    }

    private Row arrived(String name, byte[] content, Duration due) throws IOException {
        Document announced = begin(name, content).document();
        Files.write(incoming.path(announced.id()), content);
        garage.in(() -> transactions.execute(
                status -> rows.quarantine(announced.id(), clock.instant().plus(due))));
        return garage.in(
                () -> transactions.execute(status -> rows.find(announced.id()).orElseThrow()));
    }

    private Begun begin(String name, byte[] content) {
        return garage.in(() -> uploads.begin(
                garage.mia(), new Wish(garage.job(), name, false, content.length, sha256(content), true)));
    }

    private Progress append(Begun begun, long offset, byte[] content, int from) throws IOException {
        return append(begun, offset, new ByteArrayInputStream(content, from, content.length - from));
    }

    private Progress append(Begun begun, long offset, InputStream more) throws IOException {
        return CurrentTenant.call(garage.id(), () -> uploads.append(begun.secret(), offset, more));
    }

    private Document complete(Begun begun) {
        return garage.in(() -> uploads.complete(garage.mia(), begun.document().id()));
    }

    private Document find(Row row) {
        return garage.in(() -> documents.find(garage.mia(), row.id()));
    }

    private List<Document> documents(Begun begun) {
        return garage.in(() -> documents.on(begun.document().subject(), garage.mia())).lines().stream()
                .map(Attachments.Line::document)
                .toList();
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    /** In a transaction, for it is there that the tenant is bound. */
    private Holdings.Holding held() {
        return garage.in(() -> transactions.execute(status -> holdings.now()));
    }
}
