package com.gmservices.notifications.delivery;

import com.gmservices.notifications.Channel;
import com.gmservices.notifications.NoticeKind;
import com.gmservices.notifications.delivery.DeliveryId.OfAccount;
import com.gmservices.notifications.delivery.DeliveryId.OfTenant;
import com.gmservices.notifications.preference.Languages;
import com.gmservices.notifications.wording.Words;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as it is stored.
 *
 * @param link of a tenant's notice a path of its pages, an account's is whole
 * @param language of an account's mail; a member's is looked up when it is written
 * @param isUncertain the carrier was asked, and nothing is known of what it did
 */
public record Delivery(
        DeliveryId id,
        Channel channel,
        @Nullable MemberId member,
        @Nullable UUID notice,
        String recipient,
        String kind,
        Words words,
        @Nullable String link,
        Locale language,
        @Nullable Instant expiresAt,
        DeliveryState state,
        @Nullable Reason reason,
        Instant dueAt,
        int attempts,
        @Nullable String carrier,
        boolean isUncertain,
        @Nullable String detail,
        Instant createdAt) {

    static final Words DIGEST = new Words("notifications.digest", List.of());

    /** Of a row with a tenant and its notice's columns, or of an account's, where those are null. */
    public static Delivery from(ResultSet row, int index) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID tenant = row.getObject("tenant_id", UUID.class);
        UUID member = row.getObject("member_id", UUID.class);
        String key = row.getString("key");
        String reason = row.getString("reason");
        return new Delivery(
                tenant == null ? new OfAccount(id) : new OfTenant(new TenantId(tenant), id),
                Channel.of(row.getString("channel")),
                member == null ? null : new MemberId(member),
                row.getObject("notice_id", UUID.class),
                Objects.requireNonNullElse(row.getString("recipient"), ""),
                Objects.requireNonNullElse(row.getString("kind"), NoticeKind.GENERAL),
                key == null
                        ? DIGEST
                        : new Words(key, List.of((String[])
                                row.getArray("arguments").getArray())),
                row.getString("link"),
                Languages.of(row.getString("language")).orElse(Languages.DEFAULT),
                instant(row, "expires_at"),
                DeliveryState.of(row.getString("state")),
                reason == null ? null : Reason.of(reason),
                Objects.requireNonNull(instant(row, "due_at")),
                row.getInt("attempts"),
                row.getString("carrier"),
                row.getBoolean("uncertain"),
                row.getString("detail"),
                Objects.requireNonNull(instant(row, "created_at")));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    public boolean isDigest() {
        return notice == null && id instanceof OfTenant;
    }

    /** When it leaves, or would if somebody carried it; null for one whose time has come. */
    public @Nullable Instant leavesAfter(Instant now) {
        boolean isStillHere = state == DeliveryState.WAITING || state == DeliveryState.KEPT;
        return isStillHere && dueAt.isAfter(now) ? dueAt : null;
    }

    public Delivery withoutLink() {
        return new Delivery(
                id,
                channel,
                member,
                notice,
                recipient,
                kind,
                words,
                null,
                language,
                expiresAt,
                state,
                reason,
                dueAt,
                attempts,
                carrier,
                isUncertain,
                detail,
                createdAt);
    }
}
