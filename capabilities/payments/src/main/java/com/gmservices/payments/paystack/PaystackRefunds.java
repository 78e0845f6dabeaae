package com.gmservices.payments.paystack;

import com.gmservices.payments.gateway.RefundOutcome;
import com.gmservices.payments.gateway.RefundOutcome.Refunded;
import com.gmservices.payments.gateway.RefundOutcome.Refused;
import com.gmservices.payments.gateway.RefundOutcome.Unknown;
import com.gmservices.payments.gateway.RefundOutcome.Waiting;
import com.gmservices.payments.gateway.Repayment;
import com.gmservices.payments.vendor.Answer.NotTaken;
import com.gmservices.payments.vendor.Answer.Said;
import com.gmservices.payments.vendor.Answer.Silence;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Paystack takes no key for a refund and gives back as often as it is asked. So that once is once, our key travels as
 * the refund's note and is looked for first; and whoever asks has noted it before, so that of two at once one asks, and
 * nobody asks again until Paystack has had time to show what it was asked for.
 */
@Component
class PaystackRefunds {

    /** Cards that are closed, and transfers: the business names an account of the payer on Paystack's pages. */
    private static final String PAYERS_ACCOUNT = "payers_account";

    private final PaystackCalls calls;
    private final PaystackPages pages;
    private final AskedRefunds asked;

    PaystackRefunds(PaystackCalls calls, PaystackPages pages, AskedRefunds asked) {
        this.calls = calls;
        this.pages = pages;
        this.asked = asked;
    }

    RefundOutcome refund(Repayment repayment) {
        return repayment.reference() == null ? search(repayment) : read(repayment.reference());
    }

    private RefundOutcome read(String reference) {
        return switch (calls.ask((paystack, key) -> paystack.refund(key, reference))) {
            case Said said when said.isGood() -> outcome(said.body().path("data"));
            case Said _, NotTaken _, Silence _ -> new Unknown(reference);
        };
    }

    private RefundOutcome search(Repayment repayment) {
        String charge = repayment.charge().key().toString();
        return switch (calls.ask((paystack, key) -> paystack.verify(key, charge))) {
            case Said said when said.isGood() -> search(repayment, said.body().path("data"));
            case Said said when PaystackCalls.knowsNothing(said) -> notTaken();
            case Said _, NotTaken _, Silence _ -> new Unknown();
        };
    }

    private RefundOutcome search(Repayment repayment, JsonNode transaction) {
        String status = transaction.path("status").asString("");
        if (!status.equals("success") && !status.equals("reversed")) {
            return notTaken();
        }
        return find(repayment, transaction)
                .map(PaystackRefunds::outcome)
                .orElseGet(() -> asked.mayAsk(repayment.key()) ? ask(repayment) : new Unknown());
    }

    private Optional<JsonNode> find(Repayment repayment, JsonNode transaction) {
        long number = transaction.path("id").asLong();
        String key = repayment.key().toString();
        return pages.refunds(number, Transaction.time(transaction.path("created_at")))
                .filter(refund -> refund.path("merchant_note").asString("").equals(key))
                .findFirst();
    }

    private RefundOutcome ask(Repayment repayment) {
        var refund = new Paystack.Refund(
                repayment.charge().key().toString(),
                Subunits.of(repayment.amount()),
                repayment.amount().currency().getCurrencyCode(),
                repayment.charge().description(),
                repayment.key().toString());
        return switch (calls.ask((paystack, key) -> paystack.refund(key, refund))) {
            case Said said when said.isGood() -> outcome(said.body().path("data"));
            case Said said when PaystackCalls.refusesKey(said) -> notAsked(repayment);
            case Said said -> refused(PaystackCalls.complaint(said));
            case NotTaken _ -> notAsked(repayment);
            case Silence _ -> new Unknown();
        };
    }

    private RefundOutcome notAsked(Repayment repayment) {
        asked.forget(repayment.key());
        return new Unknown();
    }

    private static RefundOutcome outcome(JsonNode refund) {
        String reference = refund.path("id").asString(null);
        return switch (refund.path("status").asString("")) {
            case "processed" -> reference == null ? new Unknown() : new Refunded(reference);
            case "failed" -> new Refused("refund_failed", "The payer's bank did not take the money back.");
            case "needs-attention" -> reference == null ? new Unknown() : new Waiting(reference, PAYERS_ACCOUNT);
            default -> new Unknown(reference);
        };
    }

    private static RefundOutcome notTaken() {
        return new Refused("not_taken", "Nothing was taken that could be given back.");
    }

    private static RefundOutcome refused(@Nullable String said) {
        String words = String.valueOf(said).toLowerCase(Locale.ROOT);
        if (words.contains("balance")) {
            return new Refused("balance_too_low", "There is not enough money at Paystack. Top up the balance there.");
        }
        if (words.contains("reversed") || words.contains("more than")) {
            return new Refused("refund_too_large", "Paystack has given back that much already.");
        }
        return new Refused("refund_refused", "Paystack refuses to give this back.");
    }
}
