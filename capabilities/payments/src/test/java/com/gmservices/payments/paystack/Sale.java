package com.gmservices.payments.paystack;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A transaction in the fake's books; amounts are in subunits. */
final class Sale {

    final long id;
    final String reference;
    final long amount;
    final String currency;
    private final String email;
    String status;
    private String said = "";
    private @Nullable String authorization;
    private @Nullable Instant paidAt;

    Sale(long id, JsonNode asked, String status) {
        this.id = id;
        this.reference = asked.path("reference").asString();
        this.email = asked.path("email").asString();
        this.amount = asked.path("amount").asLong();
        this.currency = asked.path("currency").asString("NGN");
        this.status = status;
    }

    void pay() {
        status = "success";
        said = "Approved";
        authorization = FakePaystack.GOOD;
        paidAt = Instant.now();
    }

    void fail(String why) {
        status = "failed";
        said = why;
    }

    boolean isPaid() {
        return paidAt != null;
    }

    Map<String, Object> customer() {
        return Map.of("email", email, "first_name", "Ada", "customer_code", "CUS_1uld4hluw0g2gn0");
    }

    Map<String, @Nullable Object> shown() {
        var shown = new LinkedHashMap<String, @Nullable Object>();
        shown.put("id", id);
        shown.put("domain", "test");
        shown.put("status", status);
        shown.put("reference", reference);
        shown.put("amount", amount);
        shown.put("currency", currency);
        shown.put("gateway_response", said);
        shown.put("message", null);
        shown.put("paid_at", paidAt == null ? null : paidAt.toString());
        shown.put("created_at", "2026-11-29T10:00:00.000Z");
        shown.put("channel", "card");
        shown.put("metadata", "");
        shown.put("fees", isPaid() ? amount * 15 / 1_000 : null);
        shown.put("authorization", authorization());
        shown.put("customer", customer());
        return shown;
    }

    private Map<String, Object> authorization() {
        return authorization == null
                ? Map.of()
                : Map.of(
                        "authorization_code", authorization,
                        "last4", "4081",
                        "exp_month", "12",
                        "exp_year", "2034",
                        "channel", "card",
                        "brand", "visa ",
                        "reusable", true);
    }
}
