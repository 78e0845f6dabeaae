package com.gmservices.webhooks;

import com.gmservices.tenancy.TenantId;
import java.time.Instant;
import java.util.UUID;

/**
 * What an endpoint is told.
 *
 * @param subject what it happened to
 * @param data as JSON
 */
record Message(TenantId tenant, UUID id, String type, UUID subject, Instant at, String data) {

    /** Whatever comes of its sending, and however often it is sent, it is known by this. */
    public String webhookId() {
        return "msg_" + id;
    }
}
