package com.gmservices.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.database.Ids;
import com.gmservices.documents.DocumentRows.Row;
import com.gmservices.documents.Uploads.Begun;
import com.gmservices.documents.store.FileStore;
import com.gmservices.tenancy.CurrentTenant;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Afterwards: what is checked later, taken along, and swept. */
class RoundsTests extends InPieces {

    @Autowired
    TakenAlong files;

    @Autowired
    Sweep sweep;

    @Autowired
    Holdings holdings;

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

    /** In a transaction, for it is there that the tenant is bound. */
    private Holdings.Holding held() {
        return garage.in(() -> transactions.execute(status -> holdings.now()));
    }
}
