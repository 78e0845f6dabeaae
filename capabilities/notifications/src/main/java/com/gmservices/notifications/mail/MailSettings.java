package com.gmservices.notifications.mail;

import com.gmservices.database.CannotStart;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/** The mail server: {@code GM_MAIL_HOST}, {@code _PORT}, {@code _USER}, {@code _PASSWORD} and {@code _FROM}. */
@ConfigurationProperties("gm.mail")
public record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("587") int port,
        @Nullable String user,
        @Nullable String password,
        @DefaultValue("") String from) {

    public MailSettings {
        if (!host.isBlank() && from.isBlank()) {
            throw new CannotStart("With GM_MAIL_HOST, GM_MAIL_FROM has to say from which address mails come.");
        }
    }

    public boolean nameServer() {
        return !host.isBlank();
    }

    /** @throws CannotStart when nobody has said from which address mails come */
    public String sender() {
        if (from.isBlank()) {
            throw new CannotStart(
                    "With GM_SENDGRID_API_KEY or GM_SES_REGION, GM_MAIL_FROM has to say who mails come from.");
        }
        return from;
    }
}
