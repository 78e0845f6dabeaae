package com.gmservices.payments.paystack;

import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.NoticeReader;
import com.gmservices.payments.vendor.Key;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signed with the business's secret key (https://paystack.com/docs/payments/webhooks). No time is signed: an old one
 * that is sent again is the same notice.
 */
@Component
class PaystackNotices implements NoticeReader {

    private static final String ALGORITHM = "HmacSHA512";

    private final JsonMapper json;

    PaystackNotices(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String gateway() {
        return PaystackCalls.GATEWAY;
    }

    @Override
    public Notice read(Credentials credentials, Map<String, String> headers, byte[] body, Instant now) throws Forged {
        check(credentials.require(PaystackCalls.SECRET_KEY), headers.get("x-paystack-signature"), body);
        JsonNode notice = parse(body);
        String type = notice.path("event").asString("");
        return new Notice(id(type, notice.path("data"), body), type, concern(type, notice.path("data")));
    }

    private static void check(String secret, @Nullable String signature, byte[] body) throws Forged {
        if (signature == null) {
            throw new Forged("There is no signature");
        }
        byte[] right = HexFormat.of().formatHex(sign(secret, body)).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(right, signature.getBytes(StandardCharsets.US_ASCII))) {
            throw new Forged("The signature is wrong");
        }
    }

    private static byte[] sign(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private JsonNode parse(byte[] body) throws Forged {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw new Forged("It is not JSON");
        }
    }

    /** What Paystack calls nothing is called by all that it says. */
    private static String id(String type, JsonNode data, byte[] body) {
        String object = Stream.of("id", "reference", "transaction_reference", "refund_reference", "updated_at")
                .map(name -> data.path(name).asString(""))
                .filter(value -> !value.isEmpty())
                .collect(Collectors.joining(" "));
        return type + " " + (object.isEmpty() ? digest(body) : object);
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Concern concern(String type, JsonNode data) {
        if (type.startsWith("charge.dispute.")) {
            return new Concern.OfDispute(data.path("id").asString());
        }
        if (type.startsWith("charge.")) {
            String reference = data.path("reference").asString();
            return new Concern.OfCharge(Key.of(reference), reference);
        }
        if (type.startsWith("refund.")) {
            return new Concern.OfRefund(
                    Key.of(data.path("merchant_note").asString(null)),
                    data.path("id").asString(null),
                    data.path("transaction_reference").asString(null));
        }
        return new Concern.OfNothing();
    }
}
