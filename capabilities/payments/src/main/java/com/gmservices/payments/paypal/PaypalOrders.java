package com.gmservices.payments.paypal;

import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.ChargeOutcome.Canceled;
import com.gmservices.payments.gateway.ChargeOutcome.NotReached;
import com.gmservices.payments.gateway.ChargeOutcome.Unknown;
import com.gmservices.payments.gateway.Means;
import com.gmservices.payments.paypal.AskedCharge.Stage;
import com.gmservices.payments.vendor.Answer;
import com.gmservices.payments.vendor.Answer.NotTaken;
import com.gmservices.payments.vendor.Answer.Said;
import com.gmservices.payments.vendor.Answer.Silence;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The orders behind charges: makes them, reads them, and takes what payers have approved. */
@Component
class PaypalOrders {

    /** Our key stands in another order that was paid. */
    private static final String PAID_ALREADY = "DUPLICATE_INVOICE_ID";

    /** It may have been done, by us or just now. */
    private static final Set<String> UNDER_WAY = Set.of(
            "PREVIOUS_REQUEST_IN_PROGRESS",
            "ORDER_COMPLETION_IN_PROGRESS",
            PAID_ALREADY,
            "DUPLICATE_REQUEST_ID",
            "PAYPAL_REQUEST_ID_PREVIOUSLY_USED");

    private static final Set<String> DONE_ALREADY =
            Set.of("ORDER_ALREADY_CAPTURED", "ORDER_ALREADY_AUTHORIZED", "ORDER_COMPLETED_OR_VOIDED");

    private static final Set<String> NOT_APPROVED = Set.of("ORDER_NOT_APPROVED", "PAYER_ACTION_REQUIRED");

    private static final int TEXT = 127;

    private final PaypalCalls calls;
    private final AskedCharges asked;
    private final PaypalTraces traces;

    PaypalOrders(PaypalCalls calls, AskedCharges asked, PaypalTraces traces) {
        this.calls = calls;
        this.asked = asked;
        this.traces = traces;
    }

    /** Also once more, in the same words: PayPal then answers with the order that it has made. */
    ChargeOutcome create(Charge charge) {
        String key = charge.key().toString();
        return switch (calls.ask((paypal, token) -> paypal.create(token, key, words(charge)))) {
            case Said said when said.isGood() -> created(charge, new Order(said.body()));
            case Said said when isUnderWay(said) -> new Unknown();
            case Said said when charge.saved() == null || said.status() == 403 -> notAccepted(charge);
            case Said said -> decline(charge, said);
            case NotTaken _ -> new NotReached("PayPal cannot be reached.");
            case Silence _ -> new Unknown();
        };
    }

    private ChargeOutcome created(Charge charge, Order order) {
        asked.name(charge.key(), order.id());
        return order.isApproved() ? take(charge, order) : order.outcome();
    }

    private ChargeOutcome notAccepted(Charge charge) {
        asked.release(charge.key());
        return new NotReached("PayPal does not accept this payment for the business.");
    }

    private ChargeOutcome decline(Charge charge, Said said) {
        String code = PaypalDeclines.code(PaypalCalls.issue(said));
        asked.decline(charge.key(), code);
        return PaypalDeclines.of(code);
    }

    private static boolean isUnderWay(Said said) {
        return said.status() == 409 || UNDER_WAY.contains(PaypalCalls.issue(said));
    }

    private static Wire.NewOrder words(Charge charge) {
        String key = charge.key().toString();
        String description = charge.description();
        var unit = new Wire.PurchaseUnit(
                PaypalMoney.of(charge.amount()),
                description.length() > TEXT ? description.substring(0, TEXT) : description,
                key,
                key);
        return new Wire.NewOrder(
                charge.reserve() ? "AUTHORIZE" : "CAPTURE",
                List.of(unit),
                new Wire.Source(wallet(charge, charge.saved())));
    }

    private static Wire.Wallet wallet(Charge charge, @Nullable Means saved) {
        return saved == null
                ? new Wire.Wallet(
                        null,
                        charge.keep() ? Wire.Attributes.KEEP : null,
                        Wire.Experience.toPay(charge.returnTo()),
                        null)
                : new Wire.Wallet(saved.token(), null, null, null);
    }

    /** Takes what the payer has approved, unless it was called off. */
    ChargeOutcome read(Charge charge, AskedCharge known, String order) {
        return switch (calls.ask((paypal, token) -> paypal.order(token, order))) {
            case Said said when said.isGood() -> found(charge, known, new Order(said.body()));
            case Said said
            when said.status() == 404 ->
                // PayPal forgets orders that nobody has approved.
                known.stage() == Stage.TAKING ? traces.find(charge, known) : new Canceled();
            case Said _, NotTaken _, Silence _ -> new Unknown(charge.reference());
        };
    }

    private ChargeOutcome found(Charge charge, AskedCharge known, Order order) {
        if (!order.isApproved()) {
            return order.outcome();
        }
        return known.isCalledOff() ? new Canceled() : take(charge, order);
    }

    private ChargeOutcome take(Charge charge, Order order) {
        if (!asked.take(charge.key())) {
            return asked.find(charge.key()).flatMap(AskedCharge::end).orElseGet(() -> new Unknown(order.id()));
        }
        return switch (askForIt(charge, order.id())) {
            case Said said when said.isGood() -> new Order(said.body()).outcome();
            case Said said when DONE_ALREADY.contains(PaypalCalls.issue(said)) -> readAgain(order);
            case Said said
            when PaypalCalls.issue(said).equals(PAID_ALREADY) ->
                traces.find(charge, asked.find(charge.key()).orElseThrow());
            case Said said when isUnderWay(said) || said.status() == 404 -> new Unknown(order.id());
            case Said said when NOT_APPROVED.contains(PaypalCalls.issue(said)) -> order.outcome();
            case Said said -> decline(charge, said);
            case NotTaken _, Silence _ -> new Unknown(order.id());
        };
    }

    private Answer askForIt(Charge charge, String order) {
        String id = charge.key() + "-take";
        return calls.ask((paypal, token) ->
                charge.reserve() ? paypal.authorize(token, id, order) : paypal.capture(token, id, order));
    }

    private ChargeOutcome readAgain(Order order) {
        return calls.ask((paypal, token) -> paypal.order(token, order.id())) instanceof Said said && said.isGood()
                ? new Order(said.body()).outcome()
                : new Unknown(order.id());
    }
}
