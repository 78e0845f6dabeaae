package com.gmservices.payments.stripe;

import org.jspecify.annotations.Nullable;

/** Payment methods: Stripe's test tokens (https://docs.stripe.com/testing), each use of which makes a new one. */
final class FakeCards {

    static final String GOOD = "pm_card_visa";
    static final String DECLINED = "pm_card_visa_chargeDeclined";
    static final String POOR = "pm_card_visa_chargeDeclinedInsufficientFunds";
    static final String EXPIRED = "pm_card_chargeDeclinedExpiredCard";
    static final String ASKS = "pm_card_authenticationRequired";

    /** Its bank takes the money, and Stripe's answer is lost. */
    static final String SILENT = "pm_card_answerLost";

    private final Things things;

    FakeCards(Things things) {
        this.things = things;
    }

    Thing use(String token, @Nullable Object customer) {
        if (token.startsWith("pm_card_")) {
            return make(token);
        }
        var method = things.get("payment_method", "PaymentMethod", token);
        Object owner = method.get("customer");
        if (owner != null && !owner.equals(customer)) {
            throw Refusal.of(null, "The payment method supplied belongs to a Customer. Please include the Customer.");
        }
        return method;
    }

    Thing make(String token) {
        var method = things.add("pm", "payment_method");
        var card = new Thing();
        card.set("brand", "visa");
        card.set("last4", "4242");
        card.set("exp_month", 8);
        card.set("exp_year", 2031);
        method.set("type", "card");
        method.set("card", card);
        method.set("customer", null);
        method.set("token", token);
        return method;
    }

    /** @throws Refusal of the card */
    static void ask(Thing method, boolean offSession) {
        switch (method.text("token")) {
            case DECLINED -> throw Refusal.card("card_declined", "generic_decline");
            case POOR -> throw Refusal.card("card_declined", "insufficient_funds");
            case EXPIRED -> throw Refusal.card("expired_card", null);
            case ASKS -> {
                if (offSession) {
                    throw Refusal.card("authentication_required", "authentication_required");
                }
            }
            default -> {}
        }
    }

    Thing retrieve(String id) {
        return things.get("payment_method", "id", id);
    }

    Thing detach(String id) {
        var method = retrieve(id);
        if (method.get("customer") == null) {
            throw Refusal.of(null, "The payment method you provided is not attached to a customer.");
        }
        method.set("customer", null);
        return method;
    }
}
