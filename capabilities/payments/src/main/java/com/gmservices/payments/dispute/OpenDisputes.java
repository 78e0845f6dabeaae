package com.gmservices.payments.dispute;

import com.gmservices.database.PlatformDatabase;
import com.gmservices.payments.dispute.Hearsay.Word;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The janitor of disputes: goes on with words that could not be written and with answers that were not heard, looks
 * again at what is open, so that a word that was lost is found, and reminds of what is due soon.
 */
@Component
class OpenDisputes {

    private static final Logger log = LoggerFactory.getLogger(OpenDisputes.class);
    private static final int AT_ONCE = 100;
    private static final Duration SOON = Duration.ofDays(2);

    private final JdbcClient platform;
    private final TransactionTemplate transactions;
    private final Hearsay hearsay;
    private final Disputes disputes;
    private final DisputeRows rows;
    private final Hearings hearings;
    private final Answers answers;
    private final Answering answering;
    private final Answerers answerers;
    private final Clock clock;

    OpenDisputes(
            @PlatformDatabase JdbcClient platform,
            TransactionTemplate transactions,
            Hearsay hearsay,
            Disputes disputes,
            DisputeRows rows,
            Hearings hearings,
            Answers answers,
            Answering answering,
            Answerers answerers,
            Clock clock) {
        this.platform = platform;
        this.transactions = transactions;
        this.hearsay = hearsay;
        this.disputes = disputes;
        this.rows = rows;
        this.hearings = hearings;
        this.answers = answers;
        this.answering = answering;
        this.answerers = answerers;
        this.clock = clock;
    }

    void look() {
        for (TenantId tenant : tenants()) {
            CurrentTenant.run(tenant, this::lookAtTenant);
        }
    }

    /** Those for whom something is due. */
    private List<TenantId> tenants() {
        OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
        return platform.sql("""
                select tenant_id from payments.dispute_hearsay where look_at <= :now
                union
                select tenant_id from payments.dispute where look_at <= :now
                union
                select tenant_id from payments.dispute_answer where tell_at <= :now
                """)
                .param("now", now)
                .query((row, index) -> new TenantId(row.getObject("tenant_id", UUID.class)))
                .list();
    }

    private void lookAtTenant() {
        hearsay.due(clock.instant(), AT_ONCE).forEach(this::settle);
        transactions.execute(status -> answers.due(clock.instant(), AT_ONCE)).forEach(this::resume);
        transactions.execute(status -> rows.due(clock.instant(), AT_ONCE)).forEach(this::look);
    }

    /** The next time is written down first: one that dies of this word has it come back later, behind the others. */
    private void settle(Word word) {
        Instant now = clock.instant();
        if (word.isOld(now)) {
            log.warn("the dispute {} of {} is about no charge of ours", word.reference(), word.gateway());
            hearsay.forget(word);
        } else if (hearsay.claim(word, now)) {
            disputes.settle(word);
        }
    }

    private void resume(Answer answer) {
        if (transactions.execute(status -> answers.claim(answer, clock.instant()))) {
            answering.resume(answer);
        }
    }

    private void look(Dispute dispute) {
        Instant now = clock.instant();
        if (transactions.execute(status -> rows.claim(dispute, now))) {
            hearings.hold(dispute.gateway(), dispute.reference());
            transactions
                    .execute(status -> rows.find(dispute.id()))
                    .filter(it -> isDueSoon(it, now))
                    .ifPresent(answerers::remind);
        }
    }

    private static boolean isDueSoon(Dispute dispute, Instant now) {
        Instant due = dispute.dueBy();
        return dispute.awaitsAnswer()
                && due != null
                && due.isAfter(now)
                && due.minus(SOON).isBefore(now);
    }
}
