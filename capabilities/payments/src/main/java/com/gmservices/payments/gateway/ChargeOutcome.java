package com.gmservices.payments.gateway;

/** What a gateway says about a charge. Silence is an answer too: it is looked up, never charged again. */
public sealed interface ChargeOutcome {

    record Captured(String reference) implements ChargeOutcome {}

    /** @param code snake_case, stable; the sentence is for the payer */
    record Declined(String code, String sentence) implements ChargeOutcome {}

    /** @param continueAt the page where the payer goes on: a path within the tenant, or an address elsewhere */
    record AwaitingCustomer(String continueAt) implements ChargeOutcome {}

    /** Called off; nothing was taken and nothing will be. */
    record Canceled() implements ChargeOutcome {}

    record Unknown() implements ChargeOutcome {}
}
