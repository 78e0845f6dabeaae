package com.gmservices.payments.paypal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.NoticeReader;
import com.gmservices.payments.vendor.Key;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Signed over the transmission's id and time, the webhook's id and a checksum of the body
 * (https://developer.paypal.com/api/rest/webhooks/rest/#verify). PayPal tries for three days to bring one: what is older
 * than four, or more than an hour ahead of us, is not taken.
 */
class PaypalNotices implements NoticeReader {

    private static final Duration OLDEST = Duration.ofDays(4);
    private static final Duration AHEAD = Duration.ofHours(1);
    private static final String ALGORITHM = "SHA256withRSA";

    private final PaypalCertificates certificates;
    private final JsonMapper json;

    PaypalNotices(PaypalCertificates certificates, JsonMapper json) {
        this.certificates = certificates;
        this.json = json;
    }

    @Override
    public String gateway() {
        return PaypalCalls.GATEWAY;
    }

    @Override
    public Notice read(Credentials credentials, Map<String, String> headers, byte[] body, Instant now) throws Forged {
        String time = header(headers, "paypal-transmission-time");
        checkTime(time, now);
        if (!header(headers, "paypal-auth-algo").equalsIgnoreCase(ALGORITHM)) {
            throw new Forged("It is signed in an unknown way");
        }
        String signed = String.join(
                "|",
                header(headers, "paypal-transmission-id"),
                time,
                credentials.require(PaypalCalls.WEBHOOK_ID),
                checksum(body));
        PublicKey key = certificates.key(headers.get("paypal-cert-url"), credentials.live(), now);
        checkSignature(key, signed, header(headers, "paypal-transmission-sig"));
        JsonNode notice = parse(body);
        String type = notice.path("event_type").asString("");
        return new Notice(notice.path("id").asString(), type, concern(type, notice.path("resource")));
    }

    private static String header(Map<String, String> headers, String name) throws Forged {
        String value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw new Forged("There is no " + name);
        }
        return value;
    }

    private static void checkTime(String text, Instant now) throws Forged {
        Instant sent;
        try {
            sent = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw new Forged("It has no time");
        }
        if (sent.isBefore(now.minus(OLDEST))) {
            throw new Forged("It is too old");
        }
        if (sent.isAfter(now.plus(AHEAD))) {
            throw new Forged("It comes from the future");
        }
    }

    private static String checksum(byte[] body) {
        var crc = new CRC32();
        crc.update(body);
        return Long.toString(crc.getValue());
    }

    private static void checkSignature(PublicKey key, String signed, String signature) throws Forged {
        try {
            Signature check = Signature.getInstance(ALGORITHM);
            check.initVerify(key);
            check.update(signed.getBytes(UTF_8));
            if (!check.verify(Base64.getDecoder().decode(signature))) {
                throw new Forged("The signature is wrong");
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new Forged("The signature cannot be read");
        }
    }

    private JsonNode parse(byte[] body) throws Forged {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw new Forged("It is not JSON");
        }
    }

    private static Concern concern(String type, JsonNode resource) {
        if (type.startsWith("CUSTOMER.DISPUTE.")) {
            return new Concern.OfDispute(resource.path("dispute_id").asString());
        }
        if (type.startsWith("CHECKOUT.ORDER.")) {
            JsonNode unit = resource.path("purchase_units").path(0);
            return new Concern.OfCharge(key(unit), resource.path("id").asString(null));
        }
        if (type.equals("CHECKOUT.PAYMENT-APPROVAL.REVERSED")) {
            return new Concern.OfCharge(null, resource.path("order_id").asString(null));
        }
        if (type.startsWith("PAYMENT.REFUND.")
                || type.equals("PAYMENT.CAPTURE.REFUNDED")
                || type.equals("PAYMENT.CAPTURE.REVERSED")) {
            return new Concern.OfRefund(key(resource), resource.path("id").asString(null), capture(resource));
        }
        if (type.startsWith("PAYMENT.CAPTURE.") || type.startsWith("PAYMENT.AUTHORIZATION.")) {
            return new Concern.OfCharge(key(resource), resource.path("id").asString(null));
        }
        return new Concern.OfNothing();
    }

    private static @Nullable UUID key(JsonNode object) {
        return Key.of(object.path("custom_id").asString(null));
    }

    /** Of what the refund is, as its link says. */
    private static @Nullable String capture(JsonNode refund) {
        return refund.path("links")
                .valueStream()
                .filter(link -> link.path("rel").asString("").equals("up"))
                .map(link -> link.path("href").asString())
                .map(address -> address.substring(address.lastIndexOf('/') + 1))
                .findFirst()
                .orElse(null);
    }
}
