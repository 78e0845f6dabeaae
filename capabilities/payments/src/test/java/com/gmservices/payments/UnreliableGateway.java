package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.PaymentGateway;
import com.gmservices.payments.gateway.RefundOutcome;
import com.gmservices.payments.gateway.Repayment;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A vendor in memory whose line goes dead as told. It does what it is asked before or after that. */
public class UnreliableGateway implements PaymentGateway {

    public static final String NAME = "unreliable";
    public static final String CARD = "card";

    public enum Fault {
        NONE,
        /** The charge never arrives. */
        BEFORE,
        /** The money is taken, the answer lost. */
        AFTER,
        /** The money is taken and our process dies. */
        DEATH
    }

    private record Line(Money amount, boolean canceled) {}

    final AtomicInteger chargesTaken = new AtomicInteger();
    final AtomicInteger refundsGiven = new AtomicInteger();
    private final Map<UUID, Line> charges = new ConcurrentHashMap<>();
    private final Map<UUID, Money> refunds = new ConcurrentHashMap<>();
    public volatile Fault onCharge = Fault.NONE;
    volatile Fault onRefund = Fault.NONE;
    /** It wants something of the business first. */
    volatile boolean refundsWait;

    volatile boolean dead;
    volatile Runnable beforeCharge = () -> {};

    public void heal() {
        onCharge = Fault.NONE;
        onRefund = Fault.NONE;
        refundsWait = false;
        dead = false;
        beforeCharge = () -> {};
        chargesTaken.set(0);
        refundsGiven.set(0);
    }

    /** What this vendor has called off goes through all the same. */
    void takeAfterAll(UUID key, Money amount) {
        charges.put(key, new Line(amount, false));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public boolean isForTrying() {
        return true;
    }

    @Override
    public List<String> methods() {
        return List.of(CARD);
    }

    @Override
    public boolean knows(Currency currency) {
        return true;
    }

    @Override
    public boolean reserves() {
        return false;
    }

    @Override
    public ChargeOutcome capture(Charge charge, Money amount) {
        return outcome(charge.key(), charges.computeIfAbsent(charge.key(), key -> new Line(amount, true)));
    }

    @Override
    public ChargeOutcome charge(Charge charge) {
        beforeCharge.run();
        if (onCharge == Fault.BEFORE) {
            throw new IllegalStateException("connection refused");
        }
        Line line = charges.computeIfAbsent(charge.key(), key -> {
            chargesTaken.incrementAndGet();
            return new Line(charge.amount(), false);
        });
        if (onCharge == Fault.AFTER) {
            throw new IllegalStateException("read timed out");
        }
        if (onCharge == Fault.DEATH) {
            throw new ProcessDied();
        }
        return outcome(charge.key(), line);
    }

    @Override
    public Optional<ChargeOutcome> lookUp(Charge charge) {
        requireLine();
        return Optional.ofNullable(charges.get(charge.key())).map(line -> outcome(charge.key(), line));
    }

    @Override
    public ChargeOutcome callOff(Charge charge) {
        requireLine();
        return outcome(charge.key(), charges.computeIfAbsent(charge.key(), it -> new Line(Money.of(0, "NGN"), true)));
    }

    @Override
    public RefundOutcome refund(Repayment repayment) {
        if (refundsWait) {
            return new RefundOutcome.Waiting("u-" + repayment.key(), "payers_account");
        }
        if (onRefund == Fault.BEFORE) {
            throw new IllegalStateException("connection refused");
        }
        refunds.computeIfAbsent(repayment.key(), it -> {
            refundsGiven.incrementAndGet();
            return repayment.amount();
        });
        if (onRefund == Fault.AFTER) {
            throw new IllegalStateException("read timed out");
        }
        return new RefundOutcome.Refunded("u-" + repayment.key());
    }

    /** Takes what it has said to be called off. */
    void takesAfterAll(UUID key, Money amount) {
        charges.put(key, new Line(amount, false));
    }

    private void requireLine() {
        if (dead) {
            throw new IllegalStateException("connection refused");
        }
    }

    private static ChargeOutcome outcome(UUID key, Line line) {
        return line.canceled() ? new ChargeOutcome.Canceled() : new ChargeOutcome.Captured("u-" + key, line.amount());
    }

    /** Not an exception of ours: nothing may catch it, as nothing catches kill -9. */
    static final class ProcessDied extends Error {}
}
