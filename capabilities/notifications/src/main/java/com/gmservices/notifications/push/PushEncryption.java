package com.gmservices.notifications.push;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts a message so that only the browser reads it, not the service that brings it (RFC 8291 over RFC 8188). */
final class PushEncryption {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int RECORD = 4096;
    private static final int SALT = 16;
    private static final byte LAST_RECORD = 2;

    private PushEncryption() {}

    static byte[] encrypt(byte[] plain, byte[] browserKey, byte[] browserSecret) throws GeneralSecurityException {
        byte[] salt = new byte[SALT];
        RANDOM.nextBytes(salt);
        return encrypt(plain, browserKey, browserSecret, P256.pair(), salt);
    }

    static byte[] encrypt(byte[] plain, byte[] browserKey, byte[] browserSecret, KeyPair ours, byte[] salt)
            throws GeneralSecurityException {
        byte[] ourKey = P256.bytes(ours.getPublic());
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(ours.getPrivate());
        agreement.doPhase(P256.point(browserKey), true);
        byte[] both = concat("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), browserKey, ourKey);
        byte[] shared = expand(mac(browserSecret, agreement.generateSecret()), both, 32);

        byte[] root = mac(salt, shared);
        byte[] key = expand(root, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
        byte[] nonce = expand(root, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        byte[] sealed = cipher.doFinal(concat(plain, new byte[] {LAST_RECORD}));

        return ByteBuffer.allocate(SALT + 4 + 1 + ourKey.length + sealed.length)
                .put(salt)
                .putInt(RECORD)
                .put((byte) ourKey.length)
                .put(ourKey)
                .put(sealed)
                .array();
    }

    /** HKDF (RFC 5869), of which one round is enough for what is needed here. */
    private static byte[] expand(byte[] key, byte[] info, int length) throws GeneralSecurityException {
        return Arrays.copyOf(mac(key, concat(info, new byte[] {1})), length);
    }

    private static byte[] mac(byte[] key, byte[] content) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(content);
    }

    private static byte[] concat(byte[]... parts) {
        ByteBuffer all = ByteBuffer.allocate(
                Arrays.stream(parts).mapToInt(part -> part.length).sum());
        for (byte[] part : parts) {
            all.put(part);
        }
        return all.array();
    }
}
