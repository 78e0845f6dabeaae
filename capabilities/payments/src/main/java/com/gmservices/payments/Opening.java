package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.payments.Checkout.Wish;
import com.gmservices.payments.Payable.Due;
import com.gmservices.payments.PaymentEvent.PaymentCanceled;
import com.gmservices.payments.PaymentEvent.PaymentStarted;
import com.gmservices.payments.account.Limits;
import com.gmservices.payments.account.Limits.Limit;
import com.gmservices.payments.gateway.Charge;
import com.gmservices.tenancy.CurrentMember;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.interceptor.TransactionAspectSupport;

/** Starts payments and tries, one at a time for each thing that is paid for. Asks no gateway. */
@Component
@Transactional
class Opening {

    private final Payments payments;
    private final Attempts attempts;
    private final Payables payables;
    private final Limits limits;
    private final Choosing choosing;
    private final Charges charges;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Opening(
            Payments payments,
            Attempts attempts,
            Payables payables,
            Limits limits,
            Choosing choosing,
            Charges charges,
            ApplicationEventPublisher events,
            Clock clock) {
        this.payments = payments;
        this.attempts = attempts;
        this.payables = payables;
        this.limits = limits;
        this.choosing = choosing;
        this.charges = charges;
        this.events = events;
        this.clock = clock;
    }

    /** A try, and the words in which its gateway is to be asked once they are committed. */
    record Started(Attempt attempt, Charge charge) {}

    sealed interface Opened {

        /** @param started null while the payment waits for a method */
        record Fresh(Payment payment, @Nullable Started started) implements Opened {}

        /** The key has started this one already. */
        record Known(Payment payment) implements Opened {}

        /** This one waits for the customer, and has to be called off at its gateway first. */
        record Occupied(Payment by) implements Opened {}

        /** Something changed while we looked. */
        record Again() implements Opened {}
    }

    Opened open(CurrentMember member, Wish wish, String key) {
        Due due = payables.due(wish.kind(), wish.subject(), member);
        Payment payment;
        try {
            payment = payment(member, wish, due, amount(member, wish, due.amount()));
        } catch (PaymentRefused notDue) {
            // In this order: what this key has paid is then either still due above or found by it, and never neither.
            return known(member, wish, key).orElseThrow(() -> notDue);
        }
        Try with = meant(payment, wish.with());
        var fresh = add(payment, with, key);
        if (fresh.isEmpty()) {
            return known(member, wish, key).orElseGet(() -> makeRoom(wish));
        }
        // Whoever was paying until now has ended, and what they paid is seen only from here on.
        if (!payables.due(wish.kind(), wish.subject(), member).equals(due)) {
            TransactionAspectSupport.currentTransactionStatus().setRollbackOnly();
            return new Opened.Again();
        }
        events.publishEvent(payment.event(PaymentStarted::new, payment.amount()));
        return fresh.get();
    }

    private Optional<Opened> add(Payment payment, @Nullable Try with, String key) {
        if (with == null) {
            return payments.add(payment, key) ? Optional.of(new Opened.Fresh(payment, null)) : Optional.empty();
        }
        return attempts.startWith(payment, key, with)
                .map(attempt -> new Opened.Fresh(payment, new Started(attempt, charges.of(payment, attempt))));
    }

    /** The next try of a payment that waits for a method, or whose last try has failed; at any gateway. */
    Opened reopen(CurrentMember member, Payment seen, String gateway, Try with, @Nullable String key) {
        if (key != null && attempts.findByKey(seen.id(), key).isPresent()) {
            return new Opened.Known(payments.find(seen.id()).orElseThrow());
        }
        if (!seen.status().awaitsMethod()) {
            throw new PaymentRefused.WrongStage("confirm", seen.status());
        }
        Payment tried = seen.tried(gateway, clock.instant());
        Try meant = choosing.meant(seen.payer(), gateway, seen.amount().currency(), with);
        if (!payments.replace(tried)) {
            return new Opened.Again();
        }
        Money due = payables.due(seen.kind(), seen.subject(), member).amount();
        requireDue(due);
        if (!due.currency().equals(seen.amount().currency()) || due.compareTo(seen.amount()) < 0) {
            throw new PaymentRefused.AmountChanged(due);
        }
        return new Opened.Fresh(tried, start(tried, meant, key));
    }

