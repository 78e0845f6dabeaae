package com.gmservices.events;

import com.gmservices.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A line of the event log. */
public record Happening(TenantId tenant, UUID id, String type, UUID aggregate, int revision, JsonNode payload) {

    /** To the millisecond. */
    public Instant at() {
        return Instant.ofEpochMilli(id.getMostSignificantBits() >>> 16);
    }

    static Happening from(ResultSet row, JsonMapper json) throws SQLException {
        return new Happening(
                new TenantId(row.getObject("tenant_id", UUID.class)),
                row.getObject("id", UUID.class),
                row.getString("type"),
                row.getObject("aggregate", UUID.class),
                row.getInt("aggregate_seq"),
                json.readTree(row.getString("payload")));
    }
}
