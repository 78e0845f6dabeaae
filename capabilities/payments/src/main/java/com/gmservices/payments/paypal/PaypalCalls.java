package com.gmservices.payments.paypal;

import com.gmservices.payments.gateway.Accounts;
import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.paypal.PaypalTokens.Access;
import com.gmservices.payments.vendor.Answer;
import com.gmservices.payments.vendor.Answer.NotTaken;
import com.gmservices.payments.vendor.Answer.Said;
import com.gmservices.payments.vendor.Answer.Silence;
import com.gmservices.payments.vendor.Asking;
import com.gmservices.payments.vendor.VendorSilent;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks PayPal as the current business. */
class PaypalCalls {

    static final String GATEWAY = "paypal";
    static final String CLIENT_ID = "client_id";
    static final String CLIENT_SECRET = "client_secret";
    static final String WEBHOOK_ID = "webhook_id";

    private final Paypal live;
    private final Paypal sandbox;
    private final Accounts accounts;
    private final Asking asking;
    private final PaypalTokens tokens;

    private PaypalCalls(Paypal live, Paypal sandbox, Accounts accounts, Asking asking, PaypalTokens tokens) {
        this.live = live;
        this.sandbox = sandbox;
        this.accounts = accounts;
        this.asking = asking;
        this.tokens = tokens;
    }

    static PaypalCalls at(PaypalSettings settings, Accounts accounts, JsonMapper json, Clock clock) {
        var asking = new Asking(json);
        return new PaypalCalls(
                Asking.client(Paypal.class, settings.live()),
                Asking.client(Paypal.class, settings.sandbox()),
                accounts,
                asking,
                new PaypalTokens(asking, clock));
    }

    /** One of PayPal's calls, with what stands in its Authorization header. */
    @FunctionalInterface
    interface Call {
        ResponseEntity<byte[]> with(Paypal paypal, String token);
    }

    Answer ask(Call call) {
        return ask(accounts.of(GATEWAY), call);
    }

    /** A token that PayPal has forgotten is asked for anew: whoever is not let in has not been heard. */
    Answer ask(Credentials credentials, Call call) {
        Answer first = askOnce(credentials, call);
        if (!isLockedOut(first)) {
            return first;
        }
        tokens.forget(credentials);
        Answer second = askOnce(credentials, call);
        return isLockedOut(second) ? new NotTaken("Not let in") : second;
    }

    private Answer askOnce(Credentials credentials, Call call) {
        return switch (access(credentials)) {
            case Access.Granted it -> asking.ask(() -> call.with(paypal(credentials), "Bearer " + it.token()));
            case Access.Denied() -> new NotTaken("Not let in");
            case Access.Away(String why) -> new NotTaken(why);
        };
    }

    Access access(Credentials credentials) {
        return tokens.of(credentials, paypal(credentials));
    }

    private Paypal paypal(Credentials credentials) {
        return credentials.live() ? live : sandbox;
    }

    private static boolean isLockedOut(Answer answer) {
        return answer instanceof Said said && said.status() == 401;
    }

    /** @throws VendorSilent when there is no answer, or none that helps */
    JsonNode require(Call call) {
        return find(call).orElseThrow(() -> new VendorSilent("PayPal", "Not found"));
    }

    /**
     * Empty when PayPal does not know it.
     *
     * @throws VendorSilent when there is no answer, or none that helps
     */
    Optional<JsonNode> find(Call call) {
        Answer answer = ask(call);
        return switch (answer) {
            case Said said when said.isGood() -> Optional.of(said.body());
            case Said said when said.status() == 404 -> Optional.empty();
            case Said _, NotTaken _, Silence _ -> throw silent(answer);
        };
    }

    static VendorSilent silent(Answer answer) {
        return answer instanceof Said said
                ? new VendorSilent("PayPal", "%d %s".formatted(said.status(), issue(said)))
                : VendorSilent.of("PayPal", answer);
    }

    /** What was wrong, as PayPal has it in its lists: {@code INSTRUMENT_DECLINED}. */
    static String issue(Said said) {
        String issue = said.body().path("details").path(0).path("issue").asString("");
        return issue.isEmpty() ? said.body().path("name").asString("") : issue;
    }
}
