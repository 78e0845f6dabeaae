package com.gmservices.documents;

import com.gmservices.documents.Attachable.Access;
import com.gmservices.documents.Checking.Harmful;
import com.gmservices.documents.DocumentRows.Row;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Takes files in that come in one piece, and checks them while their sender waits. */
@Component
class Receiving {

    /** A check that has not ended by then was not ended by its process, and is begun again. */
    static final Duration LONGEST_CHECK = Duration.ofMinutes(5);

    private final Attachables attachables;
    private final DocumentRows rows;
    private final Holdings holdings;
    private final FileKeys keys;
    private final Judge judge;
    private final Incoming incoming;
    private final Checking checking;
    private final DocumentSettings settings;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Receiving(
            Attachables attachables,
            DocumentRows rows,
            Holdings holdings,
            FileKeys keys,
            Judge judge,
            Incoming incoming,
            Checking checking,
            DocumentSettings settings,
            TransactionTemplate transactions,
            Clock clock) {
        this.attachables = attachables;
        this.rows = rows;
        this.holdings = holdings;
        this.keys = keys;
        this.judge = judge;
        this.incoming = incoming;
        this.checking = checking;
        this.settings = settings;
        this.transactions = transactions;
        this.clock = clock;
    }

    Document take(CurrentMember member, NewDocument wish) throws IOException {
        Access access = Objects.requireNonNull(
                transactions.execute(status -> attachables.toAttach(wish.subject(), member, wish.internal())));
        Optional<Document> known = known(member.id(), wish.once());
        if (known.isPresent()) {
            return known.get();
        }
        return take(member.tenant(), access.owner(), member.id(), wish);
    }

    /** What the same sender has sent under the same name before. */
    Optional<Document> known(MemberId sender, @Nullable String once) {
        return once == null
                ? Optional.empty()
                : Objects.requireNonNull(transactions.execute(status -> rows.find(sender, once)))
                        .map(Row::document);
    }

    Document take(TenantId tenant, @Nullable MemberId owner, @Nullable MemberId sender, NewDocument wish)
            throws IOException {
        FileName name = FileName.of(wish.name());
        FileKind kind = judge.kind(name);
        var id = DocumentId.next();
        Path plain = incoming.path(id);
        try {
            wish.content().moveTo(plain);
            checkSize(Files.size(plain));
            var document = new Document(
                    id,
                    wish.subject(),
                    wish.internal(),
                    name.toString(),
                    kind.mediaType(),
                    Files.size(plain),
                    Strongroom.sha256(plain),
                    DocumentState.QUARANTINED,
                    null,
                    false,
                    null,
                    owner,
                    sender,
                    1,
                    clock.instant());
            Row row = row(tenant, document, DocumentRows.HERE, wish.once(), LONGEST_CHECK);
            try {
                write(row);
            } catch (DuplicateKeyException twice) {
                incoming.delete(id);
                return known(Objects.requireNonNull(sender), wish.once()).orElseThrow(() -> twice);
            }
            return checked(row, plain);
        } catch (IOException | RuntimeException e) {
            incoming.delete(id);
            throw e;
        }
    }

    void checkSize(long size) {
        if (size == 0) {
            throw new DocumentRefused.Unfit("file-empty", "There is nothing in this file");
        }
        if (size > settings.maxBytes()) {
            throw new DocumentRefused.Unfit(
                    "file-too-large", "A file has at most %s".formatted(Bytes.words(settings.maxBytes())));
        }
    }

    Row row(TenantId tenant, Document document, String incoming, @Nullable String once, Duration due) {
        return new Row(
                tenant,
                document,
                incoming,
                null,
                null,
                keys.fresh(tenant, document.id()).sealed(),
                once,
                clock.instant().plus(due),
                0);
    }

    void write(Row row) {
        long quota = holdings.quota();
        transactions.executeWithoutResult(status -> {
            // In the order in which checks and removals change them: or two who send the same wait for each other.
            rows.insert(row);
            holdings.reserve(row.document().size(), quota);
        });
    }

    /** Whoever waits for the answer hears why a file was not taken; nothing need be kept to tell them later. */
    Document checked(Row row, Path plain) throws IOException {
        try {
            return checking.check(row, plain);
        } catch (DocumentRefused refused) {
            checking.drop(row, refused.code());
            throw refused;
        } catch (Harmful harmful) {
            checking.drop(row, "file-infected");
            throw harmful.told();
        } catch (IOException | RuntimeException e) {
            checking.drop(row, null);
            throw e;
        }
    }
}
