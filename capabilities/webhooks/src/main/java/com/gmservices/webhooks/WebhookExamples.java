package com.gmservices.webhooks;

import java.util.List;

/**
 * An event of every type that a module sends out, contributed as a bean. Receivers' authors read them; what each type
 * means stands in the module's message bundle as {@code webhooks.type.<type>}.
 */
public record WebhookExamples(List<? extends WebhookEvent> events) {

    public WebhookExamples {
        events = List.copyOf(events);
    }
}
