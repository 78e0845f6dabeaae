package com.gmservices.payments.paystack;

import java.net.URI;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** @param base where Paystack is; another one for trials only */
@ConfigurationProperties("gm.payments.paystack")
record PaystackSettings(
        @DefaultValue("https://api.paystack.co") URI base) {}
