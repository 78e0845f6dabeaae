package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.Complaints;
import com.gmservices.payments.gateway.NoticeReader.Concern;
import com.gmservices.payments.gateway.PaymentGateway;
import com.gmservices.payments.gateway.RefundOutcome;
import com.gmservices.payments.gateway.Repayment;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A vendor with books of its own and every bad habit: answers get lost before and after the money moved, what it was told
 * to call off is sometimes still open at its page, refunds take their time, and it tells what happened in any order.
 * What it does follows from its seed alone.
 */
class MoodyGateway implements PaymentGateway, Complaints {

    static final String NAME = "moody";
    private static final Duration RESERVED_FOR = Duration.ofDays(7);

    enum State {
        AWAITING,
        RESERVED,
        CAPTURED,
        DECLINED,
        CANCELED
    }

    /** A line in its books. */
    static final class Line {
        final long amount;
        final boolean reserve;
        final Instant at;
        State state;
        long captured;
        /** Said to be called off, and open to the payer all the same. */
        boolean sloppy;

        Line(long amount, boolean reserve, Instant at, State state) {
            this.amount = amount;
            this.reserve = reserve;
            this.at = at;
            this.state = state;
        }
    }

    enum Repaid {
        PENDING,
        DONE,
        REFUSED
    }

    static final class Back {
        final UUID charge;
        final long amount;
        Repaid state;

        Back(UUID charge, long amount, Repaid state) {
            this.charge = charge;
            this.amount = amount;
            this.state = state;
        }
    }

    /** Nothing may catch it, as nothing catches kill -9. */
    static final class ProcessDied extends Error {
        private static final long serialVersionUID = 1L;
    }

    static final class Case {
        final UUID charge;
        final long amount;
        Complaints.Stage stage = Complaints.Stage.NEEDS_RESPONSE;

        Case(UUID charge, long amount) {
            this.charge = charge;
            this.amount = amount;
        }
    }

    final Map<String, Case> cases = new LinkedHashMap<>();
    final Map<UUID, Line> charges = new LinkedHashMap<>();
    final Map<UUID, Back> refunds = new LinkedHashMap<>();
    final List<Concern> untold = new ArrayList<>();
    private final Clock clock;
    private Random random = new Random(0);
    private boolean healthy = true;

    MoodyGateway(Clock clock) {
        this.clock = clock;
    }

    void begin(Random seeded) {
        random = seeded;
        healthy = false;
        charges.clear();
        refunds.clear();
        cases.clear();
        untold.clear();
    }

    /** From now on it does as it should, and ends what it has left open. */
    void heal() {
        healthy = true;
        refunds.forEach((key, refund) -> resolve(key));
        cases.keySet().forEach(this::decide);
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
        return List.of("card");
    }

    @Override
    public boolean knows(Currency currency) {
        return true;
    }

    @Override
    public boolean reserves() {
        return true;
    }

    @Override
    public ChargeOutcome charge(Charge charge) {
        if (mood() == 0) {
            return new ChargeOutcome.NotReached("The line is dead.");
        }
        before();
        Line line = charges.computeIfAbsent(charge.key(), key -> enter(key, charge));
        after();
        return outcome(charge.key(), line);
    }

    private Line enter(UUID key, Charge charge) {
        int chance = random.nextInt(100);
        State state = chance < 60 ? agreed(charge.reserve()) : chance < 75 ? State.DECLINED : State.AWAITING;
        var line = new Line(charge.amount().amount(), charge.reserve(), clock.instant(), state);
        line.captured = state == State.CAPTURED ? line.amount : 0;
        tellOfCharge(key);
        return line;
    }

    private static State agreed(boolean reserve) {
        return reserve ? State.RESERVED : State.CAPTURED;
    }

    @Override
    public Optional<ChargeOutcome> lookUp(Charge charge) {
        before();
        return Optional.ofNullable(charges.get(charge.key())).map(line -> outcome(charge.key(), line));
    }

    @Override
    public ChargeOutcome capture(Charge charge, Money amount) {
        before();
        Line line = line(charge.key());
        expire(line);
        if (line.state == State.RESERVED) {
            line.state = State.CAPTURED;
            line.captured = amount.amount();
            tellOfCharge(charge.key());
        }
        after();
        return line.state == State.CAPTURED
                ? outcome(charge.key(), line)
                : new ChargeOutcome.Declined("reservation_over", "The money is not reserved any more.");
    }

    @Override
    public ChargeOutcome callOff(Charge charge) {
        before();
        Line line = charges.computeIfAbsent(
                charge.key(),
                key -> new Line(charge.amount().amount(), charge.reserve(), clock.instant(), State.CANCELED));
        if (line.state == State.AWAITING && random.nextInt(10) < 3) {
            line.sloppy = true;
        } else if (line.state == State.AWAITING || line.state == State.RESERVED) {
            line.state = State.CANCELED;
        }
        after();
        return line.sloppy ? new ChargeOutcome.Canceled() : outcome(charge.key(), line);
    }

    @Override
    public RefundOutcome refund(Repayment repayment) {
        before();
        Back refund = refunds.computeIfAbsent(repayment.key(), key -> giveBack(key, repayment));
        after();
        return switch (refund.state) {
            case DONE -> new RefundOutcome.Refunded("m-" + repayment.key());
            case PENDING -> new RefundOutcome.Unknown("m-" + repayment.key());
            case REFUSED -> new RefundOutcome.Refused("refused", "The gateway does not give that back.");
        };
    }

