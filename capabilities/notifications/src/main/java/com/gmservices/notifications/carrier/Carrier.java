package com.gmservices.notifications.carrier;

import java.util.Optional;

/** Somebody outside who carries messages of one channel. One attempt a call; who tries again, and when, is not its affair. */
public interface Carrier<M> {

    /** As settings and the log have it: {@code sendgrid}. */
    String name();

    Outcome carry(M message);

    /** Of one that it may have: what became of it, if the carrier can be asked. */
    default Optional<Outcome> whatBecameOf(M message) {
        return Optional.empty();
    }

    /** Whether to have it twice does little harm, for whoever reads it knows it again by its id. */
    default boolean mayCarryTwice() {
        return false;
    }
}
