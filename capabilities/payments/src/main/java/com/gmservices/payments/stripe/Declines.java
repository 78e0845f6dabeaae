package com.gmservices.payments.stripe;

import com.gmservices.payments.gateway.ChargeOutcome.Declined;
import org.jspecify.annotations.Nullable;

/**
 * Stripe's reasons in our words (https://docs.stripe.com/declines/codes). Whether a card is lost, stolen or suspected is
 * not for its holder to read here.
 */
final class Declines {

    private Declines() {}

    static Declined of(@Nullable String code, @Nullable String declineCode) {
        return switch (String.valueOf(declineCode == null ? code : declineCode)) {
            case "insufficient_funds" ->
                new Declined("insufficient_funds", "There is not enough money on the account of this card.");
            case "expired_card" -> new Declined("expired_card", "The card has expired.");
            case "incorrect_cvc", "invalid_cvc" -> new Declined("incorrect_cvc", "The security code is not right.");
            case "incorrect_number", "invalid_number", "invalid_expiry_month", "invalid_expiry_year" ->
                new Declined("incorrect_card", "The number of the card, or until when it is valid, is not right.");
            case "authentication_required", "approve_with_id" ->
                new Declined(
                        "authentication_required",
                        "The bank wants this payment to be confirmed by the card's holder: pay at Stripe's page.");
            case "payment_intent_authentication_failure", "authentication_not_handled" ->
                new Declined("authentication_failed", "The payment was not confirmed with the bank.");
            case "card_not_supported", "currency_not_supported", "transaction_not_allowed" ->
                new Declined("card_not_supported", "The card cannot be used for this payment.");
            case "card_velocity_exceeded", "withdrawal_count_limit_exceeded" ->
                new Declined("limit_exceeded", "The payment is above what the bank allows for this card.");
            case "processing_error", "issuer_not_available", "try_again_later", "reenter_transaction" ->
                new Declined("processing_error", "The bank could not be asked just now. Try again in a moment.");
            default -> new Declined("card_declined", "The bank declined the card.");
        };
    }

    /** For amounts that Stripe does not take at all; null when that was not the reason. */
    static @Nullable Declined ofAmount(@Nullable String code) {
        return switch (String.valueOf(code)) {
            case "amount_too_small" -> new Declined("amount_too_small", "Stripe does not take so small an amount.");
            case "amount_too_large" -> new Declined("amount_too_large", "Stripe does not take so large an amount.");
            default -> null;
        };
    }

    static Declined unwritable() {
        return new Declined("amount_not_supported", "Stripe does not take amounts of this currency so finely divided.");
    }
}
