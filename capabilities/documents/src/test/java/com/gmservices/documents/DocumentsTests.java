package com.gmservices.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.database.Cursor;
import com.gmservices.documents.DocumentEvent.DocumentAttached;
import com.gmservices.documents.DocumentRows.Row;
import com.gmservices.documents.store.FileStore;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Tenants;
import com.gmservices.vault.BrokenSeal;
import com.gmservices.vault.Vault;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@RecordApplicationEvents
class DocumentsTests {

    @Autowired
    Documents documents;

    @Autowired
    DocumentRows rows;

    @Autowired
    Holdings holdings;

    @Autowired
    FileStore store;

    @Autowired
    Vault vault;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Tenants tenants;

    @Autowired
    Members members;

    @Autowired
    ApplicationEvents events;

    Business garage;

    @BeforeEach
    void found() {
        garage = Business.found(tenants, members);
    }

    @Test
    void whatWasAttachedComesBackAsItWas() throws IOException {
        Document attached = garage.attach(documents, garage.mia(), garage.job(), "Invoice.pdf", Samples.pdf());

        assertThat(attached.state()).isEqualTo(DocumentState.SKIPPED);
        assertThat(attached.mediaType()).isEqualTo("application/pdf");
        assertThat(content(garage.mia(), attached)).isEqualTo(Samples.pdf());
        assertThat(content(garage.ben(), attached)).isEqualTo(Samples.pdf());
        assertThat(events.stream(DocumentAttached.class).map(DocumentAttached::document))
                .contains(attached.id());
    }

    @Test
    void aPhotoLosesThePlaceAndHasASmallOne() {
        Document photo = garage.attach(documents, garage.mia(), garage.job(), "IMG_1.jpg", Samples.photo(800, 400));

        assertThat(photo.picture()).isEqualTo(new Document.Measures(400, 800));
        assertThat(new String(content(garage.ben(), photo), StandardCharsets.ISO_8859_1))
                .doesNotContain(Samples.PLACE);
        assertThat(garage.<Long>in(
                        () -> documents.thumbnail(garage.ben(), photo.id()).size()))
                .isBetween(100L, 50_000L);
    }

    @Test
    void strangersFindNothing() {
        Document mias = garage.attach(documents, garage.mia(), garage.job(), "Invoice.pdf", Samples.pdf());
        Business other = Business.found(tenants, members);

        missing(() -> garage.in(() -> documents.find(garage.joe(), mias.id())));
        missing(() -> garage.in(() -> documents.content(garage.joe(), mias.id())));
        missing(() -> garage.in(() -> documents.list(garage.joe(), mias.subject(), Cursor.newest(), 5)));
        missing(() -> other.in(() -> documents.content(other.owner(), mias.id())));
        missing(() -> garage.attach(documents, garage.joe(), mias.subject(), "a.pdf", Samples.pdf()));
        missing(() -> garage.in(() -> {
            documents.remove(garage.joe(), mias.id());
            return true;
        }));
    }

    @Test
    void whatStaffKeepAmongThemselvesNoCustomerSees() {
        Subject job = garage.job();
        Document note = garage.in(() -> documents.attach(
                garage.ben(),
                new NewDocument(job, "Note.txt", true, null, target -> Files.writeString(target, "Pays late"))));

        missing(() -> garage.in(() -> documents.content(garage.mia(), note.id())));
        assertThat(garage.in(() -> documents.on(job, garage.mia())).lines()).isEmpty();
        assertThat(garage.in(() -> documents.on(job, garage.ben())).lines()).hasSize(1);
        assertThatExceptionOfType(DocumentRefused.NotYours.class)
                .isThrownBy(() -> garage.in(() -> documents.attach(
                        garage.mia(),
                        new NewDocument(job, "a.txt", true, null, target -> Files.writeString(target, "a")))));
    }

    @Test
    void onesOwnCanBeTakenAwayAndItsContentGoes() {
        Document mias = garage.attach(documents, garage.mia(), garage.job(), "Invoice.pdf", Samples.pdf());
        Row row = row(mias);

        garage.in(() -> {
            documents.remove(garage.mia(), mias.id());
            return true;
        });

        missing(() -> garage.in(() -> documents.find(garage.mia(), mias.id())));
        assertThatExceptionOfType(NoSuchFileException.class)
                .isThrownBy(() -> store.open(String.valueOf(row.storedKey())));
        assertThat(held().bytes()).isZero();
    }

