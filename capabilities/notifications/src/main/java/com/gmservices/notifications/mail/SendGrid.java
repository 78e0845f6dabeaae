package com.gmservices.notifications.mail;

import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/** The one call of SendGrid's API v3 that is needed. */
@HttpExchange
interface SendGrid {

    record Address(String email, String name) {}

    record Recipient(String email) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Personalization(List<Recipient> to, Map<String, String> customArgs) {}

    record Content(String type, String value) {}

    record Setting(boolean enable) {}

    /** Links are not rewritten and opening is not watched: what people read is theirs. */
    @JsonNaming(SnakeCaseStrategy.class)
    record Tracking(Setting clickTracking, Setting openTracking) {

        static final Tracking NONE = new Tracking(new Setting(false), new Setting(false));
    }

    @JsonNaming(SnakeCaseStrategy.class)
    record Mail(
            List<Personalization> personalizations,
            Address from,
            String subject,
            List<Content> content,
            Map<String, String> headers,
            Tracking trackingSettings) {}

    @PostExchange("/v3/mail/send")
    ResponseEntity<String> send(@RequestHeader("Authorization") String authorization, @RequestBody Mail mail);
}
