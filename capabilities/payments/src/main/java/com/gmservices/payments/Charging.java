package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.payments.Opening.Started;
import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.ChargeOutcome.AwaitingCustomer;
import com.gmservices.payments.gateway.ChargeOutcome.Canceled;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.payments.gateway.ChargeOutcome.Reserved;
import com.gmservices.payments.gateway.ChargeOutcome.Unknown;
import com.gmservices.payments.gateway.PaymentGateway;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Talks to the gateways about charges: never within a transaction, and always about an attempt that is committed, so
 * that whatever dies in between leaves something to look up.
 */
@Component
class Charging {

    private static final Logger log = LoggerFactory.getLogger(Charging.class);

    private final Gateways gateways;
    private final Payments payments;
    private final Attempts attempts;
    private final Charges charges;
    private final Settlement settlement;
    private final LookUps lookUps;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Charging(
            Gateways gateways,
            Payments payments,
            Attempts attempts,
            Charges charges,
            Settlement settlement,
            LookUps lookUps,
            TransactionTemplate transactions,
            Clock clock) {
        this.gateways = gateways;
        this.payments = payments;
        this.attempts = attempts;
        this.charges = charges;
        this.settlement = settlement;
        this.lookUps = lookUps;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Once in the life of an attempt, by whoever has started it. */
    Payment charge(Started started) {
        Attempt attempt = started.attempt();
        return settlement.settle(
                attempt,
                ask(attempt, () -> gateway(attempt).charge(started.charge())).orElseGet(Unknown::new));
    }

    /** Asks what has become of the open attempt, unless somebody still waits for its answer. */
    Payment lookUp(Payment payment) {
        return open(payment)
                .filter(attempt -> !attempt.isBeingCalled(clock.instant()))
                .map(attempt -> lookUp(payment, attempt))
                .orElse(payment);
    }

    /** A gateway that has never heard of a charge may hear of it yet; after a time it is told to refuse it. */
    Payment lookUp(Payment payment, Attempt attempt) {
        Charge charge = charges.of(payment, attempt);
        Optional<Optional<ChargeOutcome>> answer =
                ask(attempt, () -> gateway(attempt).lookUp(charge));
        if (answer.isEmpty()) {
            return settlement.settle(attempt, new Unknown());
        }
        Optional<ChargeOutcome> outcome = answer.get();
        if (attempt.status() == Attempt.Status.CAPTURING && outcome.orElse(null) instanceof Reserved) {
            return askForReserved(payment, attempt, charge);
        }
        if (attempt.status() == Attempt.Status.RESERVED && outcome.orElse(null) instanceof Canceled) {
            return settlement.lapse(attempt);
        }
        return isGivenUp(attempt, outcome)
                ? callOff(payment, attempt)
                : settlement.settle(attempt, outcome.orElseGet(Unknown::new));
    }

    private boolean isGivenUp(Attempt attempt, Optional<ChargeOutcome> outcome) {
        if (outcome.isEmpty()) {
            return attempt.isOlderThan(lookUps.grace(), clock.instant());
        }
        return outcome.get() instanceof AwaitingCustomer && attempt.isOlderThan(lookUps.patience(), clock.instant());
    }

    /** Takes what is reserved. Empty when it is not waiting for that. */
    Optional<Payment> capture(Payment payment, Money amount) {
        Attempt reserved = open(payment).orElse(null);
        if (reserved == null
                || !Boolean.TRUE.equals(
                        transactions.execute(status -> settlement.capturing(payment, reserved, amount)))) {
            return Optional.empty();
        }
        Attempt capturing =
                transactions.execute(status -> attempts.find(reserved.id())).orElseThrow();
        return Optional.of(askForReserved(payment, capturing, charges.of(payment, capturing)));
    }

    /** Under the attempt's key as everything else, so that it is taken once however often it is asked for. */
    private Payment askForReserved(Payment payment, Attempt attempt, Charge charge) {
        Long capturing = attempt.capturing();
        if (capturing == null) {
            throw new IllegalStateException("Attempt %s captures nothing".formatted(attempt.id()));
        }
        Money amount = new Money(capturing, payment.amount().currency());
        return settlement.settle(
                attempt,
                ask(attempt, () -> gateway(attempt).capture(charge, amount)).orElseGet(Unknown::new));
    }

    /** The payment as it is afterwards: canceled, or succeeded when the payer was quicker. */
    Payment callOff(Payment payment) {
        return open(payment).map(attempt -> callOff(payment, attempt)).orElse(payment);
    }

    private Payment callOff(Payment payment, Attempt attempt) {
        Charge charge = charges.of(payment, attempt);
        return settlement.settle(
                attempt, ask(attempt, () -> gateway(attempt).callOff(charge)).orElseGet(Unknown::new));
    }

    /** Also of an attempt that was given up: whether it has taken money after all. */
    void changed(UUID key) {
        Attempt attempt = transactions
                .execute(status -> attempts.find(new AttemptId(key)))
                .orElse(null);
        if (attempt == null || attempt.status() == Attempt.Status.CAPTURED) {
            return;
        }
        Payment payment =
                transactions.execute(status -> payments.find(attempt.payment())).orElseThrow();
        if (attempt.isOpen()) {
            lookUp(payment, attempt);
        } else {
            lookForLateMoney(payment, attempt);
        }
    }

    private void lookForLateMoney(Payment payment, Attempt attempt) {
        Charge charge = charges.of(payment, attempt);
        ChargeOutcome outcome = gateway(attempt).lookUp(charge).orElseGet(Canceled::new);
        switch (outcome) {
            case Captured _ -> settlement.settle(attempt, outcome);
            case Reserved _ -> gateway(attempt).callOff(charge);
            default -> {}
        }
    }

    private PaymentGateway gateway(Attempt attempt) {
        return gateways.of(attempt.gateway());
    }

    private Optional<Attempt> open(Payment payment) {
        return transactions.execute(status -> attempts.findOpen(payment.id()));
    }

    /** Empty is silence: what was thrown says nothing about the money. */
    private static <T> Optional<T> ask(Attempt attempt, Supplier<T> question) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("A gateway is not called within a transaction");
        }
        try {
            return Optional.of(question.get());
        } catch (RuntimeException e) {
            log.warn("the gateway does not answer about attempt {}", attempt.id(), e);
            return Optional.empty();
        }
    }
}
