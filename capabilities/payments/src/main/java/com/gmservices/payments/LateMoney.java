package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.payments.PaymentEvent.PaymentSucceeded;
import com.gmservices.payments.Refund.Status;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import java.time.Clock;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Money that a gateway has taken for an attempt that was given up: some vendors cannot call off what a payer still has
 * open. It becomes a payment of its own, and what is not due any more goes back by itself.
 */
@Component
@Transactional
class LateMoney {

    private static final Logger log = LoggerFactory.getLogger(LateMoney.class);
    private static final String REASON = "Paid already: this came twice.";

    private final Payments payments;
    private final Attempts attempts;
    private final Refunds refunds;
    private final Payables payables;
    private final Bookkeeping books;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    LateMoney(
            Payments payments,
            Attempts attempts,
            Refunds refunds,
            Payables payables,
            Bookkeeping books,
            ApplicationEventPublisher events,
            Clock clock) {
        this.payments = payments;
        this.attempts = attempts;
        this.refunds = refunds;
        this.payables = payables;
        this.books = books;
        this.events = events;
        this.clock = clock;
    }

    Payment take(Payment givenUp, Attempt attempt, Captured captured) {
        Instant now = clock.instant();
        Payment late = givenUp.takenLate(attempt.gateway(), captured.amount(), now);
        payments.add(late, "late " + attempt.id());
        if (!attempts.takenLate(attempt, late.id(), captured.reference(), now)) {
            // Somebody has seen it before us: their payment is found by the attempt.
            throw new IllegalStateException("The late money of attempt %s is taken already".formatted(attempt.id()));
        }
        log.warn("attempt {} was given up and has taken money: payment {}", attempt.id(), late.id());
        Money surplus = surplus(late);
        events.publishEvent(late.event(PaymentSucceeded::new, late.captured()));
        if (surplus.isPositive()) {
            giveBack(late, surplus, now);
        }
        Money taken =
                payments.taken(late.kind(), late.subject(), late.captured().currency());
        books.charged(late, attempt.id(), taken.minus(late.captured()));
        return payments.find(late.id()).orElseThrow();
    }

    /** All of it while somebody else is paying for the same thing. */
    private Money surplus(Payment late) {
        if (payments.findOpen(late.kind(), late.subject()).isPresent()) {
            return late.captured();
        }
        Money due = payables.due(late);
        return due.currency().equals(late.captured().currency()) && due.isPositive()
                ? late.captured().minus(due)
                : late.captured();
    }

    /** The job that asks for refunds finds it. */
    private void giveBack(Payment late, Money surplus, Instant now) {
        var refund = new Refund(
                RefundId.next(),
                late.id(),
                late.startedBy(),
                surplus,
                REASON,
                Status.PENDING,
                null,
                null,
                null,
                0,
                now,
                null);
        refunds.add(refund, "late " + late.id(), now);
        if (payments.reserve(late.id(), surplus, now).isEmpty()) {
            throw new IllegalStateException("Payment %s is gone".formatted(late.id()));
        }
    }
}
