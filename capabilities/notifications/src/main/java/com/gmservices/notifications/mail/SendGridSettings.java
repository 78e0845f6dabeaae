package com.gmservices.notifications.mail;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * SendGrid: {@code GM_SENDGRID_API_KEY}, and {@code GM_SENDGRID_WEBHOOK_KEY}, the public key by which its reports are
 * verified, as its dashboard shows it.
 */
@ConfigurationProperties("gm.sendgrid")
public record SendGridSettings(
        @DefaultValue("") String apiKey,
        @DefaultValue("") String webhookKey,
        @DefaultValue("https://api.sendgrid.com") String url) {}
