package com.gmservices.notifications.mail;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Amazon SES: {@code GM_SES_REGION}, {@code GM_SES_CONFIGURATION_SET}, and {@code GM_SES_TOPIC}, the ARN of the SNS topic
 * by which its reports come. That topic is to sign by SHA-256; {@code GM_SES_SIGNATURE_V1} takes what is signed by SHA-1
 * too, for as long as it does not. The credentials are found where AWS's tools look for them.
 */
@ConfigurationProperties("gm.ses")
public record SesSettings(
        @DefaultValue("") String region,
        @Nullable String configurationSet,
        @DefaultValue("") String topic,
        @DefaultValue("false") boolean signatureV1,
        @Nullable String url) {}
