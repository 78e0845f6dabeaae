package com.gmservices.notifications.sms;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** Amazon SNS for text messages: {@code GM_SNS_REGION}, and {@code GM_SNS_SENDER}, the name they come from. */
@ConfigurationProperties("gm.sns")
public record SnsSettings(
        @DefaultValue("") String region,
        @Nullable String sender,
        @Nullable String url) {}
