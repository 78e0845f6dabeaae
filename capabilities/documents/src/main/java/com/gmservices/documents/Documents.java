package com.gmservices.documents;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.documents.Attachable.Access;
import com.gmservices.documents.Attachments.Line;
import com.gmservices.documents.DocumentEvent.DocumentRemoved;
import com.gmservices.documents.DocumentRows.Row;
import com.gmservices.documents.SignedLinks.Grant;
import com.gmservices.documents.SignedLinks.Purpose;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Files of the current tenant that hang on other modules' things. Whoever may see the thing may see its files, and that
 * is asked anew at each look.
 */
@Service
public class Documents {

    /** So many are shown beside a thing; the rest is in the API. */
    private static final int SHOWN = 100;

    private final Attachables attachables;
    private final Receiving receiving;
    private final DocumentRows rows;
    private final Holdings holdings;
    private final Strongroom strongroom;
    private final SignedLinks links;
    private final Members members;
    private final DocumentSettings settings;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Documents(
            Attachables attachables,
            Receiving receiving,
            DocumentRows rows,
            Holdings holdings,
            Strongroom strongroom,
            SignedLinks links,
            Members members,
            DocumentSettings settings,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.attachables = attachables;
        this.receiving = receiving;
        this.rows = rows;
        this.holdings = holdings;
        this.strongroom = strongroom;
        this.links = links;
        this.members = members;
        this.settings = settings;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes a file in for a member. It is checked before this returns; with a scanner that does not answer it is
     * {@link DocumentState#QUARANTINED} and shows up later. Not to be called within a transaction, which would be held
     * for as long as the file is worked on.
     *
     * @throws DocumentRefused when it is not taken
     */
    public Document attach(CurrentMember member, NewDocument wish) {
        try {
            return receiving.take(member, wish);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Keeps a file that the platform has made itself, such as an invoice.
     *
     * @param owner whose thing it hangs on
     */
    public Document keep(@Nullable MemberId owner, NewDocument made) {
        try {
            return receiving.take(CurrentTenant.id(), owner, null, made);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For the module that owns the thing, which has asked already what the member may do. */
    public Attachments on(Subject subject, CurrentMember member, Access access) {
        List<Row> found =
                in(() -> rows.of(subject, access.seesInternal(), Cursor.newest().after(), SHOWN + 1));
        return new Attachments(
                subject,
                access,
                found.stream()
                        .limit(SHOWN)
                        .map(Row::document)
                        .filter(document -> document.state() != DocumentState.ARRIVING)
                        .map(document ->
                                new Line(document, Bytes.words(document.size()), isRemovable(document, member)))
                        .toList(),
                found.size() > SHOWN,
                settings.maxBytes());
    }

    /** @throws DocumentRefused.NotFound also for what the member may not see */
    public Attachments on(Subject subject, CurrentMember member) {
        return on(subject, member, in(() -> attachables.toSee(subject, member)));
    }

    /** Where the files of a thing are shown. */
    public String page(Subject subject) {
        return attachables.page(subject);
    }

    /** The newest first. */
    public Page<Document> list(CurrentMember member, Subject subject, Cursor cursor, int limit) {
        return in(() -> {
            Access access = attachables.toSee(subject, member);
            return Page.of(
                            rows.of(subject, access.seesInternal(), cursor.after(), limit + 1),
                            limit,
                            row -> row.id().value())
                    .map(Row::document);
        });
    }

    /** All that the business has, the newest first. */
    public Page<Document> all(CurrentMember admin, Cursor cursor, int limit) {
        admin.require("manage:documents");
        return in(() -> Page.of(
                        rows.all(cursor.after(), limit + 1),
                        limit,
                        row -> row.id().value())
                .map(Row::document));
    }

    /** @throws DocumentRefused.NotFound also for what the member may not see */
    public Document find(CurrentMember member, DocumentId id) {
        return seen(member, id).document();
    }

    /** @throws DocumentRefused.NotReady before it is checked, and when it was not taken */
    public Content content(CurrentMember member, DocumentId id) {
        return content(seen(member, id));
    }

    /** A small picture of it. */
    public Content thumbnail(CurrentMember member, DocumentId id) {
        Row row = seen(member, id);
        String storedKey = row.thumbnailKey();
        if (storedKey == null || !row.document().state().isReady()) {
            throw new DocumentRefused.NotFound("picture");
        }
        long size = sizeOf(row, storedKey);
        return new Content(
                row.document(),
                row.document().name(),
                FileKind.JPEG.mediaType(),
                size,
                row.document().sha256() + "-s",
                () -> strongroom.open(row, storedKey));
    }

    private long sizeOf(Row row, String storedKey) {
        try (var channel = strongroom.open(row, storedKey)) {
            return channel.size();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens the file for a while to whoever has it, for as long as its maker may see it: for programs that load it. */
    public Link link(CurrentMember member, DocumentId id) {
        content(member, id);
        Instant until = clock.instant().plus(settings.linksLast());
        return new Link(links.sign(Purpose.DOWNLOAD, new Grant(id, member.id()), until), until);
    }

    public record Link(String secret, Instant until) {}

    /** @throws DocumentRefused.NotFound for a link that was not made here, or has run out */
    public Content behind(String link) {
        Grant grant = links.read(Purpose.DOWNLOAD, link).orElseThrow(() -> new DocumentRefused.NotFound("file"));
        CurrentMember maker = in(() -> members.find(grant.member())
                .filter(Member::active)
                .map(members::toCurrent)
                .orElseThrow(() -> new DocumentRefused.NotFound("file")));
        return content(maker, grant.document());
    }

    /** For modules that have seen to it themselves that it is theirs to read. Empty when it is not there or not ready. */
    public Optional<InputStream> read(DocumentId id) {
        return in(() -> rows.find(id))
                .filter(row -> row.document().state().isReady())
                .map(row -> {
                    try {
                        return Channels.newInputStream(strongroom.open(row, Objects.requireNonNull(row.storedKey())));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                });
    }

    private Content content(Row row) {
        Document document = row.document();
        String storedKey = row.storedKey();
        if (storedKey == null || !document.state().isReady()) {
            throw new DocumentRefused.NotReady(document.state());
        }
        return new Content(
                document,
                document.name(),
                document.mediaType(),
                document.size(),
                document.sha256(),
                () -> strongroom.open(row, storedKey));
    }

    /** By whoever has sent it, and by staff; what is kept for good nobody takes away. */
    public void remove(CurrentMember member, DocumentId id) {
        Row row = seen(member, id);
        if (!isRemovable(row.document(), member)) {
            throw new DocumentRefused.NotYours("You may take away only what you have sent yourself");
        }
        transactions.executeWithoutResult(status -> remove(row, member.id()));
    }

    private boolean isRemovable(Document document, CurrentMember member) {
        return !attachables.keepsForGood(document.subject())
                && (member.id().equals(document.uploadedBy()) || member.may("remove:documents"));
    }

    /** Within a transaction: the content goes after it. Its key goes with the row, so that no backup opens it. */
    void remove(Row row, @Nullable MemberId by) {
        Document document = row.document();
        if (rows.delete(row.id())) {
            holdings.free(document.size());
            events.publishEvent(new DocumentRemoved(
                    row.tenant(),
                    document.id(),
                    document.revision() + 1,
                    document.subject().kind(),
                    document.subject().id(),
                    document.owner(),
                    by,
                    document.internal(),
                    clock.instant()));
            afterCommit(() -> strongroom.discard(row.keys()));
        }
    }

    private static void afterCommit(Runnable work) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                work.run();
            }
        });
    }

    private Row seen(CurrentMember member, DocumentId id) {
        return in(() -> rows.find(id)
                .filter(row -> attachables
                        .access(row.document().subject(), member)
                        .filter(access ->
                                access.seesInternal() || !row.document().internal())
                        .isPresent())
                .orElseThrow(() -> new DocumentRefused.NotFound("document")));
    }

    private <T> T in(Supplier<T> look) {
        return Objects.requireNonNull(transactions.execute(status -> look.get()));
    }
}
