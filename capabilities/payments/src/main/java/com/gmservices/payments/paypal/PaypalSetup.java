package com.gmservices.payments.paypal;

import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.GatewaySetup;
import com.gmservices.payments.paypal.PaypalTokens.Access;
import com.gmservices.payments.vendor.Answer.NotTaken;
import com.gmservices.payments.vendor.Answer.Said;
import com.gmservices.payments.vendor.Answer.Silence;
import java.util.List;
import org.springframework.stereotype.Component;

@Component
class PaypalSetup implements GatewaySetup {

    private static final Check AWAY =
            new Check.Wrong("PayPal does not answer as it should at the moment. Check again in a few minutes.");

    private final PaypalCalls calls;

    PaypalSetup(PaypalCalls calls) {
        this.calls = calls;
    }

    @Override
    public String gateway() {
        return PaypalCalls.GATEWAY;
    }

    @Override
    public List<Field> fields() {
        return List.of(
                new Field(PaypalCalls.CLIENT_ID, false, true),
                new Field(PaypalCalls.CLIENT_SECRET, true, true),
                new Field(PaypalCalls.WEBHOOK_ID, false, true));
    }

    @Override
    public Check check(Credentials credentials) {
        return switch (calls.access(credentials)) {
            case Access.Granted granted -> webhook(credentials, granted.app());
            case Access.Denied() ->
                new Check.Wrong(
                        credentials.live()
                                ? "PayPal does not know this client ID and secret. For live mode both come from the Live side of Apps & Credentials, not from Sandbox."
                                : "PayPal does not know this client ID and secret. For test mode both come from the Sandbox side of Apps & Credentials, not from Live.");
            case Access.Away _ -> AWAY;
        };
    }

    /** Without it PayPal could be paid through, and would never tell of a complaint. */
    private Check webhook(Credentials credentials, String app) {
        String id = credentials.find(PaypalCalls.WEBHOOK_ID).orElse("");
        if (id.isBlank()) {
            return new Check.Wrong("The webhook ID is missing. Add a webhook to the app at PayPal and copy its ID.");
        }
        return switch (calls.ask(credentials, (paypal, token) -> paypal.webhook(token, id))) {
            case Said said
            when said.isGood() -> new Check.Fine("%s account, %s".formatted(credentials.live() ? "Live" : "Test", app));
            case Said said
            when said.status() == 404 || said.status() == 400 ->
                new Check.Wrong(
                        "The app at PayPal has no webhook with this ID. Copy it from the app's list of webhooks.");
            case Said _, NotTaken _, Silence _ -> AWAY;
        };
    }
}
