package com.gmservices.payments.paystack;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.ChargeOutcome.AwaitingCustomer;
import com.gmservices.payments.gateway.ChargeOutcome.Canceled;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.payments.gateway.ChargeOutcome.Declined;
import com.gmservices.payments.gateway.ChargeOutcome.NotReached;
import com.gmservices.payments.gateway.ChargeOutcome.Reserved;
import com.gmservices.payments.gateway.ChargeOutcome.Unknown;
import com.gmservices.payments.gateway.Means;
import com.gmservices.payments.gateway.PaymentGateway;
import com.gmservices.payments.gateway.RefundOutcome;
import com.gmservices.payments.gateway.Repayment;
import com.gmservices.payments.vendor.Answer.NotTaken;
import com.gmservices.payments.vendor.Answer.Said;
import com.gmservices.payments.vendor.Answer.Silence;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * The reference of a transaction is our key, and Paystack refuses one that it knows: whatever was asked for before is
 * then looked up. While a payer has Paystack's page open our name for the charge is the page's code.
 */
@Component
class PaystackGateway implements PaymentGateway {

    private static final String PAGES = "https://checkout.paystack.com/";

    private final PaystackCalls calls;
    private final PaystackRefunds refunds;

    PaystackGateway(PaystackCalls calls, PaystackRefunds refunds) {
        this.calls = calls;
        this.refunds = refunds;
    }

    @Override
    public String name() {
        return PaystackCalls.GATEWAY;
    }

    @Override
    public boolean knows(Currency currency) {
        return Subunits.know(currency);
    }

    @Override
    public boolean reserves() {
        return false;
    }

    @Override
    public ChargeOutcome charge(Charge charge) {
        return charge.saved() == null ? start(charge) : charge(charge, charge.saved());
    }

    private ChargeOutcome start(Charge charge) {
        String email = charge.payer().email();
        if (email == null) {
            return PaystackDeclines.EMAIL_NEEDED;
        }
        var start = new Paystack.Start(
                email,
                Subunits.of(charge.amount()),
                charge.amount().currency().getCurrencyCode(),
                charge.key().toString(),
                charge.returnTo(),
                new Paystack.Metadata(
                        charge.returnTo(), List.of(new Paystack.Field("For", "for", charge.description()))));
        return switch (calls.ask((paystack, key) -> paystack.start(key, start))) {
            case Said said when said.isGood() -> page(said.body().path("data"));
            case Said said when isKnown(said) -> again(charge);
            case Said said
            when PaystackCalls.complaint(said).toLowerCase(Locale.ROOT).contains("email") ->
                PaystackDeclines.EMAIL_NEEDED;
            case Said _ -> new NotReached("Paystack does not accept this payment for the business.");
            case NotTaken _ -> new NotReached("Paystack cannot be reached.");
            case Silence _ -> new Unknown();
        };
    }

    private static ChargeOutcome page(JsonNode data) {
        String page = data.path("authorization_url").asString("");
        return page.isEmpty()
                ? new Unknown()
                : new AwaitingCustomer(page, data.path("access_code").asString());
    }

    private ChargeOutcome charge(Charge charge, Means saved) {
        String email = saved.customer() == null ? charge.payer().email() : saved.customer();
        if (email == null) {
            return PaystackDeclines.EMAIL_NEEDED;
        }
        var asked = new Paystack.SavedCharge(
                email,
                Subunits.of(charge.amount()),
                charge.amount().currency().getCurrencyCode(),
                charge.key().toString(),
                saved.token());
        return switch (calls.ask((paystack, key) -> paystack.charge(key, asked))) {
            case Said said
            when said.isGood() -> outcome(Transaction.of(said.body().path("data")), charge);
            case Said said when isKnown(said) -> again(charge);
            case Said said
            when PaystackCalls.refusesKey(said) ->
                new NotReached("Paystack does not accept this payment for the business.");
            case Said said -> PaystackDeclines.ofSaved(PaystackCalls.complaint(said));
            case NotTaken _ -> new NotReached("Paystack cannot be reached.");
            case Silence _ -> new Unknown();
        };
    }

    private ChargeOutcome again(Charge charge) {
        return lookUp(charge).orElseGet(Unknown::new);
    }

    private static boolean isKnown(Said said) {
        return said.body().path("code").asString("").equals("duplicate_reference")
                || PaystackCalls.complaint(said).startsWith("Duplicate");
    }

    @Override
    public Optional<ChargeOutcome> lookUp(Charge charge) {
        return switch (calls.ask(
                (paystack, key) -> paystack.verify(key, charge.key().toString()))) {
            case Said said
            when said.isGood() -> Optional.of(outcome(Transaction.of(said.body().path("data")), charge));
            case Said said when PaystackCalls.knowsNothing(said) -> Optional.empty();
            case Said _, NotTaken _, Silence _ -> Optional.of(new Unknown(charge.reference()));
        };
    }

    private static ChargeOutcome outcome(Transaction transaction, Charge charge) {
        return switch (transaction.status()) {
            case "success" -> new Captured(transaction.reference(), transaction.amount(), transaction.means());
            case "failed" -> PaystackDeclines.of(transaction.said());
            case "reversed" -> PaystackDeclines.REVERSED;
            case "abandoned", "ongoing" -> waiting(charge);
            default ->
                transaction.continueAt() == null
                        ? new Unknown(charge.reference())
                        : new AwaitingCustomer(transaction.continueAt(), code(transaction.continueAt()));
        };
    }

    /** Where Paystack's answer with the page got lost nobody has the page, and nobody can pay there any more. */
    private static ChargeOutcome waiting(Charge charge) {
        return charge.reference() == null
                ? new Canceled()
                : new AwaitingCustomer(PAGES + charge.reference(), charge.reference());
    }

    private static String code(String page) {
        return page.startsWith(PAGES) ? page.substring(PAGES.length()) : page;
    }

    @Override
    public ChargeOutcome capture(Charge charge, Money amount) {
        return new Declined("nothing_reserved", "Paystack takes money at once and reserves none.");
    }

    /** Paystack has no call for it: a payer who still pays at its page pays late. */
    @Override
    public ChargeOutcome callOff(Charge charge) {
        return switch (lookUp(charge).orElseGet(Canceled::new)) {
            case Captured captured -> captured;
            case Unknown unknown -> unknown;
            case AwaitingCustomer _, Declined _, Canceled _, Reserved _, NotReached _ -> new Canceled();
        };
    }

    @Override
    public RefundOutcome refund(Repayment repayment) {
        return refunds.refund(repayment);
    }
}
