package com.gmservices.payments.gateway;

/** What a gateway says about a refund. After silence it is asked again under the same key. */
public sealed interface RefundOutcome {

    record Refunded() implements RefundOutcome {}

    record Refused(String code, String sentence) implements RefundOutcome {}

    record Unknown() implements RefundOutcome {}
}
