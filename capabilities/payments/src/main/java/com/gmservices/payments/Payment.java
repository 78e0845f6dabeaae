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
 * @param continueAt where the payer goes on while the payment requires an action
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
        PaymentStatus status,
        @Nullable String continueAt,
        @Nullable Failure failure,
        int revision,
        Instant createdAt,
        Instant changedAt) {

    /** @param code snake_case, stable; the message is for the payer */
    public record Failure(String code, String message) {}

    /** What could still be given back. */
    public Money refundable() {
        return captured.minus(refunded).minus(refunding);
    }

    Payment tried(Instant now) {
        return moved(PaymentStatus.PROCESSING, captured, null, null, now);
    }

    Payment awaiting(String continueAt, Instant now) {
        return moved(PaymentStatus.REQUIRES_ACTION, captured, continueAt, null, now);
    }

    Payment unanswered(Instant now) {
        return moved(PaymentStatus.UNKNOWN, captured, null, null, now);
    }

    Payment succeeded(Instant now) {
        return moved(PaymentStatus.SUCCEEDED, amount, null, null, now);
    }

    Payment failed(Failure why, Instant now) {
        return moved(PaymentStatus.FAILED, captured, null, why, now);
    }

    Payment canceled(Instant now) {
        return moved(PaymentStatus.CANCELED, captured, null, failure, now);
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

    private Payment moved(PaymentStatus to, Money taken, @Nullable String goOnAt, @Nullable Failure why, Instant now) {
        return new Payment(
                tenant,
                id,
                kind,
                subject,
                reference,
                page,
                payer,
                startedBy,
                gateway,
                amount,
                taken,
                refunded,
                refunding,
                to,
                goOnAt,
                why,
                revision + 1,
                createdAt,
                now);
    }
}
