package com.gmservices.payments.gateway;

import org.jspecify.annotations.Nullable;

/** What a gateway says about a refund. After silence it is asked again under the same key. */
public sealed interface RefundOutcome {

    record Refunded(String reference) implements RefundOutcome {}

    record Refused(String code, String sentence) implements RefundOutcome {}

    /** The gateway is working on it, or nobody knows. */
    record Unknown(@Nullable String reference) implements RefundOutcome {

        public Unknown() {
            this(null);
        }
    }
}
