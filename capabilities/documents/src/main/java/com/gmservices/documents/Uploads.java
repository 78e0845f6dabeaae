package com.gmservices.documents;

import com.gmservices.documents.Attachable.Access;
import com.gmservices.documents.DocumentRows.Row;
import com.gmservices.documents.SignedLinks.Grant;
import com.gmservices.documents.SignedLinks.Purpose;
import com.gmservices.documents.store.FileStore;
import com.gmservices.documents.store.FileStore.Announced;
import com.gmservices.documents.store.FileStore.Door;
import com.gmservices.tenancy.CurrentMember;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files that are announced first and sent afterwards: straight to a store that has an address for it, or here, in parts
 * that go on where the line broke. Nothing of it is seen before its sender has said that it is complete, and it is.
 */
@Service
public class Uploads {

    private final Attachables attachables;
    private final Receiving receiving;
    private final Judge judge;
    private final DocumentRows rows;
    private final Incoming incoming;
    private final FileStore store;
    private final SignedLinks links;
    private final DocumentSettings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Uploads(
            Attachables attachables,
            Receiving receiving,
            Judge judge,
            DocumentRows rows,
            Incoming incoming,
            FileStore store,
            SignedLinks links,
            DocumentSettings settings,
            TransactionTemplate transactions,
            Clock clock) {
        this.attachables = attachables;
        this.receiving = receiving;
        this.judge = judge;
        this.rows = rows;
        this.incoming = incoming;
        this.store = store;
        this.links = links;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * What is about to be sent.
     *
     * @param sha256 of all of it, in hexadecimal
     * @param resumable whether it is to be sent here in parts, even if the store had an address for it
     */
    public record Wish(Subject subject, String name, boolean internal, long size, String sha256, boolean resumable) {}

    /**
     * Where it is to be sent.
     *
     * @param door of the store; null when it is sent here
     * @param secret that opens the upload here
     */
    public record Begun(Document document, @Nullable Door door, String secret, Instant until) {}

    /** Its room is taken from the quota at once. */
    public Begun begin(CurrentMember member, Wish wish) {
        Access access = in(() -> attachables.toAttach(wish.subject(), member, wish.internal()));
        FileName name = FileName.of(wish.name());
        FileKind kind = judge.kind(name);
        receiving.checkSize(wish.size());
        var document = new Document(
                DocumentId.next(),
                wish.subject(),
                wish.internal(),
                name.toString(),
                kind.mediaType(),
                wish.size(),
                wish.sha256(),
                DocumentState.ARRIVING,
                null,
                false,
                null,
                access.owner(),
                member.id(),
                1,
                clock.instant());
        Duration open = settings.uploadsLast();
        String storeKey = "incoming/%s/%s".formatted(member.tenant(), document.id());
        Optional<Door> door = wish.resumable()
                ? Optional.empty()
                : store.door(
                        storeKey,
                        new Announced(wish.size(), HexFormat.of().parseHex(wish.sha256()), kind.mediaType()),
                        open);
        receiving.write(
                receiving.row(member.tenant(), document, door.isPresent() ? storeKey : DocumentRows.HERE, null, open));
        Instant until = clock.instant().plus(open);
        String secret = links.sign(Purpose.UPLOAD, new Grant(document.id(), member.id()), until);
        return new Begun(document, door.orElse(null), secret, until);
    }

    /** How far an upload has come. */
    public record Progress(long offset, long size) {}

    /** @throws DocumentRefused.NotFound for a secret that opens nothing, and for an upload that is over */
    public Progress progress(String secret) {
        Row row = arriving(secret);
        try {
            return new Progress(incoming.size(row.id()), row.document().size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds what comes; what has come before the line breaks stays. */
    public Progress append(String secret, long offset, InputStream more) throws IOException {
        Row row = arriving(secret);
        long size = row.document().size();
        return new Progress(incoming.append(row.id(), offset, more, size), size);
    }

    private Row arriving(String secret) {
        return links.read(Purpose.UPLOAD, secret)
                .flatMap(grant -> in(() -> rows.find(grant.document())))
                .filter(row ->
                        row.document().state() == DocumentState.ARRIVING && DocumentRows.HERE.equals(row.incoming()))
                .orElseThrow(() -> new DocumentRefused.NotFound("upload"));
    }

    /**
     * Everything has been sent. What came here is checked before this returns; what lies in the store is fetched and
     * checked within seconds. Saying it twice is saying it once.
     *
     * @throws DocumentRefused.NotAsAnnounced when it is not all, or not the same; then it can be sent on, or anew
     */
    public Document complete(CurrentMember member, DocumentId id) {
        Row row = in(() -> rows.find(id))
                .filter(one -> member.id().equals(one.document().uploadedBy()))
                .orElseThrow(() -> new DocumentRefused.NotFound("upload"));
        if (row.document().state() != DocumentState.ARRIVING) {
            return row.document();
        }
        try {
            return DocumentRows.HERE.equals(row.incoming()) ? completeHere(row) : completeInStore(row);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Document completeHere(Row row) throws IOException {
        long size = incoming.size(row.id());
        if (size < row.document().size()) {
            throw new DocumentRefused.NotAsAnnounced("Only %d of %d bytes have arrived: go on from there"
                    .formatted(size, row.document().size()));
        }
        if (!Strongroom.sha256(incoming.path(row.id())).equals(row.document().sha256())) {
            incoming.delete(row.id());
            throw new DocumentRefused.NotAsAnnounced(
                    "What has arrived is not what was announced (SHA-256): send it again from its beginning");
        }
        boolean mine = in(() -> rows.quarantine(row.id(), clock.instant().plus(Receiving.LONGEST_CHECK)));
        Row now = in(() -> rows.find(row.id())).orElseThrow(() -> new DocumentRefused.NotFound("upload"));
        return mine ? receiving.checked(now, incoming.path(row.id())) : now.document();
    }

    private Document completeInStore(Row row) throws IOException {
        try (var content = store.open(Objects.requireNonNull(row.incoming()))) {
            if (content.size() != row.document().size()) {
                throw new DocumentRefused.NotAsAnnounced("%d bytes have arrived, and %d were announced"
                        .formatted(content.size(), row.document().size()));
            }
        } catch (NoSuchFileException _) {
            throw new DocumentRefused.NotAsAnnounced("Nothing has arrived yet");
        }
        in(() -> rows.quarantine(row.id(), clock.instant()));
        return in(() -> rows.find(row.id()))
                .map(Row::document)
                .orElseThrow(() -> new DocumentRefused.NotFound("upload"));
    }

    private <T> T in(Supplier<T> look) {
        return Objects.requireNonNull(transactions.execute(status -> look.get()));
    }
}
