package com.gmservices.payments.stripe;

import java.util.List;
import java.util.Map;

/** {@code /v1/refunds}. */
final class FakeRefunds {

    private final Things things;
    private final FakeLines lines;
    private String status = "succeeded";

    FakeRefunds(Things things, FakeLines lines) {
        this.things = things;
        this.lines = lines;
    }

    /** What becomes of those that are made from now on. */
    void become(String status) {
        this.status = status;
    }

    Thing create(Form form) {
        form.allow("payment_intent", "charge", "amount", "reason", "metadata[*]");
        if (form.find("reason").isPresent()) {
            form.oneOf("reason", "", "duplicate", "fraudulent", "requested_by_customer");
        }
        var intent = things.get("payment_intent", "payment_intent", form.require("payment_intent"));
        if (!intent.is("status", "succeeded")) {
            throw Refusal.of(null, "This PaymentIntent does not have a successful charge to refund.");
        }
        var charge = things.get("charge", "charge", intent.get("latest_charge"));
        long left = charge.number("amount_captured") - charge.number("amount_refunded");
        if (left == 0) {
            throw Refusal.of("charge_already_refunded", "Charge has already been refunded.");
        }
        long amount =
                form.find("amount").isPresent() ? VendorAmounts.part(form, "amount", charge.text("currency")) : left;
        if (amount > left) {
            throw Refusal.of(null, "Refund amount is greater than unrefunded amount on charge")
                    .with("param", "amount");
        }
        charge.set("amount_refunded", charge.number("amount_refunded") + amount);
        return refund(charge, amount, form.below("metadata"));
    }

    private Thing refund(Thing charge, long amount, Map<String, Object> metadata) {
        var refund = things.add("re", "refund");
        refund.set("amount", amount);
        refund.set("currency", charge.get("currency"));
        refund.set("charge", charge.get("id"));
        refund.set("payment_intent", charge.get("payment_intent"));
        refund.set("metadata", metadata);
        refund.set("status", status);
        if (status.equals("failed")) {
            refund.set("failure_reason", "expired_or_canceled_card");
        }
        lines.refunded(refund, amount);
        return refund;
    }

    Thing get(String id) {
        return things.get("refund", "id", id);
    }

    Thing list(Form form) {
        form.allow("payment_intent", "charge", "limit", "starting_after", "ending_before", "created[*]");
        List<Thing> found = things.all("refund")
                .filter(refund -> form.find("payment_intent")
                        .map(intent -> intent.equals(refund.get("payment_intent")))
                        .orElse(true))
                .toList();
        return things.list("/v1/refunds", found.reversed(), form, form.expand());
    }
}
