package com.gmservices.identity.factors;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.springframework.web.util.UriUtils;

/** What an authenticator has to know, for as long as nobody has shown that one does. */
public record Enrolment(String secret, String uri) {

    private static final String ISSUER = "GM Services";

    static Enrolment of(byte[] secret, String account) {
        String text = Base32.encode(secret);
        String issuer = UriUtils.encode(ISSUER, UTF_8);
        return new Enrolment(
                text,
                "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=%d&period=%d"
                        .formatted(issuer, UriUtils.encode(account, UTF_8), text, issuer, Totp.DIGITS, Totp.PERIOD));
    }

    /** A picture by itself, dark on light whatever is around it. */
    public String qrSvg() {
        return QrCode.svg(uri);
    }

    /** In groups of four, for those who type it. */
    public String grouped() {
        return secret.replaceAll("(.{4})(?=.)", "$1 ");
    }

    @Override
    public String toString() {
        return "Enrolment[…]";
    }
}
