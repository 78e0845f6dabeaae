package com.gmservices.payments.stripe;

import java.util.HashMap;
import java.util.Map;

/** {@code /v1/checkout/sessions}, and the payer at the page. */
final class FakeSessions {

    private static final long OPEN = 24 * 3_600;

    private final Things things;
    private final FakeIntents intents;
    private final FakeCards cards;
    private final Map<String, Form> words = new HashMap<>();

    FakeSessions(Things things, FakeIntents intents, FakeCards cards) {
        this.things = things;
        this.intents = intents;
        this.cards = cards;
    }

    Thing create(Form form) {
        form.allow(
                "mode",
                "success_url",
                "cancel_url",
                "client_reference_id",
                "customer",
                "customer_email",
                "customer_creation",
                "metadata[*]",
                "line_items[*][quantity]",
                "line_items[*][price_data][currency]",
                "line_items[*][price_data][unit_amount]",
                "line_items[*][price_data][product_data][name]",
                "payment_intent_data[capture_method]",
                "payment_intent_data[description]",
                "payment_intent_data[setup_future_usage]",
                "payment_intent_data[metadata][*]",
                "payment_method_types[*]",
                "currency",
                "setup_intent_data[metadata][*]");
        String mode = form.oneOf("mode", "", "payment", "setup", "subscription");
        form.url("success_url");
        if (form.find("customer_email")
                .filter(email -> !email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"))
                .isPresent()) {
            throw Refusal.of("email_invalid", "Invalid email address: " + form.require("customer_email"));
        }
        if (mode.equals("payment")) {
            VendorAmounts.charge(form, "line_items[0][price_data][unit_amount]", "line_items[0][price_data][currency]");
            form.integer("line_items[0][quantity]");
            form.require("line_items[0][price_data][product_data][name]");
        } else if (form.find("currency").isEmpty()
                && form.find("payment_method_types[0]").isEmpty()) {
            throw Refusal.missing("currency");
        }
        return open(mode, form);
    }

    private Thing open(String mode, Form form) {
        var session = things.add("cs_test", "checkout.session");
        session.set("mode", mode);
        session.set("status", "open");
        session.set("payment_status", "unpaid");
        session.set("url", "https://checkout.stripe.com/c/pay/" + session.get("id"));
        session.set("client_reference_id", form.find("client_reference_id").orElse(null));
        session.set("customer", null);
        session.set("payment_intent", null);
        session.set("setup_intent", null);
        session.set("expires_at", things.now() + OPEN);
        session.set("metadata", form.below("metadata"));
        words.put(session.text("id"), form);
        return session;
    }

    Thing get(String id) {
        var session = things.get("checkout.session", "id", id);
        if (session.is("status", "open") && things.now() >= session.number("expires_at")) {
            over(session);
        }
        return session;
    }

    Thing expire(String id) {
        var session = get(id);
        if (!session.is("status", "open")) {
            throw Refusal.of(null, "Only Checkout Sessions with a status in [\"open\"] can be expired.");
        }
        return over(session);
    }

    private static Thing over(Thing session) {
        session.set("status", "expired");
        session.set("url", null);
        return session;
    }

    /** The payer enters a card; nothing comes of it when the page is gone. */
    void pay(String id, String card) {
        var session = get(id);
        if (!session.is("status", "open")) {
            return;
        }
        Form form = words.getOrDefault(id, new Form(Map.of()));
        if (form.find("customer_creation").filter("always"::equals).isPresent()) {
            session.set("customer", things.add("cus", "customer").get("id"));
        }
        if (session.is("mode", "setup")) {
            setUp(session, card);
        } else {
            pay(session, form, card);
        }
        session.set("status", "complete");
        session.set("url", null);
    }

    private void pay(Thing session, Form form, String card) {
        var intent = intents.begin(
                form.integer("line_items[0][price_data][unit_amount]"),
                form.require("line_items[0][price_data][currency]"),
                form.find("payment_intent_data[capture_method]").orElse("automatic_async"),
                form.find("payment_intent_data[description]").orElse(null),
                form.below("payment_intent_data[metadata]"),
                session.get("customer"));
        intent.set(
                "setup_future_usage",
                form.find("payment_intent_data[setup_future_usage]").orElse(null));
        session.set("payment_intent", intent.get("id"));
        intents.pay(intent, cards.make(card), false, form.require("success_url"));
        session.set("payment_status", intent.is("status", "succeeded") ? "paid" : "unpaid");
    }

    private void setUp(Thing session, String card) {
        var method = cards.make(card);
        method.set("customer", session.get("customer"));
        var setup = things.add("seti", "setup_intent");
        setup.set("status", "succeeded");
        setup.set("customer", session.get("customer"));
        setup.set("payment_method", method.get("id"));
        session.set("setup_intent", setup.get("id"));
    }
}
