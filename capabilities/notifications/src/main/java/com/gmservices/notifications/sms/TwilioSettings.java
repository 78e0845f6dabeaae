package com.gmservices.notifications.sms;

import com.gmservices.database.CannotStart;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Twilio: {@code GM_TWILIO_ACCOUNT_SID}, {@code GM_TWILIO_AUTH_TOKEN}, and {@code GM_TWILIO_FROM}, a number or the SID of a
 * messaging service.
 */
@ConfigurationProperties("gm.twilio")
public record TwilioSettings(
        @DefaultValue("") String accountSid,
        @DefaultValue("") String authToken,
        @DefaultValue("") String from,
        @DefaultValue("https://api.twilio.com") String url) {

    public TwilioSettings {
        if (!accountSid.isBlank() && (authToken.isBlank() || from.isBlank())) {
            throw new CannotStart(
                    "With GM_TWILIO_ACCOUNT_SID, GM_TWILIO_AUTH_TOKEN and GM_TWILIO_FROM are needed too.");
        }
    }
}