    private Back giveBack(UUID key, Repayment repayment) {
        UUID charge = repayment.charge().key();
        long amount = repayment.amount().amount();
        boolean tooMuch = gone(charge) + heldBack(charge) + amount > line(charge).captured;
        int chance = random.nextInt(100);
        Repaid state = tooMuch || chance < 10 ? Repaid.REFUSED : chance < 30 && !healthy ? Repaid.PENDING : Repaid.DONE;
        untold.add(new Concern.OfRefund(key, null, null));
        return new Back(charge, amount, state);
    }

    private long heldBack(UUID charge) {
        Case complaint = cases.get("case-" + charge);
        return complaint == null || complaint.stage == Stage.WON ? 0 : complaint.amount;
    }

    private long gone(UUID charge) {
        return refunds.values().stream()
                .filter(refund -> refund.charge.equals(charge) && refund.state != Repaid.REFUSED)
                .mapToLong(refund -> refund.amount)
                .sum();
    }

    // --- what happens at its page and in its offices

    List<UUID> awaitCustomers() {
        return charges.entrySet().stream()
                .filter(line -> line.getValue().state == State.AWAITING)
                .map(Map.Entry::getKey)
                .toList();
    }

    void customerDecides(UUID key, boolean agrees) {
        Line line = line(key);
        if (line.state == State.AWAITING) {
            line.state = agrees ? agreed(line.reserve) : State.DECLINED;
            line.captured = line.state == State.CAPTURED ? line.amount : 0;
            tellOfCharge(key);
        }
    }

    void resolve(UUID key) {
        Back refund = refunds.get(key);
        if (refund != null && refund.state == Repaid.PENDING) {
            refund.state = random.nextInt(4) == 0 ? Repaid.REFUSED : Repaid.DONE;
            untold.add(new Concern.OfRefund(key, null, null));
        }
    }

    /** Of what is left of a charge; once. */
    void complain(UUID key) {
        Line line = line(key);
        String reference = "case-" + key;
        long left = line.captured - gone(key);
        if (left > 0 && !cases.containsKey(reference)) {
            cases.put(reference, new Case(key, left));
            untold.add(new Concern.OfDispute(reference));
        }
    }

    void decide(String reference) {
        Case complaint = Objects.requireNonNull(cases.get(reference));
        if (complaint.stage == Stage.NEEDS_RESPONSE) {
            complaint.stage = random.nextBoolean() ? Stage.WON : Stage.LOST;
            untold.add(new Concern.OfDispute(reference));
        }
    }

    @Override
    public String gateway() {
        return NAME;
    }

    @Override
    public Optional<Complaint> read(String reference) {
        before();
        return Optional.ofNullable(cases.get(reference))
                .map(it -> new Complaint(
                        reference, it.charge, null, Money.of(it.amount, "NGN"), "fraudulent", it.stage, null));
    }

    @Override
    public Complaint contest(String reference, Evidence evidence) {
        return read(reference).orElseThrow();
    }

    @Override
    public Complaint accept(String reference) {
        return read(reference).orElseThrow();
    }

    long keptByPayers() {
        return cases.values().stream()
                .filter(it -> it.stage == Stage.LOST)
                .mapToLong(it -> it.amount)
                .sum();
    }

    List<UUID> captured() {
        return charges.entrySet().stream()
                .filter(line -> line.getValue().state == State.CAPTURED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void tellOfCharge(UUID key) {
        untold.add(new Concern.OfCharge(key, null));
    }

    long taken() {
        return charges.values().stream().mapToLong(line -> line.captured).sum();
    }

    long givenBack() {
        return refunds.values().stream()
                .filter(refund -> refund.state == Repaid.DONE)
                .mapToLong(refund -> refund.amount)
                .sum();
    }

    private ChargeOutcome outcome(UUID key, Line line) {
        expire(line);
        String reference = "m-" + key;
        return switch (line.state) {
            case AWAITING -> new ChargeOutcome.AwaitingCustomer("/moody/" + key, reference);
            case RESERVED -> new ChargeOutcome.Reserved(reference, line.at.plus(RESERVED_FOR), null);
            case CAPTURED -> new ChargeOutcome.Captured(reference, Money.of(line.captured, "NGN"));
            case DECLINED -> new ChargeOutcome.Declined("card_declined", "The bank declined the card.");
            case CANCELED -> new ChargeOutcome.Canceled();
        };
    }

    private void expire(Line line) {
        if (line.state == State.RESERVED && clock.instant().isAfter(line.at.plus(RESERVED_FOR))) {
            line.state = State.CANCELED;
        }
    }

    private Line line(UUID key) {
        @Nullable Line line = charges.get(key);
        if (line == null) {
            throw new IllegalStateException("no such charge");
        }
        return line;
    }

    private int mood() {
        return healthy ? 99 : random.nextInt(25);
    }

    private void before() {
        switch (mood()) {
            case 1 -> throw new IllegalStateException("connection reset");
            case 2 -> throw new ProcessDied();
            default -> {}
        }
    }

    private void after() {
        switch (mood()) {
            case 3 -> throw new IllegalStateException("500 after it was done");
            case 4 -> throw new IllegalStateException("read timed out");
            case 5 -> throw new ProcessDied();
            default -> {}
        }
    }
}
