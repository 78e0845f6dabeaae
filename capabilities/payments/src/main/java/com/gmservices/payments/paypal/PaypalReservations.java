package com.gmservices.payments.paypal;

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
import com.gmservices.payments.vendor.Answer.NotTaken;
import com.gmservices.payments.vendor.Answer.Said;
import com.gmservices.payments.vendor.Answer.Silence;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Money that PayPal holds for us: taken in whole or part, once, or let go. */
@Component
class PaypalReservations {

    private final PaypalCalls calls;
    private final PaypalRenewals renewals;
    private final AskedCharges asked;

    PaypalReservations(PaypalCalls calls, PaypalRenewals renewals, AskedCharges asked) {
        this.calls = calls;
        this.renewals = renewals;
        this.asked = asked;
    }

    ChargeOutcome capture(Charge charge, Money amount) {
        if (!PaypalMoney.fits(amount)) {
            return PaypalDeclines.WHOLE_AMOUNTS;
        }
        return switch (current(charge)) {
            case Reserved reserved -> take(charge, reserved, amount);
            case Captured captured -> captured;
            case Unknown unknown -> unknown;
            case AwaitingCustomer _, Canceled _, Declined _, NotReached _ -> PaypalDeclines.RESERVATION_OVER;
        };
    }

    private ChargeOutcome current(Charge charge) {
        AskedCharge known = asked.find(charge.key()).orElse(null);
        String order = known == null ? null : known.order();
        return known == null || order == null
                ? new Canceled()
                : known.end().orElseGet(() -> renewals.renewed(charge, known, order));
    }

    private ChargeOutcome take(Charge charge, Reserved reserved, Money amount) {
        String id = charge.key() + "-capture";
        var capture = new Wire.Capture(PaypalMoney.of(amount), true);
        return switch (calls.ask((paypal, token) -> paypal.captureReserved(token, id, reserved.reference(), capture))) {
            case Said said when said.isGood() -> captured(said.body(), reserved);
            case Said said when said.status() == 422 -> refused(charge, reserved);
            case Said _, NotTaken _, Silence _ -> new Unknown(reserved.reference());
        };
    }

    private static ChargeOutcome captured(JsonNode capture, Reserved reserved) {
        return switch (capture.path("status").asString("")) {
            case "COMPLETED" ->
                new Captured(capture.path("id").asString(), PaypalMoney.money(capture.path("amount")), reserved.kept());
            case "DECLINED", "FAILED" -> PaypalDeclines.RESERVATION_OVER;
            default -> new Unknown(reserved.reference());
        };
    }

    /** Taken already, or over. */
    private ChargeOutcome refused(Charge charge, Reserved reserved) {
        return switch (current(charge)) {
            case Captured captured -> captured;
            case Unknown _ -> new Unknown(reserved.reference());
            case Reserved _, AwaitingCustomer _, Canceled _, Declined _, NotReached _ ->
                PaypalDeclines.RESERVATION_OVER;
        };
    }

    /** As it is, and certain for some days if it is still held; over when its time is up. */
    ChargeOutcome lookUp(Charge charge, AskedCharge known, String order) {
        ChargeOutcome outcome = renewals.renewed(charge, known, order);
        return outcome instanceof Reserved reserved && renewals.isOver(reserved)
                ? letGo(charge, known, order, reserved)
                : outcome;
    }

    /** What somebody has begun to take is taken first, if it can be, and is then too late to be called off. */
    ChargeOutcome release(Charge charge, AskedCharge known, String order) {
        return switch (renewals.read(charge, known, order)) {
            case Captured captured -> captured;
            case Reserved reserved -> letGo(charge, known, order, reserved);
            case Unknown unknown when !known.isCalledOff() -> unknown;
            case Unknown _, AwaitingCustomer _, Canceled _, Declined _, NotReached _ -> released(charge);
        };
    }

    private ChargeOutcome letGo(Charge charge, AskedCharge known, String order, Reserved reserved) {
        return switch (calls.ask((paypal, token) -> paypal.release(token, reserved.reference()))) {
            case Said said when said.isGood() -> released(charge);
            case Said said when PaypalCalls.issue(said).equals("PREVIOUSLY_VOIDED") -> released(charge);
            case Said said when said.status() == 422 -> takenMeanwhile(charge, known, order);
            case Said _, NotTaken _, Silence _ -> new Unknown(reserved.reference());
        };
    }

    private ChargeOutcome takenMeanwhile(Charge charge, AskedCharge known, String order) {
        return renewals.read(charge, known, order) instanceof Captured captured
                ? captured
                : new Unknown(charge.reference());
    }

    private ChargeOutcome released(Charge charge) {
        asked.release(charge.key());
        return new Canceled();
    }
}
