package com.gmservices.notifications.preference;

import com.gmservices.notifications.Channel;
import com.gmservices.notifications.NoticeKind;
import com.gmservices.notifications.NotificationsRefused;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Links;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * The link in a mail that ends its kind of mail. Whoever has it can do nothing else: it names a member and a kind, and
 * is signed. It does not run out, for mails are kept for years.
 */
@Component
public class Unsubscribing {

    private static final UUID KEY = UUID.fromString("00000000-0000-7000-8000-000000000002");
    private static final int IDS = 32;
    private static final int SEAL = 16;

    private final PlatformKeys keys;
    private final Preferences preferences;
    private final NoticeKinds kinds;
    private final Links links;

    Unsubscribing(PlatformKeys keys, Preferences preferences, NoticeKinds kinds, Links links) {
        this.keys = keys;
        this.preferences = preferences;
        this.kinds = kinds;
        this.links = links;
    }

    public record Wish(TenantId tenant, MemberId member, NoticeKind kind) {}

    /** The page that asks once more. */
    public URI page(Tenant tenant, MemberId member, NoticeKind kind) {
        return links.tenant(tenant, "/unsubscribe/" + token(tenant.id(), member, kind));
    }

    /** Where a mail program ends it by itself (RFC 8058). */
    public URI oneClick(TenantId tenant, MemberId member, NoticeKind kind) {
        return links.platform("/api/v1/notification-preferences/unsubscribe/" + token(tenant, member, kind));
    }

    String token(TenantId tenant, MemberId member, NoticeKind kind) {
        byte[] code = kind.code().getBytes(StandardCharsets.US_ASCII);
        byte[] wish = ByteBuffer.allocate(IDS + code.length)
                .putLong(tenant.value().getMostSignificantBits())
                .putLong(tenant.value().getLeastSignificantBits())
                .putLong(member.value().getMostSignificantBits())
                .putLong(member.value().getLeastSignificantBits())
                .put(code)
                .array();
        byte[] both = Arrays.copyOf(seal(wish), SEAL + wish.length);
        System.arraycopy(wish, 0, both, SEAL, wish.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(both);
    }

    /** @throws NotificationsRefused.NotFound for what we have not signed */
    public Wish read(String token) {
        byte[] both = decoded(token);
        if (both.length <= SEAL + IDS) {
            throw new NotificationsRefused.NotFound("link");
        }
        byte[] wish = Arrays.copyOfRange(both, SEAL, both.length);
        if (!MessageDigest.isEqual(Arrays.copyOf(both, SEAL), seal(wish))) {
            throw new NotificationsRefused.NotFound("link");
        }
        ByteBuffer ids = ByteBuffer.wrap(wish);
        return new Wish(
                new TenantId(new UUID(ids.getLong(), ids.getLong())),
                new MemberId(new UUID(ids.getLong(), ids.getLong())),
                kinds.get(new String(wish, IDS, wish.length - IDS, StandardCharsets.US_ASCII)));
    }

    /** Once is as often as it takes; again does nothing. */
    public void carryOut(Wish wish) {
        CurrentTenant.run(
                wish.tenant(),
                () -> preferences.decline(
                        wish.tenant(), wish.member(), wish.kind().code(), Channel.MAIL));
    }

    private static byte[] decoded(String token) {
        try {
            return Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private byte[] seal(byte[] wish) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.get(KEY, Unsubscribing::make), "HmacSHA256"));
            return Arrays.copyOf(mac.doFinal(wish), SEAL);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] make() {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        return secret;
    }
}
