package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.payments.Attempt.Status;
import com.gmservices.payments.Payment.Failure;
import com.gmservices.payments.PaymentEvent.PaymentCanceled;
import com.gmservices.payments.PaymentEvent.PaymentFailed;
import com.gmservices.payments.PaymentEvent.PaymentReserved;
import com.gmservices.payments.PaymentEvent.PaymentSucceeded;
import com.gmservices.payments.PaymentEvent.PaymentUnknown;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.ChargeOutcome.AwaitingCustomer;
import com.gmservices.payments.gateway.ChargeOutcome.Canceled;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.payments.gateway.ChargeOutcome.Declined;
import com.gmservices.payments.gateway.ChargeOutcome.NotReached;
import com.gmservices.payments.gateway.ChargeOutcome.Reserved;
import com.gmservices.payments.gateway.ChargeOutcome.Unknown;
import com.gmservices.payments.gateway.Means;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what a gateway has said. The same outcome may be brought by the call itself, by a look-up and by the
 * gateway's own word, in any order and at once: the first to move the open attempt moves the payment, the others find
 * it done.
 */
@Component
@Transactional
class Settlement {

    private static final Logger log = LoggerFactory.getLogger(Settlement.class);

    private final Payments payments;
    private final Attempts attempts;
    private final SavedMethods methods;
    private final LateMoney lateMoney;
    private final Bookkeeping books;
    private final LookUps lookUps;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Settlement(
            Payments payments,
            Attempts attempts,
            SavedMethods methods,
            LateMoney lateMoney,
            Bookkeeping books,
            LookUps lookUps,
            ApplicationEventPublisher events,
            Clock clock) {
        this.payments = payments;
        this.attempts = attempts;
        this.methods = methods;
        this.lateMoney = lateMoney;
        this.books = books;
        this.lookUps = lookUps;
        this.events = events;
        this.clock = clock;
    }

    Payment settle(Attempt attempt, ChargeOutcome outcome) {
        return switch (outcome) {
            case Captured captured -> captured(attempt, captured);
            case Reserved reserved -> reserved(attempt, reserved);
            case Declined declined -> failed(attempt, new Failure(declined.code(), declined.sentence()));
            case NotReached away -> failed(attempt, new Failure(Failure.NOT_REACHED, away.sentence()));
            case Canceled _
            when attempt.status() == Status.AWAITING_CUSTOMER || attempt.status() == Status.RESERVED ->
                canceled(attempt);
            case Canceled _ -> failed(attempt, new Failure("not_received", "The payment did not reach the bank."));
            case AwaitingCustomer awaiting -> awaiting(attempt, awaiting);
            case Unknown unknown -> unknown(attempt, unknown);
        };
    }

    /** The payment while its money is being taken; it has to be committed before the gateway is asked. */
    boolean capturing(Payment payment, Attempt attempt, Money amount) {
        Instant now = clock.instant();
        if (!attempts.capture(attempt, amount, now.plus(Attempt.LONGEST_CALL))) {
            return false;
        }
        replace(payment.capturing(now));
        return true;
    }

    private Payment captured(Attempt attempt, Captured captured) {
        Instant now = clock.instant();
        var taken = payments.take(attempt, captured, now);
        if (taken.isEmpty()) {
            return capturedAlready(attempt, captured);
        }
        Payment payment = taken.get().payment();
        keep(payment, attempt, captured.kept(), now);
        events.publishEvent(payment.event(PaymentSucceeded::new, payment.captured()));
        books.charged(payment, attempt.id(), taken.get().before());
        return payment;
    }

    private Payment capturedAlready(Attempt attempt, Captured captured) {
        return attempts.find(attempt.id()).orElseThrow().status() == Status.CAPTURED
                ? payment(attempt)
                : lateMoney.take(payment(attempt), attempt, captured);
    }

    private Payment reserved(Attempt attempt, Reserved reserved) {
        Instant now = clock.instant();
        List<Status> from = List.of(Status.STARTED, Status.UNKNOWN, Status.AWAITING_CUSTOMER);
        if (!attempts.await(attempt, from, Status.RESERVED, reserved.reference(), lookUps.seldom(now))) {
            return payment(attempt);
        }
        Payment payment = replace(payment(attempt).reserved(reserved.until(), now));
        keep(payment, attempt, reserved.kept(), now);
        events.publishEvent(payment.event(PaymentReserved::new, payment.amount()));
        return payment;
    }

    private void keep(Payment payment, Attempt attempt, @Nullable Means means, Instant now) {
        if (means != null && attempt.with().keep()) {
            methods.keep(payment.payer(), attempt.gateway(), means, now);
        }
    }

    private Payment failed(Attempt attempt, Failure why) {
        Instant now = clock.instant();
        var closed = attempts.close(attempt, Status.DECLINED, why, now);
        if (closed.isEmpty()) {
            return settled(attempt, Status.DECLINED);
        }
        Payment payment = replace(closed.get().failed(why, now));
        events.publishEvent(payment.event(PaymentFailed::new, payment.amount()));
        return payment;
    }

    private Payment canceled(Attempt attempt) {
        Instant now = clock.instant();
        var closed = attempts.close(attempt, Status.CANCELED, null, now);
        if (closed.isEmpty()) {
            return settled(attempt, Status.CANCELED);
        }
        Payment payment = replace(closed.get().canceled(now));
        events.publishEvent(payment.event(PaymentCanceled::new, payment.amount()));
        return payment;
    }

    /** What was reserved is over, and nobody here has let it go. */
    Payment lapse(Attempt attempt) {
        Payment before = payment(attempt);
        Payment after = canceled(attempt);
        if (before.status() == PaymentStatus.REQUIRES_CAPTURE && after.status() == PaymentStatus.CANCELED) {
            events.publishEvent(new ReservationLapsed(after.tenant(), after.id(), after.amount()));
        }
        return after;
    }

    private Payment awaiting(Attempt attempt, AwaitingCustomer awaiting) {
        Instant now = clock.instant();
        List<Status> from = List.of(Status.STARTED, Status.UNKNOWN);
        return attempts.await(attempt, from, Status.AWAITING_CUSTOMER, awaiting.reference(), lookUps.first(now))
                ? replace(payment(attempt).awaiting(awaiting.continueAt(), now))
                : payment(attempt);
    }

    private Payment unknown(Attempt attempt, Unknown unknown) {
        Instant now = clock.instant();
        List<Status> from = List.of(Status.STARTED);
        if (!attempts.await(attempt, from, Status.UNKNOWN, unknown.reference(), lookUps.first(now))) {
            return payment(attempt);
        }
        Payment payment = replace(payment(attempt).unanswered(now));
        events.publishEvent(payment.event(PaymentUnknown::new, payment.amount()));
        return payment;
    }

    /** Who comes late must not bring anything else than what is written. */
    private Payment settled(Attempt attempt, Status brought) {
        Status written = attempts.find(attempt.id()).orElseThrow().status();
        if (written != brought) {
            log.warn("attempt {} is {} and now said to be {}", attempt.id(), written.code(), brought.code());
        }
        return payment(attempt);
    }

    private Payment payment(Attempt attempt) {
        return payments.find(attempt.payment()).orElseThrow();
    }

    /** While an attempt is open nobody else moves its payment. */
    private Payment replace(Payment payment) {
        if (!payments.replace(payment)) {
            throw new IllegalStateException("Payment %s was moved beside its attempt".formatted(payment.id()));
        }
        return payment;
    }
}
