package com.gmservices.webhooks;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an endpoint's messages are signed with: Standard Webhooks' symmetric signatures.
 *
 * @see <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 *     Webhooks</a>
 */
final class Secret {

    private static final String PREFIX = "whsec_";
    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final byte[] key;

    private Secret(byte[] key) {
        this.key = key;
    }

    static Secret next() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return new Secret(key);
    }

    static Secret ofKey(byte[] key) {
        return new Secret(key.clone());
    }

    byte[] key() {
        return key.clone();
    }

    /** As its owner gets to see it, once. */
    String text() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    String signature(String id, long seconds, byte[] body) {
        byte[] head = "%s.%d.".formatted(id, seconds).getBytes(StandardCharsets.UTF_8);
        return "v1," + Base64.getEncoder().encodeToString(hmac(key, head, body));
    }

    /** For receivers that know nothing but a HMAC of the body; the key is the text after the prefix, decoded. */
    String plainSignature(byte[] body) {
        return "sha256=" + HexFormat.of().formatHex(hmac(key, body));
    }

    private static byte[] hmac(byte[] key, byte[]... parts) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            for (byte[] part : parts) {
                mac.update(part);
            }
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String toString() {
        return PREFIX + "…";
    }
}
