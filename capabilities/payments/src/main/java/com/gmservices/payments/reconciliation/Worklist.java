package com.gmservices.payments.reconciliation;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.payments.gateway.GatewayNews;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfRefund;
import com.gmservices.payments.reconciliation.Differences.Filter;
import com.gmservices.payments.reconciliation.ReconciliationEvent.DifferenceResolved;
import com.gmservices.tenancy.CurrentMember;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What administrators do about differences. */
@Service
class Worklist {

    static final int LONGEST_NOTE = 500;

    private static final Logger log = LoggerFactory.getLogger(Worklist.class);
    private static final String RESOLVE = "resolve:reconciliation";

    private final Differences differences;
    private final Settling settling;
    private final GatewayNews news;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Worklist(
            Differences differences,
            Settling settling,
            GatewayNews news,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.differences = differences;
        this.settling = settling;
        this.news = news;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    Page<Difference> list(CurrentMember admin, Filter filter, Cursor cursor, int limit) {
        admin.require("read:reconciliation");
        return transactions.execute(status -> differences.list(filter, cursor, limit));
    }

    Difference find(DifferenceId id) {
        return transactions
                .execute(status -> differences.find(id))
                .orElseThrow(() -> new ReconciliationRefused.NotFound("difference"));
    }

    void resolve(CurrentMember admin, DifferenceId id, int revision, String note) {
        admin.require(RESOLVE);
        Difference difference = find(id);
        String why = note.strip();
        if (why.isEmpty() || why.length() > LONGEST_NOTE) {
            throw new ReconciliationRefused.NoteMissing(LONGEST_NOTE);
        }
        transactions.executeWithoutResult(status -> {
            if (!differences.resolve(id, revision, why, admin.id(), clock.instant())) {
                throw new ReconciliationRefused.ChangedMeanwhile();
            }
            events.publishEvent(new DifferenceResolved(
                    admin.tenant(), id.value(), difference.kind(), difference.gateway(), difference.day()));
        });
    }

    /** Has the payment or refund looked up again at its gateway. Empty when the gateway does not answer. */
    Optional<Difference> lookAgain(CurrentMember admin, DifferenceId id) {
        admin.require(RESOLVE);
        Difference difference = find(id);
        if (!difference.canBeLookedUp()) {
            throw new ReconciliationRefused.ChangedMeanwhile();
        }
        try {
            ask(difference);
        } catch (RuntimeException e) {
            log.warn("{} does not answer about difference {}", difference.gateway(), id, e);
            return Optional.empty();
        }
        settling.settle(Objects.requireNonNull(difference.movement()));
        return Optional.of(find(id));
    }

    private void ask(Difference difference) {
        UUID about = Objects.requireNonNull(difference.about());
        if (difference.kind() == Difference.Kind.NOT_GIVEN_BACK_HERE) {
            news.told(difference.gateway(), new OfRefund(about, null, null));
        } else {
            news.changed(about);
        }
    }
}
