package com.gmservices.payments.paypal;

import com.gmservices.payments.gateway.RefundOutcome;
import com.gmservices.payments.gateway.RefundOutcome.Refunded;
import com.gmservices.payments.gateway.RefundOutcome.Refused;
import com.gmservices.payments.gateway.RefundOutcome.Unknown;
import com.gmservices.payments.gateway.Repayment;
import com.gmservices.payments.vendor.Answer.NotTaken;
import com.gmservices.payments.vendor.Answer.Said;
import com.gmservices.payments.vendor.Answer.Silence;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Asked for again under the same id, which PayPal knows for 45 days, a refund is the same refund. */
@Component
class PaypalRefunds {

    private final PaypalCalls calls;

    PaypalRefunds(PaypalCalls calls) {
        this.calls = calls;
    }

    RefundOutcome refund(Repayment repayment) {
        String capture = repayment.charge().reference();
        if (capture == null) {
            return refused("RESOURCE_NOT_FOUND");
        }
        if (!PaypalMoney.fits(repayment.amount())) {
            return new Refused("whole_amounts_only", "PayPal gives this currency back in whole amounts only.");
        }
        return repayment.reference() == null ? ask(repayment, capture) : read(repayment.reference());
    }

    private RefundOutcome ask(Repayment repayment, String capture) {
        String key = repayment.key().toString();
        var refund = new Wire.Refund(PaypalMoney.of(repayment.amount()), key);
        return switch (calls.ask((paypal, token) -> paypal.refund(token, key, capture, refund))) {
            case Said said when said.isGood() -> outcome(said.body());
            case Said said when said.status() == 409 -> new Unknown();
            case Said said -> refused(PaypalCalls.issue(said));
            case NotTaken _, Silence _ -> new Unknown();
        };
    }

    private RefundOutcome read(String reference) {
        return switch (calls.ask((paypal, token) -> paypal.refund(token, reference))) {
            case Said said when said.isGood() -> outcome(said.body());
            case Said _, NotTaken _, Silence _ -> new Unknown(reference);
        };
    }

    private static RefundOutcome outcome(JsonNode refund) {
        String id = refund.path("id").asString();
        return switch (refund.path("status").asString("")) {
            case "COMPLETED" -> new Refunded(id);
            case "FAILED", "CANCELLED" -> new Refused("refund_failed", "PayPal could not give the money back.");
            default -> new Unknown(id);
        };
    }

    private static RefundOutcome refused(String issue) {
        return switch (issue) {
            case "RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID", "PENDING_CAPTURE" ->
                new Refused("not_taken", "Nothing was taken that could be given back.");
            case "CAPTURE_FULLY_REFUNDED", "REFUND_AMOUNT_EXCEEDED" ->
                new Refused("refund_too_large", "PayPal has given back that much already.");
            case "REFUND_FAILED_INSUFFICIENT_FUNDS" ->
                new Refused("balance_too_low", "There is not enough money at PayPal. Top up the balance there.");
            case "REFUND_TIME_LIMIT_EXCEEDED" ->
                new Refused("too_late", "PayPal gives back within 180 days only. Send the money in another way.");
            case "TRANSACTION_DISPUTED", "REFUND_NOT_PERMITTED_DUE_TO_CHARGEBACK" ->
                new Refused("disputed", "The payer has complained at PayPal: answer that first.");
            default -> new Refused("refund_refused", "PayPal refuses to give this back.");
        };
    }
}
