package com.gmservices.notifications.push;

import com.gmservices.notifications.preference.PlatformKeys;
import com.gmservices.tenancy.Links;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells push services who we are (RFC 8292): a signed token for each of them, and the key that browsers subscribe with. */
@Component
public class Vapid {

    private static final UUID KEY = UUID.fromString("00000000-0000-7000-8000-000000000001");
    private static final Duration VALID = Duration.ofHours(12);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final PlatformKeys keys;
    private final Links links;
    private final Clock clock;

    Vapid(PlatformKeys keys, Links links, Clock clock) {
        this.keys = keys;
        this.links = links;
        this.clock = clock;
    }

    /** As browsers want it for {@code applicationServerKey}. */
    public String publicKey() {
        return BASE64.encodeToString(Arrays.copyOf(stored(), P256.POINT));
    }

    String authorization(URI endpoint) throws GeneralSecurityException {
        String claims = """
                {"aud":"%s","exp":%d,"sub":"%s"}""".formatted(
                        endpoint.resolve("/").toString().replaceAll("/$", ""),
                        clock.instant().plus(VALID).getEpochSecond(),
                        links.platform("/"));
        String token = encoded("{\"typ\":\"JWT\",\"alg\":\"ES256\"}") + "." + encoded(claims);
        Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initSign(privateKey());
        signature.update(token.getBytes(StandardCharsets.US_ASCII));
        return "vapid t=%s.%s, k=%s".formatted(token, BASE64.encodeToString(signature.sign()), publicKey());
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private PrivateKey privateKey() throws GeneralSecurityException {
        byte[] stored = stored();
        return KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Arrays.copyOfRange(stored, P256.POINT, stored.length)));
    }

    /** The public key as a point, and the private one after it. */
    private byte[] stored() {
        return keys.get(KEY, Vapid::make);
    }

    private static byte[] make() {
        try {
            KeyPair pair = P256.pair();
            byte[] secret = pair.getPrivate().getEncoded();
            byte[] both = Arrays.copyOf(P256.bytes(pair.getPublic()), P256.POINT + secret.length);
            System.arraycopy(secret, 0, both, P256.POINT, secret.length);
            return both;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
