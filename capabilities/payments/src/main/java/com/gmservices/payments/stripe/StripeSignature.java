package com.gmservices.payments.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.gmservices.payments.gateway.NoticeReader.Forged;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The header {@code Stripe-Signature}: a time and one or more signatures over it and the body, as
 * https://docs.stripe.com/webhooks#verify-manually describes them.
 */
record StripeSignature(Instant at, List<String> signatures) {

    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    static StripeSignature of(@Nullable String header) throws Forged {
        if (header == null) {
            throw new Forged("It is not signed");
        }
        String time = values(header, "t=").findFirst().orElse("");
        if (!time.matches("\\d{1,12}")) {
            throw new Forged("Its signature has no time");
        }
        return new StripeSignature(
                Instant.ofEpochSecond(Long.parseLong(time)),
                values(header, "v1=").toList());
    }

    private static Stream<String> values(String header, String name) {
        return Stream.of(header.split(",", 50))
                .map(String::strip)
                .filter(part -> part.startsWith(name))
                .map(part -> part.substring(name.length()));
    }

    void check(List<String> secrets, byte[] body, Instant now) throws Forged {
        if (Duration.between(at, now).abs().compareTo(TOLERANCE) > 0) {
            throw new Forged("It was signed at another time");
        }
        if (secrets.isEmpty()) {
            throw new Forged("No signing secret is set up");
        }
        if (secrets.stream().noneMatch(secret -> fits(secret, body))) {
            throw new Forged("Its signature does not fit");
        }
    }

    private boolean fits(String secret, byte[] body) {
        byte[] expected = HexFormat.of().formatHex(sign(secret, body)).getBytes(UTF_8);
        return signatures.stream()
                .map(signature -> signature.getBytes(UTF_8))
                .anyMatch(signature -> MessageDigest.isEqual(expected, signature));
    }

    private byte[] sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            mac.update("%d.".formatted(at.getEpochSecond()).getBytes(UTF_8));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
