package com.gmservices.payments.paypal;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param base in place of PayPal's live and sandbox addresses, for trials only */
@ConfigurationProperties("gm.payments.paypal")
record PaypalSettings(@Nullable URI base) {

    URI live() {
        return base == null ? URI.create("https://api-m.paypal.com") : base;
    }

    URI sandbox() {
        return base == null ? URI.create("https://api-m.sandbox.paypal.com") : base;
    }
}
