package com.gmservices.portability;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * What a passphrase makes of an archive: sealed values travel under it, and it vouches for the list of checksums. Of
 * nothing but what every language has, so that an archive can be read without this platform: PBKDF2 with
 * HMAC-SHA-256 gives 64 bytes; AES-256-GCM by the first half, a nonce of 12 bytes before each value; HMAC-SHA-256 by the
 * second.
 */
record PassphraseKey(byte[] bytes) {

    static final int SHORTEST = 12;
    static final int SALT = 16;

    /** OWASP's figure; tests have fewer. */
    static final String ROUNDS = "${gm.portability.rounds:600000}";

    /** Fewer than any installation takes, and more than one that means well would ask for. */
    static final int FEWEST = 1_000;

    static final int MOST = 5_000_000;

    private static final int HALF = 32;
    private static final int NONCE = 12;
    private static final int TAG = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    static byte[] newSalt() {
        return random(SALT);
    }

    static PassphraseKey of(String passphrase, byte[] salt, int rounds) {
        char[] characters =
                Normalizer.normalize(passphrase.strip(), Normalizer.Form.NFKC).toCharArray();
        try {
            var spec = new PBEKeySpec(characters, salt, rounds, 2 * HALF * Byte.SIZE);
            return new PassphraseKey(SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(spec)
                    .getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java makes no keys of passphrases", e);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    byte[] seal(String context, byte[] plain) {
        byte[] nonce = random(NONCE);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(plain);
            return ByteBuffer.allocate(NONCE + sealed.length)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Nothing can be sealed", e);
        }
    }

    byte[] open(String context, byte[] sealed) {
        try {
            return cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE), context)
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new PortabilityRefused.BadArchive("A sealed value for %s does not open".formatted(context));
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(bytes, 0, HALF, "AES"), new GCMParameterSpec(TAG, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    byte[] vouch(byte[] text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(bytes, HALF, HALF, "HmacSHA256"));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no HMAC", e);
        }
    }

    boolean vouchedFor(byte[] text, byte[] voucher) {
        return MessageDigest.isEqual(vouch(text), voucher);
    }

    private static byte[] random(int size) {
        byte[] bytes = new byte[size];
        RANDOM.nextBytes(bytes);
        return bytes;
    }
}
