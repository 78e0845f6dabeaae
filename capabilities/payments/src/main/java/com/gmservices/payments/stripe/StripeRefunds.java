package com.gmservices.payments.stripe;

import static com.gmservices.payments.stripe.StripeClients.ask;
import static com.gmservices.payments.stripe.StripeClients.under;

import com.gmservices.payments.gateway.RefundOutcome;
import com.gmservices.payments.gateway.RefundOutcome.Refunded;
import com.gmservices.payments.gateway.RefundOutcome.Refused;
import com.gmservices.payments.gateway.RefundOutcome.Unknown;
import com.gmservices.payments.gateway.Repayment;
import com.stripe.model.Refund;
import com.stripe.param.RefundCreateParams;
import com.stripe.param.RefundListParams;
import com.stripe.service.RefundService;
import com.stripe.service.V1Services;
import java.util.Optional;

/**
 * A refund is looked for before it is made: Stripe forgets keys after a day, and one that is asked for again later would
 * be a second one.
 */
final class StripeRefunds {

    private final RefundService refunds;

    StripeRefunds(V1Services stripe) {
        this.refunds = stripe.refunds();
    }

    RefundOutcome lookUp(String reference) {
        return outcome(ask(() -> refunds.retrieve(reference)));
    }

    RefundOutcome refund(Repayment repayment, String intent) {
        Long units = Units.of(repayment.amount());
        if (units == null) {
            return new Refused("amount_not_supported", "Stripe does not give back amounts so finely divided.");
        }
        try {
            return outcome(find(repayment, intent).orElseGet(() -> create(repayment, intent, units)));
        } catch (StripeFailure failure) {
            return failure.isRefusal() && !failure.isOfReusedKey() ? refused(failure) : new Unknown();
        }
    }

    private Optional<Refund> find(Repayment repayment, String intent) {
        var params = RefundListParams.builder().setPaymentIntent(intent).setLimit(Pages.SIZE);
        return Pages.all(after -> {
                    params.setStartingAfter(after);
                    return ask(() -> refunds.list(params.build()));
                })
                .stream()
                .filter(refund -> repayment.key().equals(Marks.key(refund.getMetadata(), StripeGateway.REFUND)))
                .findFirst();
    }

    private Refund create(Repayment repayment, String intent, long units) {
        var params = RefundCreateParams.builder()
                .setPaymentIntent(intent)
                .setAmount(units)
                .putMetadata(StripeGateway.REFUND, repayment.key().toString())
                .build();
        return ask(() -> refunds.create(params, under(repayment.key().toString())));
    }

    private static RefundOutcome outcome(Refund refund) {
        return switch (refund.getStatus()) {
            case "succeeded" -> new Refunded(refund.getId());
            case "failed" -> failed(refund);
            case "canceled" -> new Refused("refund_canceled", "The refund was called off at Stripe.");
            // Also requires_action: Stripe asks the payer by mail where the money is to go.
            default -> new Unknown(refund.getId());
        };
    }

    private static Refused failed(Refund refund) {
        return switch (String.valueOf(refund.getFailureReason())) {
            case "lost_or_stolen_card", "expired_or_canceled_card" ->
                new Refused(
                        "card_closed", "The card is closed and does not take the money back: pay it out otherwise.");
            case "insufficient_funds" -> insufficientFunds();
            default ->
                new Refused("refund_failed", "The payer's bank did not take the money back: pay it out otherwise.");
        };
    }

    private static Refused refused(StripeFailure failure) {
        return switch (String.valueOf(failure.code())) {
            case "charge_already_refunded" ->
                new Refused("already_refunded", "Stripe has given all of this payment back already.");
            case "charge_disputed" ->
                new Refused("disputed", "The payer has complained at their bank: the money goes back that way or not.");
            case "balance_insufficient", "insufficient_funds" -> insufficientFunds();
            default -> new Refused("refund_refused", "Stripe gives back at most what it has taken.");
        };
    }

    private static Refused insufficientFunds() {
        return new Refused("insufficient_balance", "There is too little money on the account at Stripe.");
    }
}
