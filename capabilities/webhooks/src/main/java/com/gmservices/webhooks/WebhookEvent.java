package com.gmservices.webhooks;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.gmservices.events.LoggedEvent;
import java.util.Map;

/** An event that goes out to tenants' own systems. */
public interface WebhookEvent extends LoggedEvent {

    /** What receivers choose by and never changes: {@code service_request.created}. */
    @JsonIgnore
    String webhookType();

    /** What receivers are told: ids, states and amounts, in the API's terms; never personal data. */
    @JsonIgnore
    Map<String, ?> webhookData();
}