    @Test
    void whatWasSentTwiceUnderOneNameIsOne() throws Exception {
        Subject job = garage.job();
        Callable<Document> send = () -> garage.in(() -> documents.attach(
                garage.mia(),
                new NewDocument(job, "a.pdf", false, "once", target -> Files.write(target, Samples.pdf()))));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Document>> all = threads.invokeAll(Collections.nCopies(6, send));
            DocumentId first = all.getFirst().get().id();
            for (Future<Document> document : all) {
                assertThat(document.get().id()).isEqualTo(first);
            }
        }
        assertThat(held().files()).isEqualTo(1);
    }

    @Test
    void whatIsRefusedLeavesNothing() {
        Subject job = garage.job();

        assertThatExceptionOfType(DocumentRefused.Unfit.class)
                .isThrownBy(() -> garage.attach(documents, garage.mia(), job, "a.jpg", Samples.pdf()));
        assertThatExceptionOfType(DocumentRefused.Unfit.class)
                .isThrownBy(
                        () -> garage.attach(documents, garage.mia(), job, "a.png", Samples.hugePng(50_000, 50_000)));

        assertThat(garage.in(() -> documents.on(job, garage.ben())).lines()).isEmpty();
        assertThat(held()).isEqualTo(new Holdings.Holding(0, 0, null));
    }

    @Test
    void twoAtOnceDoNotPassTheQuotaTogether() throws Exception {
        Callable<Boolean> reserve = () -> garage.in(() -> transactions.execute(status -> {
            holdings.reserve(60, 100);
            return true;
        }));
        int refused = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Boolean> one : threads.invokeAll(List.of(reserve, reserve, reserve))) {
                try {
                    one.get();
                } catch (ExecutionException e) {
                    assertThat(e).hasCauseInstanceOf(DocumentRefused.StorageFull.class);
                    refused++;
                }
            }
        }
        assertThat(refused).isEqualTo(2);
        assertThat(held().bytes()).isEqualTo(60);
    }

    @Test
    void nothingOfItIsReadableOnTheDiskOrAfterAByteWasChanged() throws IOException {
        byte[] large = Samples.text("It squeals. ".repeat(20_000));
        Document note = garage.attach(documents, garage.mia(), garage.job(), "Note.txt", large);
        Path file = Path.of("target/data/documents/store")
                .resolve(String.valueOf(row(note).storedKey()));
        byte[] stored = Files.readAllBytes(file);
        assertThat(new String(stored, StandardCharsets.ISO_8859_1)).doesNotContain("squeals");

        stored[stored.length - 70_000] ^= 1;
        Files.write(file, stored);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> garage.in(() -> documents.content(garage.mia(), note.id()))
                        .opening()
                        .open()
                        .read(ByteBuffer.allocate(1 << 20)));
    }

    @Test
    void aPartIsReadWithoutWhatLiesBeforeIt() throws IOException {
        byte[] large = Samples.text("0123456789".repeat(50_000));
        Document note = garage.attach(documents, garage.mia(), garage.job(), "Note.txt", large);

        try (var channel = garage.in(() -> documents.content(garage.mia(), note.id()))
                .opening()
                .open()) {
            channel.position(400_003);
            var four = ByteBuffer.allocate(4);
            channel.read(four);
            assertThat(new String(four.array(), StandardCharsets.US_ASCII)).isEqualTo("3456");
        }
    }

    @Test
    void whoDestroysTheBusinesssKeysDestroysItsFiles() {
        Document mias = garage.attach(documents, garage.mia(), garage.job(), "Invoice.pdf", Samples.pdf());

        vault.destroy(garage.id());

        assertThatExceptionOfType(BrokenSeal.class).isThrownBy(() -> content(garage.mia(), mias));
    }

    private byte[] content(CurrentMember member, Document document) {
        return garage.in(() -> {
            try (var channel =
                    documents.content(member, document.id()).opening().open()) {
                return Channels.newInputStream(channel).readAllBytes();
            }
        });
    }

    private Row row(Document document) {
        return garage.in(
                () -> transactions.execute(status -> rows.find(document.id()).orElseThrow()));
    }

    private static void missing(ThrowingCallable look) {
        assertThatExceptionOfType(DocumentRefused.NotFound.class).isThrownBy(look);
    }

    /** In a transaction, for it is there that the tenant is bound. */
    private Holdings.Holding held() {
        return garage.in(() -> transactions.execute(status -> holdings.now()));
    }
}
