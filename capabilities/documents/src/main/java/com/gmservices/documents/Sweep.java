package com.gmservices.documents;

import com.gmservices.database.Ids;
import com.gmservices.database.PlatformDatabase;
import com.gmservices.documents.DocumentRows.Row;
import com.gmservices.documents.store.FileStore;
import com.gmservices.documents.store.FileStore.Kept;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Once a day for each business: files whose time has come go, and so does what lies in the store and belongs to nothing,
 * as a process leaves it that died between the store and the database.
 */
@Component
class Sweep {

    private static final Duration EACH = Duration.ofDays(1);

    /** Whoever wrote it may still be about to say so. */
    private static final Duration YOUNG = Duration.ofHours(25);

    private static final int BUSINESSES = 50;
    private static final int AT_ONCE = 500;
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);

    private final JdbcClient platform;
    private final TransactionTemplate transactions;
    private final DocumentRows rows;
    private final Documents documents;
    private final Attachables attachables;
    private final Holdings holdings;
    private final Strongroom strongroom;
    private final Incoming incoming;
    private final FileStore store;
    private final Clock clock;

    Sweep(
            @PlatformDatabase JdbcClient platform,
            TransactionTemplate transactions,
            DocumentRows rows,
            Documents documents,
            Attachables attachables,
            Holdings holdings,
            Strongroom strongroom,
            Incoming incoming,
            FileStore store,
            Clock clock) {
        this.platform = platform;
        this.transactions = transactions;
        this.rows = rows;
        this.documents = documents;
        this.attachables = attachables;
        this.holdings = holdings;
        this.strongroom = strongroom;
        this.incoming = incoming;
        this.store = store;
        this.clock = clock;
    }

    void go() throws IOException {
        for (TenantId tenant : tenants()) {
            CurrentTenant.run(tenant, () -> sweep(tenant));
        }
        sweepIncoming();
    }

    private List<TenantId> tenants() {
        return platform.sql("""
                select tenant_id from documents.holding where swept_at is null or swept_at < ?
                order by swept_at nulls first limit ?
                """)
                .params(clock.instant().minus(EACH).atOffset(ZoneOffset.UTC), BUSINESSES)
                .query((row, index) -> new TenantId(row.getObject("tenant_id", UUID.class)))
                .list();
    }

    void sweep(TenantId tenant) {
        try {
            removeOld();
            discardOrphans(Strongroom.folder(tenant));
            discardOrphans("incoming/%s/".formatted(tenant));
            transactions.executeWithoutResult(status -> holdings.swept(clock.instant()));
        } catch (IOException | RuntimeException e) {
            log.error("the files of {} could not be swept", tenant, e);
        }
    }

    private void removeOld() {
        Integer months = in(() -> holdings.now()).keepMonths();
        if (months == null) {
            return;
        }
        Instant oldest =
                clock.instant().atOffset(ZoneOffset.UTC).minusMonths(months).toInstant();
        UUID before = Ids.floor(oldest);
        List<Row> old = in(() -> rows.all(before, AT_ONCE));
        while (!old.isEmpty()) {
            for (Row row : old) {
                if (!attachables.keepsForGood(row.document().subject())) {
                    transactions.executeWithoutResult(status -> documents.remove(row, null));
                }
            }
            UUID last = old.getLast().id().value();
            old = in(() -> rows.all(last, AT_ONCE));
        }
    }

    private void discardOrphans(String folder) throws IOException {
        Instant young = clock.instant().minus(YOUNG);
        String after = "";
        List<Kept> kept = store.list(folder, after, AT_ONCE);
        while (!kept.isEmpty()) {
            Set<String> old = kept.stream()
                    .filter(one -> one.at().isBefore(young))
                    .map(Kept::key)
                    .collect(Collectors.toCollection(HashSet::new));
            if (!old.isEmpty()) {
                old.removeAll(in(() -> rows.known(old)));
                strongroom.discard(old);
            }
            after = kept.getLast().key();
            kept = store.list(folder, after, AT_ONCE);
        }
    }

    private void sweepIncoming() throws IOException {
        List<DocumentId> old = incoming.untouchedSince(clock.instant().minus(YOUNG));
        if (old.isEmpty()) {
            return;
        }
        Set<UUID> known = platform.sql("select id from documents.document where id = any(?)")
                .param(old.stream().map(DocumentId::value).toArray(UUID[]::new))
                .query((row, index) -> row.getObject("id", UUID.class))
                .set();
        for (DocumentId id : old) {
            if (!known.contains(id.value())) {
                incoming.delete(id);
            }
        }
    }

    private <T> T in(Supplier<T> look) {
        return Objects.requireNonNull(transactions.execute(status -> look.get()));
    }
}
