package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money on its way from a payer to a business, for one thing. While a payment is open it is the only one for that thing.
 * Its amount is what the payer has agreed to, and never changes.
 *
 * @param reference what it is about, in words that the payer recognises
 * @param page where the payer comes from: a path within the tenant
 * @param refunding what is on its way back, and counts as given back until the gateway refuses
 * @param gateway where it was tried last
 * @param link the link through which somebody pays without signing in
 * @param continueAt where the payer goes on while the payment requires an action
 * @param reservedUntil until when money that waits to be captured is reserved
 */
public record Payment(
        TenantId tenant,
        PaymentId id,
        String kind,
        UUID subject,
        String reference,
        String page,
        MemberId payer,
        MemberId startedBy,
        String gateway,
        Money amount,
        Money captured,
        Money refunded,
        Money refunding,
        CaptureMethod capture,
        @Nullable UUID link,
        PaymentStatus status,
        @Nullable String continueAt,
        @Nullable Instant reservedUntil,
        @Nullable Failure failure,
        int revision,
        Instant createdAt,
        Instant changedAt) {

    /** @param code snake_case, stable; the message is for the payer */
    public record Failure(String code, String message) {

        /** The gateway has surely taken nothing, and another may be tried. */
        static final String NOT_REACHED = "gateway_not_reached";
    }

    /** What could still be given back. */
    public Money refundable() {
        return captured.minus(refunded).minus(refunding);
    }

    Payment tried(String at, Instant now) {
        return at(at).moved(PaymentStatus.PROCESSING, now);
    }

    Payment awaiting(String continueAt, Instant now) {
        return moved(PaymentStatus.REQUIRES_ACTION, captured, continueAt, null, null, now);
    }

    Payment unanswered(Instant now) {
        return moved(PaymentStatus.UNKNOWN, now);
    }

    Payment reserved(Instant until, Instant now) {
        return moved(PaymentStatus.REQUIRES_CAPTURE, captured, null, until, null, now);
    }

    Payment capturing(Instant now) {
        return moved(PaymentStatus.PROCESSING, now);
    }

    Payment failed(Failure why, Instant now) {
        return moved(PaymentStatus.FAILED, captured, null, null, why, now);
    }

    Payment canceled(Instant now) {
        return moved(PaymentStatus.CANCELED, captured, null, null, failure, now);
    }

    <E extends PaymentEvent> E event(Telling<E> telling, Money money) {
        return telling.event(tenant, id, revision, kind, subject, payer, money, changedAt);
    }

    /** The constructor that all payment events share. */
    interface Telling<E extends PaymentEvent> {
        E event(
                TenantId tenant,
                PaymentId payment,
                int revision,
                String kind,
                UUID subject,
                MemberId payer,
                Money money,
                Instant at);
    }

    /** The payment that money is which came after this one was given up. */
    Payment takenLate(String at, Money taken, Instant now) {
        return new Payment(
                tenant,
                PaymentId.next(),
                kind,
                subject,
                reference,
                page,
                payer,
                startedBy,
                at,
                taken,
                taken,
                Money.zero(taken.currency()),
                Money.zero(taken.currency()),
                capture,
                link,
                PaymentStatus.SUCCEEDED,
                null,
                null,
                null,
                1,
                now,
                now);
    }

    private Payment at(String where) {
        return with(where, captured, status, continueAt, reservedUntil, failure, revision, changedAt);
    }

    private Payment moved(PaymentStatus to, Instant now) {
        return moved(to, captured, null, null, null, now);
    }

    private Payment moved(
            PaymentStatus to,
            Money taken,
            @Nullable String goOnAt,
            @Nullable Instant until,
            @Nullable Failure why,
            Instant now) {
        return with(gateway, taken, to, goOnAt, until, why, revision + 1, now);
    }

    private Payment with(
            String where,
            Money taken,
            PaymentStatus to,
            @Nullable String goOnAt,
            @Nullable Instant until,
            @Nullable Failure why,
            int next,
            Instant now) {
        return new Payment(
                tenant, id, kind, subject, reference, page, payer, startedBy, where, amount, taken, refunded, refunding,
                capture, link, to, goOnAt, until, why, next, createdAt, now);
    }
}
