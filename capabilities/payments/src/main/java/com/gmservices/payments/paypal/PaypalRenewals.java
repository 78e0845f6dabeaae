package com.gmservices.payments.paypal;

import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.ChargeOutcome.Canceled;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.payments.gateway.ChargeOutcome.Reserved;
import com.gmservices.payments.gateway.ChargeOutcome.Unknown;
import com.gmservices.payments.gateway.Means;
import com.gmservices.payments.vendor.Answer.NotTaken;
import com.gmservices.payments.vendor.Answer.Said;
import com.gmservices.payments.vendor.Answer.Silence;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Keeps certain what is reserved: PayPal honours an authorization for three days, and for three more each time that it is
 * asked to, up to the 29th day. What is authorized anew has another name, of which the order need not tell.
 */
@Component
class PaypalRenewals {

    private static final Duration HONOURED = Duration.ofDays(3);

    /** For a payer who cannot pay at the moment. */
    private static final Duration PAUSE = Duration.ofDays(1);

    private final PaypalCalls calls;
    private final PaypalOrders orders;
    private final PaypalTraces traces;
    private final AskedCharges asked;
    private final Clock clock;

    PaypalRenewals(PaypalCalls calls, PaypalOrders orders, PaypalTraces traces, AskedCharges asked, Clock clock) {
        this.calls = calls;
        this.orders = orders;
        this.traces = traces;
        this.asked = asked;
        this.clock = clock;
    }

    /** As {@link PaypalOrders#read}, and of what was authorized last. */
    ChargeOutcome read(Charge charge, AskedCharge known, String order) {
        ChargeOutcome told = orders.read(charge, known, order);
        String renewed = known.authorization();
        return renewed == null || told instanceof Captured || told instanceof Unknown
                ? told
                : read(charge, known, renewed, told instanceof Reserved reserved ? reserved.kept() : null);
    }

    private ChargeOutcome read(Charge charge, AskedCharge known, String renewed, @Nullable Means kept) {
        return switch (calls.ask((paypal, token) -> paypal.authorization(token, renewed))) {
            case Said said when said.isGood() -> outcome(charge, known, said.body(), kept);
            case Said said when said.status() == 404 -> new Canceled();
            case Said _, NotTaken _, Silence _ -> new Unknown(renewed);
        };
    }

    /** What it has become where the order does not tell of that stands in PayPal's statement, hours later. */
    private ChargeOutcome outcome(Charge charge, AskedCharge known, JsonNode authorization, @Nullable Means kept) {
        String id = authorization.path("id").asString();
        return switch (authorization.path("status").asString("")) {
            case "CREATED" -> new Reserved(id, Order.until(authorization, known.at()), kept);
            case "VOIDED", "EXPIRED", "DENIED" -> new Canceled();
            case "CAPTURED", "PARTIALLY_CAPTURED" ->
                traces.find(charge, known) instanceof Captured captured ? captured : new Unknown(id);
            default -> new Unknown(id);
        };
    }

    /** As it is read, and honoured again if it was not any more. */
    ChargeOutcome renewed(Charge charge, AskedCharge known, String order) {
        ChargeOutcome read = read(charge, known, order);
        return read instanceof Reserved reserved && isDue(known, reserved) ? renew(charge, reserved) : read;
    }

    private boolean isDue(AskedCharge known, Reserved reserved) {
        Instant due = known.renewAt() == null
                ? reserved.until().minus(Order.RESERVED_FOR).plus(HONOURED)
                : known.renewAt();
        Instant now = clock.instant();
        return !known.isCalledOff() && !now.isBefore(due) && now.isBefore(reserved.until());
    }

    /** Under the name of what is renewed, so that whoever asks again is told of the same. */
    private Reserved renew(Charge charge, Reserved reserved) {
        String id = charge.key() + "-renew-" + reserved.reference();
        var amount = new Wire.Renewal(PaypalMoney.of(charge.amount()));
        return switch (calls.ask((paypal, token) -> paypal.reauthorize(token, id, reserved.reference(), amount))) {
            case Said said when said.isGood() -> renewed(charge, reserved, said.body());
            case Said said
            when said.status() == 422 -> {
                asked.renewLater(charge.key(), clock.instant().plus(PAUSE));
                yield reserved;
            }
            case Said _, NotTaken _, Silence _ -> reserved;
        };
    }

    private Reserved renewed(Charge charge, Reserved reserved, JsonNode authorization) {
        String id = authorization.path("id").asString();
        asked.renew(charge.key(), id, clock.instant().plus(HONOURED));
        return new Reserved(id, reserved.until(), reserved.kept());
    }

    /** Whether its time is up, whatever PayPal says of it. */
    boolean isOver(Reserved reserved) {
        return !clock.instant().isBefore(reserved.until());
    }
}
