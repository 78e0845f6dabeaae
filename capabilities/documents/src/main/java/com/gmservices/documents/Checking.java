package com.gmservices.documents;

import com.gmservices.documents.DocumentEvent.DocumentAttached;
import com.gmservices.documents.DocumentEvent.DocumentTurnedAway;
import com.gmservices.documents.DocumentRows.Row;
import com.gmservices.documents.Scanner.Verdict;
import com.gmservices.documents.Scratch.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes a file out of quarantine: judged, scanned, drawn anew if it is a picture, sealed. Everything that lasts is done
 * before the one statement that shows the file to anybody, so that whoever dies on the way leaves nothing that is served.
 */
@Component
class Checking {

    /** For how long it can be read that a file was not taken, and why. */
    private static final Duration TOLD = Duration.ofDays(30);

    private static final Logger log = LoggerFactory.getLogger(Checking.class);

    private final Judge judge;
    private final Scanner scanner;
    private final Pictures pictures;
    private final Strongroom strongroom;
    private final Incoming incoming;
    private final Scratch scratch;
    private final DocumentRows rows;
    private final Holdings holdings;
    private final DocumentSettings settings;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Checking(
            Judge judge,
            Scanner scanner,
            Pictures pictures,
            Strongroom strongroom,
            Incoming incoming,
            Scratch scratch,
            DocumentRows rows,
            Holdings holdings,
            DocumentSettings settings,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.judge = judge;
        this.scanner = scanner;
        this.pictures = pictures;
        this.strongroom = strongroom;
        this.incoming = incoming;
        this.scratch = scratch;
        this.rows = rows;
        this.holdings = holdings;
        this.settings = settings;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** Ready, or still waiting for a scanner that does not answer. */
    Document check(Row row, Path plain) throws IOException {
        FileName name = FileName.of(row.document().name());
        FileKind kind = judge.judge(name, plain);
        Verdict verdict;
        try {
            verdict = scanner.scan(plain);
        } catch (IOException e) {
            log.warn("document {} waits for the scanner: {}", row.id(), e.getMessage());
            return seal(row, plain);
        }
        return switch (verdict) {
            case Verdict.Harmless(boolean asked) ->
                release(row, name, kind, plain, asked ? DocumentState.CLEAN : DocumentState.SKIPPED);
            case Verdict.Harmful(String what) -> throw new Harmful(what);
            case Verdict.TooLarge _ ->
                throw new DocumentRefused.Unfit(
                        "file-too-large", "This file is larger than what can be checked for viruses");
        };
    }

    /** Something was found in it. */
    static final class Harmful extends RuntimeException {
        Harmful(String what) {
            super(what);
        }

        DocumentRefused told() {
            return new DocumentRefused.Unfit(
                    "file-infected", "The virus scanner has found something in this file (%s)".formatted(getMessage()));
        }
    }

    /** Until the scanner is back it lies in the store as safely as all others. */
    private Document seal(Row row, Path plain) throws IOException {
        if (row.storedKey() == null) {
            String storedKey = strongroom.put(row, plain);
            transactions.executeWithoutResult(status -> rows.sealed(row.id(), storedKey));
            forgetIncoming(row);
        }
        return row.document();
    }

    private Document release(Row row, FileName name, FileKind kind, Path plain, DocumentState state)
            throws IOException {
        if (!kind.isPicture()) {
            String storedKey = row.storedKey() == null ? strongroom.put(row, plain) : row.storedKey();
            Document checked = row.document()
                    .checked(
                            state, kind, name, Files.size(plain), row.document().sha256());
            return release(row, checked, storedKey, null);
        }
        if (Files.size(plain) > settings.maxPictureBytes()) {
            throw new DocumentRefused.Unfit(
                    "file-too-large", "A picture has at most %s".formatted(Bytes.words(settings.maxPictureBytes())));
        }
        try (Sheet drawn = scratch.sheet();
                Sheet thumbnail = scratch.sheet()) {
            Pictures.Drawn anew = pictures.draw(kind, plain, drawn.path(), thumbnail.path());
            Document checked = row.document()
                    .checked(state, anew.kind(), name, Files.size(drawn.path()), Strongroom.sha256(drawn.path()))
                    .drawn(anew.measures());
            return release(row, checked, strongroom.put(row, drawn.path()), strongroom.put(row, thumbnail.path()));
        }
    }

    private Document release(Row row, Document checked, String storedKey, @Nullable String thumbnailKey) {
        boolean released = Boolean.TRUE.equals(transactions.execute(status -> {
            if (!rows.release(checked, storedKey, thumbnailKey)) {
                return false;
            }
            holdings.resize(checked.size() - row.document().size());
            events.publishEvent(attached(row, checked));
            return true;
        }));
        var spare = new ArrayList<>(row.keys());
        if (released) {
            spare.remove(storedKey);
        } else {
            spare.add(storedKey);
            if (thumbnailKey != null) {
                spare.add(thumbnailKey);
            }
        }
        strongroom.discard(spare);
        forgetIncoming(row);
        return checked;
    }

    private DocumentAttached attached(Row row, Document checked) {
        return new DocumentAttached(
                row.tenant(),
                checked.id(),
                checked.revision(),
                checked.subject().kind(),
                checked.subject().id(),
                checked.owner(),
                checked.uploadedBy(),
                checked.internal(),
                checked.mediaType(),
                checked.size(),
                clock.instant());
    }

    /** Its content goes at once; why it was not taken is told for a while to whoever sees what it hangs on. */
    void turnAway(Row row, DocumentState state, String reason) {
        transactions.executeWithoutResult(status -> {
            if (rows.turnAway(row.id(), state, reason, clock.instant().plus(TOLD))) {
                holdings.resize(-row.document().size());
                events.publishEvent(turnedAway(row, reason));
            }
        });
        strongroom.discard(row.keys());
        forgetIncoming(row);
    }

    /** Nothing is left of it. */
    void drop(Row row, @Nullable String reason) {
        transactions.executeWithoutResult(status -> {
            if (rows.delete(row.id())) {
                holdings.free(row.document().size());
                if (reason != null) {
                    events.publishEvent(turnedAway(row, reason));
                }
            }
        });
        strongroom.discard(row.keys());
        forgetIncoming(row);
    }

    private DocumentTurnedAway turnedAway(Row row, String reason) {
        Document document = row.document();
        return new DocumentTurnedAway(
                row.tenant(),
                document.id(),
                document.revision(),
                document.subject().kind(),
                document.subject().id(),
                document.uploadedBy(),
                reason,
                clock.instant());
    }

    private void forgetIncoming(Row row) {
        if (Objects.equals(row.incoming(), DocumentRows.HERE)) {
            try {
                incoming.delete(row.id());
            } catch (IOException e) {
                log.warn("document {} was left behind and is to be swept", row.id(), e);
            }
        }
    }

    List<Row> due(int limit) {
        return Objects.requireNonNull(transactions.execute(status -> rows.due(clock.instant(), limit)));
    }
}
