package com.gmservices.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.gmservices.documents.DocumentRows.Row;
import com.gmservices.documents.SignedLinks.Grant;
import com.gmservices.documents.SignedLinks.Purpose;
import com.gmservices.documents.Uploads.Begun;
import com.gmservices.documents.Uploads.Progress;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** While somebody sends. */
class UploadsTests extends InPieces {

    @Autowired
    Doorkeeper doorkeeper;

    @Autowired
    SignedLinks links;

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

    private void refused(String link) {
        assertThatExceptionOfType(DocumentRefused.NotFound.class)
                .isThrownBy(() -> garage.in(() -> documents.behind(link)));
    }

    private Document complete(Begun begun) {
        return garage.in(() -> uploads.complete(garage.mia(), begun.document().id()));
    }
}
