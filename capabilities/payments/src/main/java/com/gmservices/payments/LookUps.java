package com.gmservices.payments;

import java.time.Duration;
import java.time.Instant;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often a gateway is asked about what it owes an answer to: soon at first, then ever more seldom, to the end.
 *
 * @param grace a gateway that still has not heard of a charge after this time is told to refuse it
 * @param patience how long a payer may take to confirm
 */
@ConfigurationProperties("gm.payments.look-ups")
record LookUps(
        @DefaultValue("5s") Duration first,
        @DefaultValue("1h") Duration longest,
        @DefaultValue("10m") Duration grace,
        @DefaultValue("24h") Duration patience) {

    Instant first(Instant now) {
        return now.plus(first);
    }

    /** For money that is reserved: only its end may come unseen, and most vendors tell us of it. */
    Instant seldom(Instant now) {
        return now.plus(longest);
    }

    /** The end of the grace is not slept through: what a gateway has not heard of by then is given up then. */
    Instant next(Attempt attempt, Instant now) {
        Instant next = next(attempt.lookUps(), now);
        Instant end = attempt.startedAt().plus(grace);
        return now.isBefore(end) && next.isAfter(end) ? end : next;
    }

    /** After so many look-ups without an answer. */
    Instant next(int soFar, Instant now) {
        Duration pause = first.multipliedBy(1L << Math.min(soFar + 1, 30));
        return now.plus(pause.compareTo(longest) < 0 ? pause : longest);
    }
}
