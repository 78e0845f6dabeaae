package com.gmservices.payments.gateway;

import com.gmservices.money.Money;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a gateway says about a charge. Silence is an answer too: it is looked up, never charged again. */
public sealed interface ChargeOutcome {

    /**
     * @param amount what was taken, which is less than what was reserved where only a part was captured
     * @param kept the means of payment, where it was to be kept and can be
     */
    record Captured(
            String reference, Money amount, @Nullable Means kept) implements ChargeOutcome {

        public Captured(String reference, Money amount) {
            this(reference, amount, null);
        }
    }

    /** The money waits to be captured until then. */
    record Reserved(
            String reference, Instant until, @Nullable Means kept) implements ChargeOutcome {}

    /** @param code snake_case, stable; the sentence is for the payer */
    record Declined(String code, String sentence) implements ChargeOutcome {}

    /** @param continueAt the page where the payer goes on: a path within the tenant, or an address elsewhere */
    record AwaitingCustomer(String continueAt, @Nullable String reference) implements ChargeOutcome {}

    /** Called off; nothing was taken and nothing will be. */
    record Canceled() implements ChargeOutcome {}

    /**
     * The gateway is working on it, or nobody knows.
     *
     * @param reference when at least that is known
     */
    record Unknown(@Nullable String reference) implements ChargeOutcome {

        public Unknown() {
            this(null);
        }
    }

    /** The gateway was surely not reached, or did surely not take it up: another may be tried. */
    record NotReached(String sentence) implements ChargeOutcome {}
}