    /** The same try at another gateway, after one that has surely taken nothing. */
    Opened reroute(Payment failed, String gateway, Try with) {
        Payment tried = failed.tried(gateway, clock.instant());
        return payments.replace(tried)
                ? new Opened.Fresh(tried, start(tried, with, null))
                : new Opened.Known(payments.find(failed.id()).orElseThrow());
    }

    private Started start(Payment payment, Try with, @Nullable String key) {
        Attempt attempt = attempts.start(payment.id(), payment.gateway(), with, key, payment.changedAt());
        return new Started(attempt, charges.of(payment, attempt));
    }

    /** False when it does not wait for a method any more. */
    boolean withdraw(Payment payment) {
        Payment canceled = payment.canceled(clock.instant());
        if (!payments.replace(canceled)) {
            return false;
        }
        events.publishEvent(canceled.event(PaymentCanceled::new, canceled.amount()));
        return true;
    }

    private @Nullable Try meant(Payment payment, @Nullable Try with) {
        return with == null
                ? null
                : choosing.meant(
                        payment.payer(), payment.gateway(), payment.amount().currency(), with);
    }

    private Optional<Opened> known(CurrentMember member, Wish wish, String key) {
        return payments.findByKey(member.id(), key).map(payment -> {
            if (!payment.kind().equals(wish.kind()) || !payment.subject().equals(wish.subject())) {
                throw new PaymentRefused.KeyReused();
            }
            return new Opened.Known(payment);
        });
    }

    private Opened makeRoom(Wish wish) {
        var open = payments.findOpen(wish.kind(), wish.subject());
        if (open.isEmpty()) {
            return new Opened.Again();
        }
        Payment payment = open.get();
        return switch (payment.status()) {
            case REQUIRES_PAYMENT_METHOD -> {
                withdraw(payment);
                yield new Opened.Again();
            }
            case REQUIRES_ACTION -> new Opened.Occupied(payment);
            default -> throw new PaymentRefused.UnderWay();
        };
    }

    private Money amount(CurrentMember member, Wish wish, Money due) {
        requireDue(due);
        if (wish.seen() != null && !wish.seen().equals(due)) {
            throw new PaymentRefused.AmountChanged(due);
        }
        Money amount = due;
        if (wish.deposit() != null) {
            member.require("collect:payments");
            amount = deposit(wish.deposit(), due);
        }
        requireWithin(limits.of(amount.currency()), amount);
        return amount;
    }

    private static void requireWithin(Limit limit, Money amount) {
        if (amount.compareTo(limit.least()) < 0) {
            throw new PaymentRefused.Unfit("/amount", "One payment is at least %s here".formatted(limit.least()));
        }
        if (amount.compareTo(limit.most()) > 0) {
            throw new PaymentRefused.Unfit("/amount", "One payment takes at most %s here".formatted(limit.most()));
        }
    }

    private static Money deposit(Money deposit, Money due) {
        if (!deposit.currency().equals(due.currency())) {
            throw new PaymentRefused.Unfit("/amount/currency", "It is to be paid in %s".formatted(due.currency()));
        }
        if (!deposit.isPositive() || deposit.compareTo(due) > 0) {
            throw new PaymentRefused.Unfit("/amount/amount", "%s is due: take a part of it or all".formatted(due));
        }
        return deposit;
    }

    private static void requireDue(Money due) {
        if (!due.isPositive()) {
            throw new PaymentRefused.NothingDue();
        }
    }

    private Payment payment(CurrentMember member, Wish wish, Due due, Money amount) {
        Instant now = clock.instant();
        Money zero = Money.zero(amount.currency());
        return new Payment(
                member.tenant(),
                PaymentId.next(),
                wish.kind(),
                wish.subject(),
                due.reference(),
                due.page(),
                due.payer(),
                member.id(),
                wish.gateway(),
                amount,
                zero,
                zero,
                zero,
                wish.capture(),
                wish.link(),
                wish.with() == null ? PaymentStatus.REQUIRES_PAYMENT_METHOD : PaymentStatus.PROCESSING,
                null,
                null,
                null,
                1,
                now,
                now);
    }
}
