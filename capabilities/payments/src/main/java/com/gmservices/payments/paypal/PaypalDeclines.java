package com.gmservices.payments.paypal;

import com.gmservices.payments.gateway.ChargeOutcome.Declined;

/** What PayPal calls the reasons (https://developer.paypal.com/api/rest/reference/orders/v2/errors), in our words. */
final class PaypalDeclines {

    static final Declined WHOLE_AMOUNTS =
            new Declined("whole_amounts_only", "PayPal takes this currency in whole amounts only.");

    static final Declined RESERVATION_OVER =
            new Declined("reservation_over", "PayPal does not hold the money any more.");

    private PaypalDeclines() {}

    /** @param code as it was kept */
    static Declined of(String code) {
        return new Declined(
                code,
                switch (code) {
                    case "card_declined" -> "What the payer chose at PayPal was declined.";
                    case "limit_exceeded" -> "The amount is above a limit at PayPal.";
                    case "method_gone" ->
                        "The saved PayPal account cannot be used any more. Choose another way to pay.";
                    case "account_closed" -> "PayPal does not let this account pay.";
                    default -> "PayPal refused the payment.";
                });
    }

    static String code(String issue) {
        return switch (issue) {
            case "INSTRUMENT_DECLINED",
                    "REDIRECT_PAYER_FOR_ALTERNATE_FUNDING",
                    "PAYMENT_SOURCE_DECLINED_BY_PROCESSOR",
                    "DECLINED_DUE_TO_RELATED_TXN",
                    "MAX_NUMBER_OF_PAYMENT_ATTEMPTS_EXCEEDED" -> "card_declined";
            case "TRANSACTION_LIMIT_EXCEEDED", "TRANSACTION_RECEIVING_LIMIT_EXCEEDED", "MAX_VALUE_EXCEEDED" ->
                "limit_exceeded";
            case "AGREEMENT_ALREADY_CANCELLED",
                    "BILLING_AGREEMENT_NOT_FOUND",
                    "INVALID_RESOURCE_ID",
                    "RESOURCE_NOT_FOUND",
                    "TOKEN_EXPIRED",
                    "TOKEN_ID_NOT_FOUND",
                    "MISMATCHED_VAULT_ID_TO_PAYMENT_SOURCE",
                    "PAYMENT_SOURCE_CANNOT_BE_USED" -> "method_gone";
            case "PAYER_ACCOUNT_LOCKED_OR_CLOSED", "PAYER_ACCOUNT_RESTRICTED", "PAYER_CANNOT_PAY" -> "account_closed";
            default -> "paypal_refused";
        };
    }
}
