package com.gmservices.payments.gateway;

import org.jspecify.annotations.Nullable;

/** What a gateway says about a refund. After silence it is asked again under the same key. */
public sealed interface RefundOutcome {

    record Refunded(String reference) implements RefundOutcome {}

    record Refused(String code, String sentence) implements RefundOutcome {}

    /**
     * The gateway waits for something that only the business can do, at the gateway.
     *
     * @param what to do, snake_case and stable: {@code payments.refund.attention.<what>} in the message bundle says it
     */
    record Waiting(String reference, String what) implements RefundOutcome {}

    /** The gateway is working on it, or nobody knows. */
    record Unknown(@Nullable String reference) implements RefundOutcome {

        public Unknown() {
            this(null);
        }
    }
}
