package com.gmservices.payments.paystack;

import com.gmservices.payments.gateway.ChargeOutcome.Declined;
import java.util.Locale;
import java.util.regex.Pattern;

/** What banks and Paystack say in English, in our words. Why a bank suspects somebody is not for that person. */
final class PaystackDeclines {

    static final Declined EMAIL_NEEDED = new Declined(
            "email_needed",
            "Paystack asks for an e-mail address, and there is none on file. Add one to the profile, or pay in another way.");

    static final Declined REVERSED =
            new Declined("reversed", "The payment was taken back. You have not been charged for it.");

    private static final Pattern CONFIRMING = Pattern.compile("\\b(pin|otp|token|authentication)\\b");

    private PaystackDeclines() {}

    static Declined of(String said) {
        String words = said.toLowerCase(Locale.ROOT);
        if (words.contains("insufficient")) {
            return new Declined("insufficient_funds", "There is not enough money in the account.");
        }
        if (words.contains("expired")) {
            return new Declined("expired_card", "The card has expired.");
        }
        if (words.contains("limit") || words.contains("watch your spending")) {
            return new Declined("limit_exceeded", "The amount is above a limit of the card or the account.");
        }
        if (CONFIRMING.matcher(words).find()) {
            return new Declined("authentication_failed", "The payment was not confirmed with the bank.");
        }
        return new Declined("card_declined", "The bank declined the card.");
    }

    /** What Paystack itself says of a saved card, before any bank is asked. */
    static Declined ofSaved(String said) {
        return said.toLowerCase(Locale.ROOT).contains("authorization")
                ? new Declined("method_gone", "The saved card cannot be used any more. Choose another one.")
                : of(said);
    }
}
