package com.gmservices.payments.paystack;

import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.GatewaySetup;
import com.gmservices.payments.vendor.Answer.NotTaken;
import com.gmservices.payments.vendor.Answer.Said;
import com.gmservices.payments.vendor.Answer.Silence;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

@Component
class PaystackSetup implements GatewaySetup {

    private static final String PUBLIC_KEY = "public_key";

    private final PaystackCalls calls;

    PaystackSetup(PaystackCalls calls) {
        this.calls = calls;
    }

    @Override
    public String gateway() {
        return PaystackCalls.GATEWAY;
    }

    @Override
    public List<Field> fields() {
        return List.of(new Field(PaystackCalls.SECRET_KEY, true, true), new Field(PUBLIC_KEY, false, false));
    }

    @Override
    public Check check(Credentials credentials) {
        return wrongKey(credentials).<Check>map(Check.Wrong::new).orElseGet(() -> ask(credentials));
    }

    private static Optional<String> wrongKey(Credentials credentials) {
        String mode = credentials.live() ? "live" : "test";
        String secret = credentials.find(PaystackCalls.SECRET_KEY).orElse("");
        if (secret.startsWith("pk_")) {
            return Optional.of("This is the public key. The secret key begins with sk_%s_.".formatted(mode));
        }
        if (!secret.startsWith("sk_%s_".formatted(mode))) {
            return Optional.of(
                    "In %1$s mode Paystack's secret key begins with sk_%1$s_. Take the %1$s key, or change the mode."
                            .formatted(mode));
        }
        return credentials
                .find(PUBLIC_KEY)
                .filter(key -> !key.startsWith("pk_%s_".formatted(mode)))
                .map(key -> "In %1$s mode Paystack's public key begins with pk_%1$s_.".formatted(mode));
    }

    private Check ask(Credentials credentials) {
        return switch (calls.ask(credentials, Paystack::balance)) {
            case Said said
            when said.isGood() ->
                new Check.Fine(account(credentials, said.body().path("data")));
            case Said said
            when PaystackCalls.refusesKey(said) ->
                new Check.Wrong(
                        "Paystack does not know this secret key. Copy it anew from Settings, API Keys & Webhooks at Paystack.");
            case Said _, NotTaken _, Silence _ ->
                new Check.Wrong("Paystack does not answer as it should at the moment. Check again in a few minutes.");
        };
    }

    /** Paystack does not say whose account it is, but in which currencies it has money. */
    private static String account(Credentials credentials, JsonNode balances) {
        String currencies = balances.valueStream()
                .map(balance -> balance.path("currency").asString(""))
                .sorted()
                .collect(Collectors.joining(", "));
        return "%s account, %s".formatted(credentials.live() ? "Live" : "Test", currencies);
    }
}
