package com.gmservices.payments.stripe;

import org.jspecify.annotations.Nullable;

/** An error of Stripe's: https://docs.stripe.com/api/errors. */
final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final transient Thing error = new Thing();

    Refusal(int status, String type, @Nullable String code, String message) {
        super(message, null, false, false);
        this.status = status;
        with("type", type).with("code", code).with("message", message);
    }

    Refusal with(String name, @Nullable Object value) {
        error.set(name, value);
        return this;
    }

    static Refusal of(@Nullable String code, String message) {
        return new Refusal(400, "invalid_request_error", code, message);
    }

    static Refusal missing(String param) {
        return of("parameter_missing", "Missing required param: %s.".formatted(param))
                .with("param", param);
    }

    static Refusal unknownThing(String param, String id) {
        return new Refusal(
                        param.equals("id") ? 404 : 400,
                        "invalid_request_error",
                        "resource_missing",
                        "No such %s: '%s'".formatted(param, id))
                .with("param", param);
    }

    static Refusal state(String message) {
        return of("payment_intent_unexpected_state", message);
    }

    static Refusal card(String code, @Nullable String declineCode) {
        return new Refusal(402, "card_error", code, "Your card was declined.").with("decline_code", declineCode);
    }

    int status() {
        return status;
    }

    Thing error() {
        return error;
    }

    /** What is wrong with the words is said before anything is begun, and not kept under a key. */
    boolean isOfWords() {
        String code = error.text("code");
        return status == 401
                || status == 429
                || code.startsWith("parameter_")
                || code.startsWith("amount_")
                || code.equals("resource_missing");
    }
}
