package com.gmservices.notifications.push;

import com.gmservices.database.Ids;
import com.gmservices.notifications.NotificationsRefused;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.TenantId;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The browsers that members let us wake. */
@Repository
@Transactional
public class PushSubscriptions {

    private static final int MOST = 10;
    private static final int SECRET = 16;

    private final JdbcClient jdbc;
    private final Clock clock;

    PushSubscriptions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public record Subscription(UUID id, URI endpoint, byte[] key, byte[] secret, String browser, Instant createdAt) {}

    /** Subscribing again with the same address is subscribing once; beyond ten the oldest goes. */
    public UUID add(CurrentMember member, String endpoint, String key, String secret, @Nullable String browser) {
        byte[] point = decoded(key, "/keys/p256dh");
        byte[] shared = decoded(secret, "/keys/auth");
        check(endpoint, point, shared);
        UUID id = jdbc.sql("""
                insert into notifications.push_subscription
                    (tenant_id, id, member_id, endpoint, key, secret, browser, created_at)
                values (:tenant, :id, :member, :endpoint, :key, :secret, :browser, :now)
                on conflict (tenant_id, member_id, endpoint) do update set key = :key, secret = :secret
                returning id
                """)
                .param("tenant", member.tenant().value())
                .param("id", Ids.next())
                .param("member", member.id().value())
                .param("endpoint", endpoint)
                .param("key", point)
                .param("secret", shared)
                .param("browser", named(browser))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .query(UUID.class)
                .single();
        of(member).stream().skip(MOST).forEach(oldest -> remove(member, oldest.id()));
        return id;
    }

    private static void check(String endpoint, byte[] key, byte[] secret) {
        try {
            var address = new URI(endpoint);
            if (endpoint.length() > 1000 || address.getHost() == null || address.getScheme() == null) {
                throw new NotificationsRefused.Unfit("/endpoint", "The address of a push service");
            }
        } catch (URISyntaxException e) {
            throw new NotificationsRefused.Unfit("/endpoint", "The address of a push service");
        }
        try {
            P256.point(key);
        } catch (GeneralSecurityException e) {
            throw new NotificationsRefused.Unfit("/keys/p256dh", "A point of P-256, in base64url");
        }
        if (secret.length != SECRET) {
            throw new NotificationsRefused.Unfit("/keys/auth", "Sixteen bytes, in base64url");
        }
    }

    private static byte[] decoded(String text, String pointer) {
        try {
            return Base64.getUrlDecoder().decode(text.replaceAll("=+$", ""));
        } catch (IllegalArgumentException e) {
            throw new NotificationsRefused.Unfit(pointer, "base64url");
        }
    }

    /** The newest first. */
    @Transactional(readOnly = true)
    public List<Subscription> of(CurrentMember member) {
        return jdbc.sql("""
                select * from notifications.push_subscription where tenant_id = ? and member_id = ? order by id desc
                """)
                .params(member.tenant().value(), member.id().value())
                .query((row, index) -> new Subscription(
                        row.getObject("id", UUID.class),
                        URI.create(row.getString("endpoint")),
                        row.getBytes("key"),
                        row.getBytes("secret"),
                        row.getString("browser"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    @Transactional(readOnly = true)
    public Optional<Subscription> find(TenantId tenant, UUID id) {
        return jdbc.sql("select * from notifications.push_subscription where tenant_id = ? and id = ?")
                .params(tenant.value(), id)
                .query((row, index) -> new Subscription(
                        id,
                        URI.create(row.getString("endpoint")),
                        row.getBytes("key"),
                        row.getBytes("secret"),
                        row.getString("browser"),
                        row.getObject("created_at", OffsetDateTime.class).toInstant()))
                .optional();
    }

    public void remove(CurrentMember member, UUID id) {
        int removed = jdbc.sql(
                        "delete from notifications.push_subscription where tenant_id = ? and member_id = ? and id = ?")
                .params(member.tenant().value(), member.id().value(), id)
                .update();
        if (removed == 0) {
            throw new NotificationsRefused.NotFound("browser");
        }
    }

    /** The push service does not know it any more. */
    public void forget(TenantId tenant, UUID id) {
        jdbc.sql("delete from notifications.push_subscription where tenant_id = ? and id = ?")
                .params(tenant.value(), id)
                .update();
    }

    private static String named(@Nullable String browser) {
        String plain =
                browser == null ? "" : browser.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.substring(0, Math.min(200, plain.length()));
    }
}
