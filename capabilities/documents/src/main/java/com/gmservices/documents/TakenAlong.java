package com.gmservices.documents;

import com.gmservices.documents.DocumentRows.Row;
import com.gmservices.documents.Scratch.Sheet;
import com.gmservices.documents.store.FileStore;
import com.gmservices.portability.TenantFiles;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Files go along with a business, and with a person those that they have sent. */
@Component
class TakenAlong implements TenantFiles {

    private static final String ORIGINAL = "original";
    private static final String THUMBNAIL = "thumbnail";
    private static final int AT_ONCE = 200;
    private static final UUID LAST = new UUID(-1, -1);

    private final DocumentRows rows;
    private final Documents documents;
    private final Attachables attachables;
    private final Strongroom strongroom;
    private final FileStore store;
    private final Scratch scratch;
    private final TransactionTemplate transactions;

    TakenAlong(
            DocumentRows rows,
            Documents documents,
            Attachables attachables,
            Strongroom strongroom,
            FileStore store,
            Scratch scratch,
            TransactionTemplate transactions) {
        this.rows = rows;
        this.documents = documents;
        this.attachables = attachables;
        this.strongroom = strongroom;
        this.store = store;
        this.scratch = scratch;
        this.transactions = transactions;
    }

    @Override
    public String folder() {
        return "documents";
    }

    @Override
    public void each(TenantId tenant, Visitor visitor) throws IOException {
        visit(row -> true, visitor);
    }

    /** What staff keep among themselves about somebody is not that person's. */
    @Override
    public void eachOf(TenantId tenant, Set<MemberId> people, Visitor visitor) throws IOException {
        visit(row -> isOf(people, row) && !row.document().internal(), visitor);
    }

    private static boolean isOf(Set<MemberId> people, Row row) {
        Document document = row.document();
        return (document.uploadedBy() != null && people.contains(document.uploadedBy()))
                || (document.owner() != null && people.contains(document.owner()));
    }

    private void visit(Predicate<Row> wanted, Visitor visitor) throws IOException {
        UUID before = LAST;
        List<Row> some = page(before);
        while (!some.isEmpty()) {
            for (Row row : some) {
                if (row.document().state().isReady() && wanted.test(row)) {
                    show(row, ORIGINAL, Objects.requireNonNull(row.storedKey()), visitor);
                    if (row.thumbnailKey() != null) {
                        show(row, THUMBNAIL, row.thumbnailKey(), visitor);
                    }
                }
            }
            before = some.getLast().id().value();
            some = page(before);
        }
    }

    private List<Row> page(UUID before) {
        return in(() -> rows.all(before, AT_ONCE));
    }

    private void show(Row row, String kind, String storedKey, Visitor visitor) throws IOException {
        long size;
        try (SeekableByteChannel content = strongroom.open(row, storedKey)) {
            size = content.size();
        }
        visitor.file(
                TenantFiles.name(row.id().value(), kind),
                size,
                () -> Channels.newInputStream(strongroom.open(row, storedKey)));
    }

    /** Sealed under the file's key again, at a place of this business's; what its row names is another's. */
    @Override
    public void restore(TenantId tenant, String name, long size, InputStream content) throws IOException {
        int slash = name.indexOf('/');
        var id = new DocumentId(UUID.fromString(name.substring(0, slash)));
        boolean original = name.substring(slash + 1).equals(ORIGINAL);
        Row row = in(() -> rows.find(id)).orElseThrow(() -> new IOException("There is no document " + id));
        try (Sheet plain = scratch.sheet()) {
            Files.copy(content, plain.path(), StandardCopyOption.REPLACE_EXISTING);
            String storedKey = strongroom.put(row, plain.path());
            transactions.executeWithoutResult(status -> rows.moved(id, original, storedKey));
        }
    }

    @Override
    public void erase(TenantId tenant, Set<MemberId> people) {
        UUID before = LAST;
        List<Row> some = page(before);
        while (!some.isEmpty()) {
            some.stream()
                    .filter(row -> isOf(people, row)
                            && !attachables.keepsForGood(row.document().subject()))
                    .forEach(row -> transactions.executeWithoutResult(status -> documents.remove(row, null)));
            before = some.getLast().id().value();
            some = page(before);
        }
    }

    @Override
    public void deleteAll(TenantId tenant) throws IOException {
        for (String folder : List.of(Strongroom.folder(tenant), "incoming/%s/".formatted(tenant))) {
            List<FileStore.Kept> kept = store.list(folder, "", AT_ONCE);
            while (!kept.isEmpty()) {
                for (FileStore.Kept one : kept) {
                    store.delete(one.key());
                }
                kept = store.list(folder, "", AT_ONCE);
            }
        }
    }

    private <T> T in(Supplier<T> look) {
        return Objects.requireNonNull(transactions.execute(status -> look.get()));
    }
}
