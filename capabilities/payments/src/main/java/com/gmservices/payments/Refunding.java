package com.gmservices.payments;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import com.gmservices.payments.Payment.Failure;
import com.gmservices.payments.PaymentEvent.PaymentRefunded;
import com.gmservices.payments.PaymentEvent.RefundFailed;
import com.gmservices.payments.Refund.Status;
import com.gmservices.payments.dispute.Disputes;
import com.gmservices.payments.gateway.PaymentGateway;
import com.gmservices.payments.gateway.RefundOutcome;
import com.gmservices.payments.gateway.Repayment;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives money back. What is to go back is set aside on the payment first, so that any number of people together give
 * back no more than was taken; the gateway is asked afterwards, outside the transaction, as often as it takes, always
 * under the same key.
 */
@Service
public class Refunding {

    private static final Logger log = LoggerFactory.getLogger(Refunding.class);

    private final Checkout checkout;
    private final Payments payments;
    private final Attempts attempts;
    private final Refunds refunds;
    private final Charges charges;
    private final Bookkeeping books;
    private final Disputes disputes;
    private final Gateways gateways;
    private final LookUps lookUps;
    private final TransactionTemplate transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Refunding(
            Checkout checkout,
            Payments payments,
            Attempts attempts,
            Refunds refunds,
            Charges charges,
            Bookkeeping books,
            Disputes disputes,
            Gateways gateways,
            LookUps lookUps,
            TransactionTemplate transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.checkout = checkout;
        this.payments = payments;
        this.attempts = attempts;
        this.refunds = refunds;
        this.charges = charges;
        this.books = books;
        this.disputes = disputes;
        this.gateways = gateways;
        this.lookUps = lookUps;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /** @param amount null for all that is left */
    public Refund refund(
            CurrentMember staff, PaymentId id, @Nullable Money amount, @Nullable String reason, String key) {
        staff.require("refund:payments");
        Payment payment = checkout.find(staff, id);
        Started started = transactions.execute(status -> start(staff, payment, amount, reason, key));
        return started.fresh ? ask(started.refund) : started.refund;
    }

    /** What can be given back: nothing that the gateway has taken back for a payer's complaint. */
    Money refundable(Payment payment) {
        Money held = disputes.takenBack(payment.id().value(), payment.amount().currency());
        Money left = payment.refundable().minus(held);
        return left.isPositive() ? left : Money.zero(left.currency());
    }

    /** Of one payment or all, as far as the member may see them; the newest first. */
    public Page<Refund> list(CurrentMember member, @Nullable PaymentId payment, Cursor cursor, int limit) {
        return transactions.execute(
                status -> refunds.list(payment, member.isStaff() ? null : member.id(), cursor, limit));
    }

    /** Asks the gateway, for the first time or again. */
    Refund ask(Refund refund) {
        Asking asking = transactions.execute(status -> asking(refund));
        RefundOutcome outcome = outcome(gateways.of(asking.gateway), asking.repayment);
        return transactions.execute(status -> settle(refund, outcome));
    }

    /** On word that something has become of it. */
    void changed(RefundId id) {
        transactions
                .execute(status -> refunds.find(id))
                .filter(refund -> refund.status() == Status.PENDING)
                .ifPresent(this::ask);
    }

    private record Asking(String gateway, Repayment repayment) {}

    private Asking asking(Refund refund) {
        Payment payment = payments.find(refund.payment()).orElseThrow();
        Attempt charge = attempts.of(payment.id()).stream()
                .filter(attempt -> attempt.status() == Attempt.Status.CAPTURED)
                .findFirst()
                .orElseThrow();
        return new Asking(
                charge.gateway(),
                new Repayment(
                        refund.id().value(),
                        refund.reference(),
                        charges.of(payment, charge),
                        refund.amount(),
                        refund.reason()));
    }

    private record Started(Refund refund, boolean fresh) {}

    private Started start(
            CurrentMember staff, Payment seen, @Nullable Money amount, @Nullable String reason, String key) {
        Optional<Refund> known = refunds.findByKey(seen.id(), staff.id(), key);
        if (known.isPresent()) {
            return new Started(known.get(), false);
        }
        if (seen.status() != PaymentStatus.SUCCEEDED) {
            throw new PaymentRefused.WrongStage("refund", seen.status());
        }
        Instant now = clock.instant();
        Money refundable = refundable(seen);
        Refund refund = new Refund(
                RefundId.next(),
                seen.id(),
                staff.id(),
                amount == null ? refundable : fitting(amount, seen),
                reason,
                Status.PENDING,
                null,
                null,
                null,
                0,
                now,
                null);
        if (refund.amount().isZero()) {
            throw new PaymentRefused.NothingToRefund();
        }
        if (refund.amount().compareTo(refundable) > 0) {
            throw new PaymentRefused.RefundTooLarge(refundable);
        }
        if (!refunds.add(refund, key, now.plus(Attempt.LONGEST_CALL))) {
            return new Started(refunds.findByKey(seen.id(), staff.id(), key).orElseThrow(), false);
        }
        if (payments.reserve(seen.id(), refund.amount(), now).isEmpty()) {
            throw new PaymentRefused.RefundTooLarge(
                    payments.find(seen.id()).orElseThrow().refundable());
        }
        return new Started(refund, true);
    }

    private static Money fitting(Money amount, Payment payment) {
        if (!amount.currency().equals(payment.amount().currency())) {
            throw new PaymentRefused.Unfit(
                    "/amount/currency",
                    "It was paid in %s".formatted(payment.amount().currency()));
        }
        if (!amount.isPositive()) {
            throw new PaymentRefused.Unfit("/amount/amount", "Give back more than nothing");
        }
        return amount;
    }

    /** What a gateway throws says nothing about the money. */
    private static RefundOutcome outcome(PaymentGateway gateway, Repayment repayment) {
        try {
            return gateway.refund(repayment);
        } catch (RuntimeException e) {
            log.warn("the gateway does not answer about refund {}", repayment.key(), e);
            return new RefundOutcome.Unknown();
        }
    }

    private Refund settle(Refund refund, RefundOutcome outcome) {
        Instant now = clock.instant();
        switch (outcome) {
            case RefundOutcome.Refunded refunded -> {
                if (refunds.close(refund.id(), Status.SUCCEEDED, refunded.reference(), null, now)) {
                    Payment payment = payments.refunded(refund.payment(), refund.amount(), now);
                    events.publishEvent(payment.event(PaymentRefunded::new, refund.amount()));
                    books.refunded(payment, refund);
                }
            }
            case RefundOutcome.Refused refused -> {
                Failure why = new Failure(refused.code(), refused.sentence());
                if (refunds.close(refund.id(), Status.FAILED, null, why, now)) {
                    Payment payment = payments.notRefunded(refund.payment(), refund.amount(), now);
                    events.publishEvent(payment.event(RefundFailed::new, refund.amount()));
                }
            }
            case RefundOutcome.Waiting waiting -> {
                refunds.name(refund.id(), waiting.reference());
                refunds.claim(refund, lookUps.next(refund.asked(), now));
                if (refunds.attend(refund.id(), waiting.what())) {
                    events.publishEvent(new RefundWaits(
                            CurrentTenant.id(), refund.payment(), refund.id(), refund.amount(), waiting.what()));
                }
            }
            case RefundOutcome.Unknown unknown -> {
                if (unknown.reference() != null) {
                    refunds.name(refund.id(), unknown.reference());
                }
                refunds.claim(refund, lookUps.next(refund.asked(), now));
            }
        }
        return refunds.find(refund.id()).orElseThrow();
    }
}
