package com.gmservices.identity.factors;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes of six digits that change every thirty seconds (RFC 6238 with SHA-1: all that every authenticator knows). */
final class Totp {

    static final int PERIOD = 30;
    static final int DIGITS = 6;

    /** How many steps a clock may be off, and how long one may take to type. */
    static final int TOLERANCE = 1;

    private Totp() {}

    static long step(Instant now) {
        return Math.floorDiv(now.getEpochSecond(), PERIOD);
    }

    static String code(byte[] secret, long step) {
        byte[] mac = mac(secret, ByteBuffer.allocate(Long.BYTES).putLong(step).array());
        int offset = mac[mac.length - 1] & 0xf;
        int number = ByteBuffer.wrap(mac).getInt(offset) & 0x7fff_ffff;
        return String.format(Locale.ROOT, "%0" + DIGITS + "d", number % 1_000_000);
    }

    /** The step whose code this is, among those around the one that the person's clock is thought to show. */
    static OptionalLong match(byte[] secret, String code, long expected) {
        byte[] given = code.getBytes(US_ASCII);
        OptionalLong found = OptionalLong.empty();
        for (long step = expected - TOLERANCE; step <= expected + TOLERANCE; step++) {
            if (MessageDigest.isEqual(code(secret, step).getBytes(US_ASCII), given)) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    private static byte[] mac(byte[] secret, byte[] message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA1", e);
        }
    }
}
