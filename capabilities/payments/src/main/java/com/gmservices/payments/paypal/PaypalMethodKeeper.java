package com.gmservices.payments.paypal;

import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.Means;
import com.gmservices.payments.gateway.MethodKeeper;
import com.gmservices.payments.vendor.VendorSilent;
import java.net.URI;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** PayPal keeps what a payer has approved for three hours, and then for good if we ask for it. */
@Component
class PaypalMethodKeeper implements MethodKeeper {

    private static final Set<String> AGREED = Set.of("APPROVED", "VAULTED");

    private final PaypalCalls calls;

    PaypalMethodKeeper(PaypalCalls calls) {
        this.calls = calls;
    }

    @Override
    public String gateway() {
        return PaypalCalls.GATEWAY;
    }

    @Override
    public Start start(UUID key, Charge.Payer payer, URI returnTo) {
        var setup = new Wire.NewSetupToken(
                new Wire.Source(new Wire.Wallet(null, null, Wire.Experience.toKeep(returnTo), "MERCHANT")));
        JsonNode begun = calls.require((paypal, token) -> paypal.setUp(token, key.toString(), setup));
        return new Start(begun.path("id").asString(), page(begun));
    }

    private static URI page(JsonNode begun) {
        return begun.path("links")
                .valueStream()
                .filter(link -> link.path("rel").asString("").equals("approve"))
                .map(link -> URI.create(link.path("href").asString()))
                .findFirst()
                .orElseThrow(() -> new VendorSilent("PayPal", "There is no page for the payer"));
    }

    @Override
    public Optional<Means> finish(UUID key, String reference) {
        return calls.find((paypal, token) -> paypal.setup(token, reference))
                .filter(setup -> AGREED.contains(setup.path("status").asString("")))
                .map(setup -> keep(key, reference));
    }

    private Means keep(UUID key, String reference) {
        var kept = new Wire.NewToken(new Wire.TokenSource(new Wire.Token(reference, "SETUP_TOKEN")));
        JsonNode body = calls.require((paypal, token) -> paypal.keep(token, key + "-keep", kept));
        return Wallets.means(
                body.path("id").asString(),
                body.path("customer"),
                body.path("payment_source").path("paypal"));
    }

    @Override
    public void forget(Means means) {
        calls.find((paypal, token) -> paypal.forget(token, means.token()));
    }
}
