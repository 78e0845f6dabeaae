package com.gmservices.identity.factors;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Somebody's authenticator, whose clock may be wrong. */
public record Phone(byte[] secret, Clock clock, Duration off) {

    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static Phone with(String secret, Clock clock) {
        return new Phone(decode(secret), clock, Duration.ZERO);
    }

    public Phone off(Duration time) {
        return new Phone(secret, clock, time);
    }

    public String code() {
        return Totp.code(secret, Totp.step(now()));
    }

    /** Six digits that are not the code of any time near. */
    public String wrongCode() {
        long step = Totp.step(now());
        for (int number = 0; ; number++) {
            String code = "%06d".formatted(number);
            if (Totp.match(secret, code, step).isEmpty()
                    && Totp.match(secret, code, step + 40).isEmpty()) {
                return code;
            }
        }
    }

    private Instant now() {
        return clock.instant().plus(off);
    }

    private static byte[] decode(String text) {
        byte[] bytes = new byte[text.length() * 5 / 8];
        for (int bit = 0; bit < bytes.length * 8; bit++) {
            int value = (ALPHABET.indexOf(text.charAt(bit / 5)) >> (4 - bit % 5)) & 1;
            bytes[bit / 8] = (byte) ((bytes[bit / 8] << 1) | value);
        }
        return bytes;
    }
}
