package com.gmservices.payments.ledger;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be booked. A type and source are booked once, however often they are told.
 *
 * @param source what has happened: the attempt that took the money, the refund, the line of a settlement
 * @param payment which payment it belongs to, if any
 */
public record Fact(Type type, UUID source, @Nullable UUID payment, List<Posting> postings) {

    public enum Type {
        CHARGE,
        REFUND,
        /** A gateway has taken money back until a complaint is decided. */
        DISPUTE,
        DISPUTE_WON,
        /** A gateway has paid out to the bank. */
        SETTLEMENT,
        /** A gateway has kept something for its work. */
        FEE,
        REVERSAL;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Type of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public Fact {
        postings = List.copyOf(postings);
        if (postings.isEmpty()) {
            throw new IllegalArgumentException("An entry moves something");
        }
        if (postings.stream().map(it -> it.amount().currency()).distinct().count() > 1) {
            throw new IllegalArgumentException("An entry is in one currency");
        }
    }
}
