package com.gmservices.payments.sandbox;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.NoticeReader;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the sandbox sends: {@code {"id", "type", "object": {"kind": "charge", "id"}}}, with the time and the HMAC-SHA256
 * over both in {@code sandbox-signature: t=1767225600,v1=…}.
 */
@Component
class SandboxNotices implements NoticeReader {

    static final String HEADER = "sandbox-signature";
    private static final Pattern SIGNATURE = Pattern.compile("t=(\\d{1,12}),v1=([0-9a-f]{64})");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);

    private final SandboxSecrets secrets;
    private final JsonMapper json;

    SandboxNotices(SandboxSecrets secrets, JsonMapper json) {
        this.secrets = secrets;
        this.json = json;
    }

    @Override
    public String gateway() {
        return SandboxGateway.NAME;
    }

    @Override
    public boolean needsAccount() {
        return false;
    }

    /** What the sandbox sends along with a body. */
    Map<String, String> headers(byte[] body, Instant now) {
        long time = now.getEpochSecond();
        return Map.of("content-type", "application/json", HEADER, "t=%d,v1=%s".formatted(time, signature(time, body)));
    }

    @Override
    public Notice read(Credentials credentials, Map<String, String> headers, byte[] body, Instant now) throws Forged {
        Matcher given = SIGNATURE.matcher(headers.getOrDefault(HEADER, ""));
        if (!given.matches()) {
            throw new Forged("There is no signature");
        }
        long time = Long.parseLong(given.group(1));
        if (Duration.between(Instant.ofEpochSecond(time), now).abs().compareTo(TOLERANCE) > 0) {
            throw new Forged("It was signed at another time");
        }
        if (!MessageDigest.isEqual(
                signature(time, body).getBytes(US_ASCII), given.group(2).getBytes(US_ASCII))) {
            throw new Forged("The signature is another");
        }
        return notice(body);
    }

    private Notice notice(byte[] body) throws Forged {
        try {
            JsonNode said = json.readTree(body);
            return new Notice(
                    said.at("/id").asString(),
                    said.at("/type").asString(),
                    concern(
                            said.at("/object/kind").asString(),
                            said.at("/object/id").asString()));
        } catch (JacksonException | IllegalArgumentException e) {
            throw new Forged("It cannot be read");
        }
    }

    private static Concern concern(String kind, String id) {
        return switch (kind) {
            case "charge" -> new Concern.OfCharge(UUID.fromString(id), SandboxCharge.reference(UUID.fromString(id)));
            case "dispute" -> new Concern.OfDispute(id);
            default -> new Concern.OfNothing();
        };
    }

    private String signature(long time, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secrets.current(), "HmacSHA256"));
            mac.update((time + ".").getBytes(US_ASCII));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HmacSHA256", e);
        }
    }
}
