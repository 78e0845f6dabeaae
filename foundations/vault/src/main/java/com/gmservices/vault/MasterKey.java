package com.gmservices.vault;

import com.gmservices.database.CannotStart;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.subtle.AesGcmJce;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/**
 * Wraps data keys, and is stored beside none of them. Its id says which master key wrapped a row, and tells nothing of
 * the key. It is ours to read, or a key management service's, whose Encrypt and Decrypt are an {@link Aead} ({@link AwsKms}).
 */
record MasterKey(String id, Aead aead) {

    private static final int BYTES = 32;
    private static final SecureRandom RANDOM = new SecureRandom();

    static String generated() {
        byte[] key = new byte[BYTES];
        RANDOM.nextBytes(key);
        return Base64.getEncoder().encodeToString(key);
    }

    static MasterKey of(String key, String where) {
        return AwsKms.isMeantBy(key) ? AwsKms.key(key, where) : ofBytes(key, where);
    }

    private static MasterKey ofBytes(String base64, String where) {
        try {
            byte[] key = Base64.getDecoder().decode(base64);
            if (key.length != BYTES) {
                throw unfit(where);
            }
            return new MasterKey(fingerprint(key), new AesGcmJce(key));
        } catch (IllegalArgumentException e) {
            throw unfit(where);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no AES-256-GCM", e);
        }
    }

    private static String fingerprint(byte[] key) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update("gm master key".getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest(key), 0, 8);
    }

    private static CannotStart unfit(String where) {
        return new CannotStart(
                "%s is no master key: it takes 32 random bytes in base64, as from openssl rand -base64 32, or aws-kms:// and the ARN of a key."
                        .formatted(where));
    }
}
