package com.gmservices.payments.dispute;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Complaints.Complaint;
import com.gmservices.tenancy.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payer's complaint about a charge, as its gateway tells it. What was taken back for it is the amount that was told
 * first, and stays.
 *
 * @param reference the gateway's name for it
 * @param reason the gateway's word, snake_case
 * @param dueBy until when the gateway takes an answer
 * @param held whether the gateway has taken the money back, which it does not for a mere inquiry
 * @param draft what staff have written and not sent yet
 */
public record Dispute(
        TenantId tenant,
        DisputeId id,
        UUID payment,
        UUID attempt,
        String gateway,
        String reference,
        Money amount,
        String reason,
        DisputeStage stage,
        @Nullable Instant dueBy,
        @Nullable String draft,
        boolean held,
        Instant openedAt,
        @Nullable Instant decidedAt,
        int looks,
        int revision) {

    private static final Duration USUAL = Duration.ofDays(1);
    private static final Duration OVERDUE = Duration.ofHours(1);
    private static final Duration SHORTLY = Duration.ofMinutes(5);

    /** One that is decided already when we hear of it is written as open first: the money went before it came back. */
    static Dispute opened(TenantId tenant, String gateway, DisputedCharges.Taken charge, Complaint said, Instant now) {
        DisputeStage stage = DisputeStage.of(said.stage());
        return new Dispute(
                tenant,
                DisputeId.next(),
                charge.payment(),
                charge.attempt(),
                gateway,
                said.reference(),
                said.amount(),
                said.reason(),
                stage.isOpen() ? stage : DisputeStage.UNDER_REVIEW,
                due(said),
                null,
                said.held(),
                now,
                null,
                0,
                1);
    }

    public boolean awaitsAnswer() {
        return stage == DisputeStage.NEEDS_RESPONSE;
    }

    /** Until it is won, or for good. */
    boolean isTakenBack() {
        return held && stage != DisputeStage.WON;
    }

    boolean stands(Complaint said) {
        return DisputeStage.of(said.stage()) == stage
                && said.held() == held
                && said.reason().equals(reason)
                && (said.dueBy() == null || Objects.equals(due(said), dueBy));
    }

    Dispute said(Complaint said, Instant now) {
        DisputeStage next = DisputeStage.of(said.stage());
        return new Dispute(
                tenant,
                id,
                payment,
                attempt,
                gateway,
                reference,
                amount,
                said.reason(),
                next,
                said.dueBy() == null ? dueBy : due(said),
                draft,
                said.held(),
                openedAt,
                decided(next, now),
                looks,
                revision + 1);
    }

    /** As it is written, so that what is told again is the same. */
    private static @Nullable Instant due(Complaint said) {
        Instant due = said.dueBy();
        return due == null ? null : due.truncatedTo(ChronoUnit.SECONDS);
    }

    private @Nullable Instant decided(DisputeStage next, Instant now) {
        return next.isOpen() ? null : next == stage ? decidedAt : now;
    }

    /** When its gateway is asked again should it say nothing: each day, and as soon as the time is over. */
    @Nullable
    Instant lookAt(Instant now) {
        if (!stage.isOpen()) {
            return null;
        }
        Instant usual = now.plus(USUAL);
        if (dueBy == null || !awaitsAnswer() || usual.isBefore(dueBy)) {
            return usual;
        }
        return dueBy.isAfter(now) ? dueBy.plus(SHORTLY) : now.plus(OVERDUE);
    }

    <E extends DisputeEvent> E event(DisputeEvent.Telling<E> telling, Instant at) {
        return telling.event(tenant, id, revision, payment, amount, stage, at);
    }
}
