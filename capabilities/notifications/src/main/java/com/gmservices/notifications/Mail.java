package com.gmservices.notifications;

import com.gmservices.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail as it is stored. The link of a tenant's mail is a path of its pages, an account's is whole. */
record Mail(
        MailId id,
        String recipient,
        Words words,
        @Nullable String link,
        MailState state,
        int attempts,
        @Nullable String reason,
        Instant createdAt) {

    static Mail from(ResultSet row, int index) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID tenant = row.getObject("tenant_id", UUID.class);
        return new Mail(
                tenant == null ? new MailId.OfAccount(id) : new MailId.OfTenant(new TenantId(tenant), id),
                row.getString("recipient"),
                new Words(row.getString("key"), List.of((String[])
                        row.getArray("arguments").getArray())),
                row.getString("link"),
                MailState.of(row.getString("state")),
                row.getInt("attempts"),
                row.getString("reason"),
                row.getObject("created_at", OffsetDateTime.class).toInstant());
    }

    Mail withoutLink() {
        return new Mail(id, recipient, words, null, state, attempts, reason, createdAt);
    }
}
