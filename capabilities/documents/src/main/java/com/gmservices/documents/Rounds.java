package com.gmservices.documents;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.documents.Checking.Harmful;
import com.gmservices.documents.DocumentRows.Row;
import com.gmservices.documents.Scratch.Sheet;
import com.gmservices.documents.store.FileStore;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Goes round after what waits: files whose check was broken off or could not be made, those that were sent straight to
 * the store, uploads that never came to their end.
 */
@Component
class Rounds {

    private static final int AT_ONCE = 20;
    private static final int TRIES = 50;
    private static final Logger log = LoggerFactory.getLogger(Rounds.class);

    private final JdbcClient platform;
    private final TransactionTemplate transactions;
    private final DocumentRows rows;
    private final Checking checking;
    private final Strongroom strongroom;
    private final FileStore store;
    private final Incoming incoming;
    private final Scratch scratch;
    private final Clock clock;

    Rounds(
            @PlatformDatabase JdbcClient platform,
            TransactionTemplate transactions,
            DocumentRows rows,
            Checking checking,
            Strongroom strongroom,
            FileStore store,
            Incoming incoming,
            Scratch scratch,
            Clock clock) {
        this.platform = platform;
        this.transactions = transactions;
        this.rows = rows;
        this.checking = checking;
        this.strongroom = strongroom;
        this.store = store;
        this.incoming = incoming;
        this.scratch = scratch;
        this.clock = clock;
    }

    void go() {
        for (TenantId tenant : tenants()) {
            CurrentTenant.run(tenant, () -> checking.due(AT_ONCE).forEach(this::goOn));
        }
    }

    private List<TenantId> tenants() {
        return platform.sql("select distinct tenant_id from documents.document where due_at <= ?")
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .query((row, index) -> new TenantId(row.getObject("tenant_id", UUID.class)))
                .list();
    }

    private void goOn(Row row) {
        switch (row.document().state()) {
            case QUARANTINED -> check(row);
            case ARRIVING, INFECTED, REFUSED -> checking.drop(row, null);
            case CLEAN, SKIPPED -> throw new IllegalStateException("Nothing is left to do");
        }
    }

    private void check(Row row) {
        Duration pause = Duration.ofSeconds(30).multipliedBy(1L + row.attempts());
        boolean mine = Boolean.TRUE.equals(transactions.execute(status ->
                rows.claim(row, clock.instant().plus(Receiving.LONGEST_CHECK).plus(pause))));
        // Another node has it on its disk.
        boolean elsewhere = DocumentRows.HERE.equals(row.incoming()) && !incoming.has(row.id());
        if (!mine || (elsewhere && row.attempts() < TRIES)) {
            return;
        }
        try (Sheet plain = scratch.sheet()) {
            checking.check(row, fetched(row, plain.path()));
        } catch (DocumentRefused refused) {
            checking.turnAway(row, DocumentState.REFUSED, refused.code());
        } catch (Harmful _) {
            checking.turnAway(row, DocumentState.INFECTED, "file-infected");
        } catch (IOException | RuntimeException e) {
            log.error("document {} could not be checked", row.id(), e);
            if (row.attempts() >= TRIES) {
                checking.turnAway(row, DocumentState.REFUSED, "file-unreadable");
            }
        }
    }

    /** Where its content lies, in plain. */
    private Path fetched(Row row, Path sheet) throws IOException {
        if (row.storedKey() != null) {
            strongroom.copy(row, row.storedKey(), sheet);
            return sheet;
        }
        if (DocumentRows.HERE.equals(row.incoming())) {
            return incoming.path(row.id());
        }
        try (var content = store.open(Objects.requireNonNull(row.incoming()));
                OutputStream out = Files.newOutputStream(sheet)) {
            if (content.size() != row.document().size()) {
                throw new DocumentRefused.NotAsAnnounced("What has come has another size than was announced");
            }
            Channels.newInputStream(content).transferTo(out);
        }
        if (!Strongroom.sha256(sheet).equals(row.document().sha256())) {
            throw new DocumentRefused.NotAsAnnounced("What has come is not what was announced");
        }
        return sheet;
    }
}
