package com.gmservices.payments.paypal;

import com.gmservices.payments.gateway.Means;
import tools.jackson.databind.JsonNode;

/** Payers' PayPal accounts in PayPal's vault. */
final class Wallets {

    private Wallets() {}

    static Means means(String token, JsonNode customer, JsonNode paypal) {
        return new Means(
                token,
                customer.path("id").asString(null),
                "paypal",
                masked(paypal.path("email_address").asString("")),
                null);
    }

    /** Enough for the payer to know which: {@code a…@example.com}. */
    private static String masked(String email) {
        int at = email.indexOf('@');
        return at < 1 ? "" : email.charAt(0) + "…" + email.substring(at);
    }
}
