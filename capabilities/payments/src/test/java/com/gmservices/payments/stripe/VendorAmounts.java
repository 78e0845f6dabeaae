package com.gmservices.payments.stripe;

import java.util.Set;

/** What https://docs.stripe.com/currencies says about an amount. */
final class VendorAmounts {

    private static final Set<String> CURRENCIES = Set.of("ngn", "usd", "eur", "gbp", "jpy", "kwd", "ugx", "isk", "mga");
    private static final Set<String> LAST_DIGIT_ZERO = Set.of("bhd", "jod", "kwd", "omr", "tnd");
    private static final Set<String> LAST_TWO_DIGITS_ZERO = Set.of("isk", "ugx");

    private VendorAmounts() {}

    static long charge(Form form, String amount, String currency) {
        String code = form.require(currency);
        if (!CURRENCIES.contains(code)) {
            throw Refusal.of("parameter_invalid", "Invalid currency: %s.".formatted(code))
                    .with("param", currency);
        }
        long value = part(form, amount, code);
        if ((code.equals("usd") || code.equals("eur")) && value < 50) {
            throw Refusal.of("amount_too_small", "Amount must be at least 50 cents")
                    .with("param", amount);
        }
        return value;
    }

    static long part(Form form, String amount, String code) {
        long value = form.integer(amount);
        if (value < 1) {
            throw Refusal.of("parameter_invalid_integer", "This value must be greater than or equal to 1.");
        }
        if (value > 99_999_999) {
            throw Refusal.of("amount_too_large", "Amount must be no more than 999,999.99")
                    .with("param", amount);
        }
        if ((LAST_DIGIT_ZERO.contains(code) && value % 10 != 0)
                || (LAST_TWO_DIGITS_ZERO.contains(code) && value % 100 != 0)) {
            throw Refusal.of("parameter_invalid_integer", "Invalid amount for %s".formatted(code))
                    .with("param", amount);
        }
        return value;
    }
}
