package com.gmservices.payments.paypal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.vendor.Answer.NotTaken;
import com.gmservices.payments.vendor.Answer.Said;
import com.gmservices.payments.vendor.Answer.Silence;
import com.gmservices.payments.vendor.Asking;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.LinkedMultiValueMap;
import tools.jackson.databind.JsonNode;

/** What PayPal lets a business in with, kept until shortly before PayPal forgets it. */
class PaypalTokens {

    private static final Duration MARGIN = Duration.ofMinutes(2);

    private final Asking asking;
    private final Clock clock;
    private final Map<Credentials, Access.Granted> granted = new ConcurrentHashMap<>();

    PaypalTokens(Asking asking, Clock clock) {
        this.asking = asking;
        this.clock = clock;
    }

    sealed interface Access {

        /** @param app as PayPal calls whoever is let in */
        record Granted(String token, String app, Instant until) implements Access {

            @Override
            public String toString() {
                return app;
            }
        }

        /** PayPal does not know this pair of id and secret. */
        record Denied() implements Access {}

        record Away(String why) implements Access {}
    }

    Access of(Credentials credentials, Paypal paypal) {
        Access.Granted known = granted.get(credentials);
        return known != null && clock.instant().isBefore(known.until) ? known : ask(credentials, paypal);
    }

    void forget(Credentials credentials) {
        granted.remove(credentials);
    }

    private Access ask(Credentials credentials, Paypal paypal) {
        var grant = new LinkedMultiValueMap<String, String>();
        grant.add("grant_type", "client_credentials");
        return switch (asking.ask(() -> paypal.token(client(credentials), grant))) {
            case Said said when said.isGood() -> keep(credentials, said.body());
            case Said said when said.status() == 400 || said.status() == 401 -> new Access.Denied();
            case Said said -> new Access.Away("Status " + said.status());
            case NotTaken(String why) -> new Access.Away(why);
            case Silence(String why) -> new Access.Away(why);
        };
    }

    private Access keep(Credentials credentials, JsonNode body) {
        Instant now = clock.instant();
        var access = new Access.Granted(
                body.path("access_token").asString(),
                body.path("app_id").asString(""),
                now.plusSeconds(body.path("expires_in").asLong(0)).minus(MARGIN));
        granted.values().removeIf(it -> it.until.isBefore(now));
        granted.put(credentials, access);
        return access;
    }

    private static String client(Credentials credentials) {
        String pair = credentials.require(PaypalCalls.CLIENT_ID) + ":" + credentials.require(PaypalCalls.CLIENT_SECRET);
        return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(UTF_8));
    }
}
