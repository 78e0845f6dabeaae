package com.gmservices.payments;

import com.gmservices.payments.dispute.DisputedCharges;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** A complaint may come to our ears before the charge that it is about; then that is looked up first. */
@Component
class ChargesInDispute implements DisputedCharges {

    private final Attempts attempts;
    private final Payments payments;
    private final Charging charging;
    private final TransactionTemplate transactions;

    ChargesInDispute(Attempts attempts, Payments payments, Charging charging, TransactionTemplate transactions) {
        this.attempts = attempts;
        this.payments = payments;
        this.charging = charging;
        this.transactions = transactions;
    }

    @Override
    public Optional<Taken> find(String gateway, @Nullable UUID key, @Nullable String charge) {
        Optional<Attempt> attempt = attempt(gateway, key, charge);
        if (attempt.filter(it -> it.status() != Attempt.Status.CAPTURED).isPresent()) {
            charging.changed(attempt.get().id().value());
            attempt = attempt(gateway, key, charge);
        }
        return attempt.filter(it -> it.status() == Attempt.Status.CAPTURED)
                .map(it -> new Taken(it.id().value(), it.payment().value()));
    }

    private Optional<Attempt> attempt(String gateway, @Nullable UUID key, @Nullable String charge) {
        return transactions.execute(status -> Optional.ofNullable(key)
                .flatMap(it -> attempts.find(new AttemptId(it)))
                .filter(it -> it.gateway().equals(gateway))
                .or(() -> Optional.ofNullable(charge).flatMap(it -> attempts.findByReference(gateway, it))));
    }

    @Override
    public Map<UUID, Paid> payments(Collection<UUID> ids) {
        return transactions.execute(status -> payments.findAll(ids)).stream()
                .map(payment -> new Paid(
                        payment.id().value(),
                        payment.reference(),
                        payment.page(),
                        payment.payer(),
                        payment.captured(),
                        payment.refunded()))
                .collect(Collectors.toMap(Paid::id, Function.identity()));
    }
}
