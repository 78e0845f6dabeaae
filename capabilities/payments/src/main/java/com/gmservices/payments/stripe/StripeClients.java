package com.gmservices.payments.stripe;

import com.gmservices.payments.gateway.Accounts;
import com.gmservices.payments.gateway.Credentials;
import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.net.StripeResponse;
import com.stripe.service.V1Services;
import org.springframework.stereotype.Component;

/** Stripe, as a business calls it: each with its own key, all over the same connections. */
@Component
class StripeClients {

    static final String SECRET_KEY = "secret_key";

    private final Accounts accounts;
    private final StripeSettings settings;
    private final StripeWire wire;

    StripeClients(Accounts accounts, StripeSettings settings) {
        this.accounts = accounts;
        this.settings = settings;
        this.wire = new StripeWire(settings);
    }

    /** The current tenant's. */
    V1Services ours() {
        return of(accounts.of(StripeGateway.NAME));
    }

    /** Sends nothing twice by itself: what becomes of a call is for its caller to find out. */
    V1Services of(Credentials credentials) {
        return StripeClient.builder()
                .setApiKey(credentials.require(SECRET_KEY))
                .setApiBase(settings.base())
                .setFilesBase(settings.files())
                .setConnectTimeout((int) settings.connect().toMillis())
                .setReadTimeout((int) settings.answer().toMillis())
                .setMaxNetworkRetries(0)
                .setHttpClient(wire)
                .build()
                .v1();
    }

    interface Call<T> {

        T make() throws StripeException;
    }

    /** @throws StripeFailure in place of all that the SDK throws */
    static <T> T ask(Call<T> call) {
        try {
            return call.make();
        } catch (StripeException e) {
            throw StripeFailure.of(e);
        } catch (RuntimeException e) {
            throw StripeFailure.unreadable(e);
        }
    }

    /** The key was used before, and this is what was answered then, not how things stand. */
    static boolean isReplayed(StripeResponse answer) {
        return answer.headers().firstValue("Idempotent-Replayed").isPresent();
    }

    static RequestOptions under(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }
}
