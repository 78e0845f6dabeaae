package com.gmservices.insights;

import com.gmservices.events.EventLog;
import com.gmservices.insights.Counts.Amount;
import com.gmservices.insights.Counts.Slot;
import com.gmservices.payments.PaymentEvent;
import com.gmservices.payments.PaymentEvent.PaymentRefunded;
import com.gmservices.payments.PaymentEvent.PaymentSucceeded;
import com.gmservices.requests.RequestEvent;
import com.gmservices.requests.RequestEvent.RequestCreated;
import com.gmservices.requests.RequestEvent.RequestMoved;
import com.gmservices.tenancy.Tenants;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Counts everything again from the log. It works on one snapshot: an event and its counts are written in one
 * transaction, so that the snapshot has both or neither, and whoever works at that moment is neither waited for, nor
 * forgotten, nor counted twice. Should the counts be added to their days meanwhile, the database says so and it begins
 * anew.
 */
@Component
class Recount {

    private static final int TRIES = 5;

    private final EventLog log;
    private final Counts counts;
    private final Zones zones;
    private final Tenants tenants;
    private final TransactionTemplate snapshot;

    Recount(EventLog log, Counts counts, Zones zones, Tenants tenants, PlatformTransactionManager transactions) {
        this.log = log;
        this.counts = counts;
        this.zones = zones;
        this.tenants = tenants;
        var definition = new DefaultTransactionDefinition();
        definition.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot = new TransactionTemplate(transactions, definition);
    }

    /** Of the current tenant. */
    void run() {
        for (int tries = 1; ; tries++) {
            try {
                snapshot.executeWithoutResult(status -> count());
                return;
            } catch (ConcurrencyFailureException | DuplicateKeyException meanwhile) {
                if (tries == TRIES) {
                    throw meanwhile;
                }
            }
        }
    }

    private void count() {
        ZoneId zone = tenants.current().timeZone();
        Map<Slot, Amount> all = new HashMap<>();
        log.<RequestEvent>replay(
                List.of(RequestCreated.class, RequestMoved.class), event -> count(Counting.of(event), zone, all));
        log.<PaymentEvent>replay(
                List.of(PaymentSucceeded.class, PaymentRefunded.class), event -> count(Counting.of(event), zone, all));
        counts.replaceWith(all.entrySet().stream()
                .map(each -> new Counts.Entry(each.getKey(), each.getValue()))
                .toList());
        zones.keep(zone);
    }

    private static void count(List<Insight> insights, ZoneId zone, Map<Slot, Amount> all) {
        insights.forEach(
                insight -> all.merge(Slot.of(insight, zone), new Amount(insight.count(), insight.sum()), Amount::plus));
    }
}
