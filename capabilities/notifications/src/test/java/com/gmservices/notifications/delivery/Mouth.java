package com.gmservices.notifications.delivery;

import com.gmservices.notifications.carrier.Carrier;
import com.gmservices.notifications.carrier.Outcome;
import com.gmservices.notifications.carrier.Outcome.Accepted;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A carrier that keeps what it is given, and says what the test has it say. */
final class Mouth<M> implements Carrier<M> {

    private final String name;
    private final boolean twice;
    final List<M> carried = new CopyOnWriteArrayList<>();
    Function<M, Outcome> says = message -> new Accepted("1");

    @Nullable
    Outcome known;

    Mouth(String name, boolean twice) {
        this.name = name;
        this.twice = twice;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Outcome carry(M message) {
        carried.add(message);
        return says.apply(message);
    }

    @Override
    public Optional<Outcome> whatBecameOf(M message) {
        return Optional.ofNullable(known);
    }

    @Override
    public boolean mayCarryTwice() {
        return twice;
    }
}
