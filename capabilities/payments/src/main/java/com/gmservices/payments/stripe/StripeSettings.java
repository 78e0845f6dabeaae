package com.gmservices.payments.stripe;

import com.stripe.Stripe;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Stripe is reached, the same for all businesses.
 *
 * @param base only for tests and fakes anything else than Stripe's own address; files go there too then
 * @param answer for the whole of an answer, to its last byte
 */
@ConfigurationProperties("gm.payments.stripe")
record StripeSettings(
        @DefaultValue(Stripe.LIVE_API_BASE) String base,
        @DefaultValue("5s") Duration connect,
        @DefaultValue("15s") Duration answer) {

    String files() {
        return base.equals(Stripe.LIVE_API_BASE) ? Stripe.UPLOAD_API_BASE : base;
    }
}
