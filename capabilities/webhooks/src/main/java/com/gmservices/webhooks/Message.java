package com.gmservices.webhooks;

import com.gmservices.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;

/**
 * What an endpoint is told.
 *
 * @param subject what it happened to
 * @param data as JSON
 */
record Message(TenantId tenant, UUID id, String type, UUID subject, Instant at, String data) {

    static Message from(ResultSet row) throws SQLException {
        return new Message(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getObject("subject", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("data"));
    }

    /** Whatever comes of its sending, and however often it is sent, it is known by this. */
    public String webhookId() {
        return "msg_" + id;
    }
}
