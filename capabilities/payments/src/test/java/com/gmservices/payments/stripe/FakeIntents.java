package com.gmservices.payments.stripe;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** {@code /v1/payment_intents}: https://docs.stripe.com/payments/paymentintents/lifecycle. */
final class FakeIntents {

    private static final Pattern QUERY = Pattern.compile("metadata\\['(\\w+)']:'([\\w-]+)'");
    private static final long INDEXED_AFTER = 60;
    private static final long RESERVED = 7 * 24 * 3_600;

    private final Things things;
    private final FakeCards cards;
    private final FakeLines lines;

    FakeIntents(Things things, FakeCards cards, FakeLines lines) {
        this.things = things;
        this.cards = cards;
        this.lines = lines;
    }

    Thing create(Form form) {
        form.allow(
                "amount",
                "currency",
                "capture_method",
                "customer",
                "description",
                "metadata[*]",
                "payment_method",
                "setup_future_usage",
                "automatic_payment_methods[enabled]",
                "automatic_payment_methods[allow_redirects]");
        long amount = VendorAmounts.charge(form, "amount", "currency");
        form.find("customer").ifPresent(id -> things.get("customer", "customer", id));
        return begin(
                amount,
                form.require("currency"),
                form.oneOf("capture_method", "automatic_async", "automatic", "automatic_async", "manual"),
                form.find("description").orElse(null),
                form.below("metadata"),
                form.find("customer").orElse(null));
    }

    Thing begin(
            long amount,
            String currency,
            String captureMethod,
            @Nullable String description,
            Map<String, Object> metadata,
            @Nullable Object customer) {
        var intent = things.add("pi", "payment_intent");
        intent.set("amount", amount);
        intent.set("amount_capturable", 0);
        intent.set("amount_received", 0);
        intent.set("capture_method", captureMethod);
        intent.set("client_secret", intent.get("id") + "_secret_hush");
        intent.set("currency", currency);
        intent.set("customer", customer);
        intent.set("description", description);
        intent.set("last_payment_error", null);
        intent.set("latest_charge", null);
        intent.set("metadata", metadata);
        intent.set("next_action", null);
        intent.set("payment_method", null);
        intent.set("setup_future_usage", null);
        intent.set("status", "requires_payment_method");
        return intent;
    }

    Thing update(String id, Form form) {
        form.allow("customer", "description", "metadata[*]", "setup_future_usage");
        var intent = get(id);
        requireStatus(intent, "updated", "requires_payment_method", "requires_confirmation", "requires_action");
        form.find("customer").ifPresent(customer -> {
            things.get("customer", "customer", customer);
            intent.set("customer", customer);
        });
        return intent;
    }

    Thing confirm(String id, Form form) {
        form.allow("payment_method", "off_session", "return_url", "setup_future_usage", "mandate_data[*]");
        var intent = get(id);
        requireStatus(intent, "confirmed", "requires_payment_method", "requires_confirmation");
        form.url("return_url");
        if (form.find("setup_future_usage").isPresent()) {
            intent.set("setup_future_usage", form.oneOf("setup_future_usage", "", "off_session", "on_session"));
        }
        return pay(
                intent,
                cards.use(form.require("payment_method"), intent.get("customer")),
                form.flag("off_session"),
                form.url("return_url"));
    }

    Thing pay(Thing intent, Thing method, boolean offSession, String returnUrl) {
        try {
            FakeCards.ask(method, offSession);
        } catch (Refusal refusal) {
            intent.set("status", "requires_payment_method");
            intent.set("last_payment_error", refusal.error().copy());
            throw refusal.with("payment_intent", intent.copy());
        }
        intent.set("payment_method", method.get("id"));
        if (FakeCards.ASKS.equals(method.get("token")) && !offSession) {
            intent.set("status", "requires_action");
            intent.set(
                    "next_action",
                    Map.of(
                            "type",
                            "redirect_to_url",
                            "redirect_to_url",
                            Map.of("url", "https://hooks.stripe.com/3d/" + intent.get("id"), "return_url", returnUrl)));
            return intent;
        }
        return taken(intent, method);
    }

