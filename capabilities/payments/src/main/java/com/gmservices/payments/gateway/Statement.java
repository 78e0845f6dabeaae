package com.gmservices.payments.gateway;

import com.gmservices.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A vendor's own account of what it has moved, for reconciliation. */
public interface Statement {

    /** As {@link PaymentGateway#name()}. */
    String gateway();

    /** Whole, however long it is; from the first moment on and before the second. */
    List<Movement> movements(Instant from, Instant to);

    /**
     * @param reference the vendor's name for this line, ever the same
     * @param key of our charge or refund, where the vendor tells it
     * @param object the vendor's name for the charge or refund that it is about
     * @param gross above zero, whichever way it went: the kind says which
     * @param fee what the vendor kept of it, zero or above and in the same currency
     */
    record Movement(
            String reference,
            Kind kind,
            @Nullable UUID key,
            @Nullable String object,
            Money gross,
            Money fee,
            Instant at) {

        public Movement {
            if (!gross.isPositive() || fee.amount() < 0 || !fee.currency().equals(gross.currency())) {
                throw new IllegalArgumentException("%s moves %s for %s".formatted(reference, gross, fee));
            }
        }
    }

    enum Kind {
        CHARGE,
        REFUND,
        DISPUTE,
        DISPUTE_WON,
        /** A fee that belongs to no charge. */
        FEE,
        /** To the business's bank. */
        PAYOUT
    }
}
