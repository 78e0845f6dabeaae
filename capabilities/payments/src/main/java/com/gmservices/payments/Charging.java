package com.gmservices.payments;

import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.ChargeOutcome.Unknown;
import com.gmservices.payments.gateway.GatewayNews;
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
class Charging implements GatewayNews {

    private static final Logger log = LoggerFactory.getLogger(Charging.class);

    private final Gateways gateways;
    private final Payments payments;
    private final Attempts attempts;
    private final Settlement settlement;
    private final LookUps lookUps;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Charging(
            Gateways gateways,
            Payments payments,
            Attempts attempts,
            Settlement settlement,
            LookUps lookUps,
            TransactionTemplate transactions,
            Clock clock) {
        this.gateways = gateways;
        this.payments = payments;
        this.attempts = attempts;
        this.settlement = settlement;
        this.lookUps = lookUps;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Once in the life of an attempt, by whoever has started it. */
    Payment charge(Payment payment, Attempt attempt) {
        var charge = new Charge(
                attempt.id().value(),
                payment.amount(),
                attempt.method(),
                payment.reference(),
                "/payments/%s/outcome".formatted(payment.id()));
        ChargeOutcome outcome =
                ask(attempt, () -> gateways.of(payment).charge(charge)).orElseGet(Unknown::new);
        return settlement.settle(attempt, outcome);
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
        PaymentGateway gateway = gateways.of(payment);
        Optional<Optional<ChargeOutcome>> answer =
                ask(attempt, () -> gateway.lookUp(attempt.id().value()));
        if (answer.isEmpty()) {
            return settlement.settle(attempt, new Unknown());
        }
        boolean over = answer.get()
                .map(outcome -> outcome instanceof ChargeOutcome.AwaitingCustomer
                        && attempt.isOlderThan(lookUps.patience(), clock.instant()))
                .orElseGet(() -> attempt.isOlderThan(lookUps.grace(), clock.instant()));
        return over
                ? callOff(payment, attempt)
                : settlement.settle(attempt, answer.get().orElseGet(Unknown::new));
    }

    /** The payment as it is afterwards: canceled, or succeeded when the payer was quicker. */
    Payment callOff(Payment payment) {
        return open(payment).map(attempt -> callOff(payment, attempt)).orElse(payment);
    }

    private Payment callOff(Payment payment, Attempt attempt) {
        return settlement.settle(
                attempt,
                ask(attempt, () -> gateways.of(payment).callOff(attempt.id().value()))
                        .orElseGet(Unknown::new));
    }

    @Override
    public void changed(UUID key) {
        transactions
                .execute(status -> attempts.find(new AttemptId(key)).flatMap(it -> payments.find(it.payment())))
                .ifPresent(this::lookUp);
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