    private Thing taken(Thing intent, Thing method) {
        var charge = things.add("ch", "charge");
        charge.set("amount", intent.get("amount"));
        charge.set("amount_captured", 0);
        charge.set("amount_refunded", 0);
        charge.set("captured", false);
        charge.set("currency", intent.get("currency"));
        charge.set("customer", intent.get("customer"));
        charge.set("metadata", intent.get("metadata"));
        charge.set("payment_intent", intent.get("id"));
        charge.set("payment_method", method.get("id"));
        intent.set("latest_charge", charge.get("id"));
        intent.set("next_action", null);
        keep(intent, method);
        boolean reserve = intent.is("capture_method", "manual");
        charge.set("payment_method_details", details(method, reserve));
        if (reserve) {
            intent.set("status", "requires_capture");
            intent.set("amount_capturable", intent.get("amount"));
            return intent;
        }
        return captured(intent, charge, intent.number("amount"));
    }

    private Thing details(Thing method, boolean reserve) {
        var card = new Thing();
        card.set("brand", "visa");
        card.set("last4", "4242");
        if (reserve) {
            card.set("capture_before", things.now() + RESERVED);
        }
        var details = new Thing();
        details.set("type", method.get("type"));
        details.set("card", card);
        return details;
    }

    private static void keep(Thing intent, Thing method) {
        if (intent.get("setup_future_usage") != null && intent.get("customer") != null) {
            method.set("customer", intent.get("customer"));
        }
    }

    private Thing captured(Thing intent, Thing charge, long amount) {
        charge.set("captured", true);
        charge.set("amount_captured", amount);
        intent.set("status", "succeeded");
        intent.set("amount_received", amount);
        intent.set("amount_capturable", 0);
        lines.charged(charge, amount);
        return intent;
    }

    Thing capture(String id, Form form) {
        form.allow("amount_to_capture", "final_capture", "metadata[*]");
        var intent = get(id);
        requireStatus(intent, "captured", "requires_capture");
        long amount = form.find("amount_to_capture").isPresent()
                ? VendorAmounts.part(form, "amount_to_capture", intent.text("currency"))
                : intent.number("amount");
        if (amount > intent.number("amount")) {
            throw Refusal.of("amount_too_large", "The amount to capture is greater than the amount authorized.");
        }
        return captured(intent, things.get("charge", "charge", intent.get("latest_charge")), amount);
    }

    Thing cancel(String id, Form form) {
        form.allow("cancellation_reason");
        var intent = get(id);
        requireStatus(
                intent,
                "canceled",
                "requires_payment_method",
                "requires_confirmation",
                "requires_action",
                "requires_capture");
        intent.set("status", "canceled");
        intent.set("amount_capturable", 0);
        return intent;
    }

    Thing search(Form form) {
        form.allow("query", "limit", "page");
        Matcher query = QUERY.matcher(form.require("query"));
        if (!query.matches()) {
            throw Refusal.of(null, "We were unable to parse your search query.");
        }
        List<?> found = things.all("payment_intent")
                .filter(intent -> intent.number("created") <= things.now() - INDEXED_AFTER)
                .filter(intent -> intent.isMarked(query.group(1), query.group(2)))
                .toList()
                .reversed();
        var answer = new Thing();
        answer.set("object", "search_result");
        answer.set("url", "/v1/payment_intents/search");
        answer.set("has_more", false);
        answer.set("next_page", null);
        answer.set("data", found);
        return answer;
    }

    Thing get(String id) {
        return things.get("payment_intent", "id", id);
    }

    /** The payer at their bank's page. */
    void approve(Thing intent) {
        if (intent.is("status", "requires_action")) {
            taken(intent, things.get("payment_method", "payment_method", intent.get("payment_method")));
        }
    }

    void refuse(Thing intent) {
        if (intent.is("status", "requires_action")) {
            intent.set("status", "requires_payment_method");
            intent.set("payment_method", null);
            intent.set(
                    "last_payment_error",
                    Map.of("type", "invalid_request_error", "code", "payment_intent_authentication_failure"));
        }
    }

    private static void requireStatus(Thing intent, String what, String... statuses) {
        if (!List.of(statuses).contains(intent.get("status"))) {
            throw Refusal.state("This PaymentIntent's status is %s and it could not be %s."
                            .formatted(intent.get("status"), what))
                    .with("payment_intent", intent.copy());
        }
    }
}
