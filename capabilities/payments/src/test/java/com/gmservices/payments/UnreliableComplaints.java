package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Complaints;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Complaints at the vendor whose line goes dead as told. */
@Component
class UnreliableComplaints implements Complaints {

    private static final Enclosures ANYTHING = new Enclosures(10, 1_000_000, Set.of());

    final AtomicInteger contested = new AtomicInteger();
    final AtomicInteger reads = new AtomicInteger();
    private final Map<String, Complaint> complaints = new ConcurrentHashMap<>();
    /** Nothing comes through. */
    volatile boolean dead;
    /** It does what it is told, and the answer is lost. */
    volatile boolean mute;
    /** It does not get what it is told. */
    volatile boolean deaf;

    volatile Enclosures takes = ANYTHING;

    volatile Runnable onRead = () -> {};

    void heal() {
        dead = false;
        mute = false;
        deaf = false;
        takes = ANYTHING;
        onRead = () -> {};
        contested.set(0);
        reads.set(0);
    }

    String complain(@Nullable UUID key, @Nullable String charge, Money amount, @Nullable Instant dueBy) {
        String reference = "complaint-" + UUID.randomUUID();
        complaints.put(
                reference, new Complaint(reference, key, charge, amount, "fraudulent", Stage.NEEDS_RESPONSE, dueBy));
        return reference;
    }

    /** It asks, and takes nothing back yet. */
    void onlyAsk(String reference) {
        complaints.computeIfPresent(reference, (it, old) -> held(old, false));
    }

    void takeBack(String reference) {
        complaints.computeIfPresent(reference, (it, old) -> held(old, true));
    }

    void decide(String reference, Stage stage) {
        complaints.computeIfPresent(reference, (it, old) -> at(old, stage));
    }

    @Override
    public String gateway() {
        return UnreliableGateway.NAME;
    }

    @Override
    public Enclosures enclosures() {
        return takes;
    }

    @Override
    public Optional<Complaint> read(String reference) {
        if (dead) {
            throw new IllegalStateException("connection refused");
        }
        reads.incrementAndGet();
        onRead.run();
        return Optional.ofNullable(complaints.get(reference));
    }

    @Override
    public Complaint contest(String reference, Evidence evidence) {
        return told(reference, Stage.UNDER_REVIEW);
    }

    @Override
    public Complaint accept(String reference) {
        return told(reference, Stage.ACCEPTED);
    }

    private Complaint told(String reference, Stage stage) {
        if (deaf) {
            throw new IllegalStateException("connection refused");
        }
        contested.incrementAndGet();
        decide(reference, stage);
        if (mute) {
            throw new IllegalStateException("read timed out");
        }
        return Objects.requireNonNull(complaints.get(reference));
    }

    private static Complaint held(Complaint old, boolean held) {
        return new Complaint(
                old.reference(), old.key(), old.charge(), old.amount(), old.reason(), old.stage(), old.dueBy(), held);
    }

    private static Complaint at(Complaint old, Stage stage) {
        return new Complaint(
                old.reference(), old.key(), old.charge(), old.amount(), old.reason(), stage, old.dueBy(), old.held());
    }
}
