package com.gmservices.payments.stripe;

import com.gmservices.payments.gateway.Credentials;
import com.gmservices.payments.gateway.NoticeReader;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfCharge;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfDispute;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfNothing;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfRefund;
import com.gmservices.payments.vendor.Key;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Of whichever version of Stripe's API an endpoint was set up for: only what all of them have is read. */
@Component
class StripeNotices implements NoticeReader {

    private final JsonMapper json;

    StripeNotices(JsonMapper json) {
        this.json = json;
    }

    @Override
    public String gateway() {
        return StripeGateway.NAME;
    }

    @Override
    public Notice read(Credentials credentials, Map<String, String> headers, byte[] body, Instant now) throws Forged {
        StripeSignature.of(headers.get("stripe-signature")).check(secrets(credentials), body, now);
        JsonNode event = parse(body);
        String id = text(event, "id");
        if (id == null || id.isBlank()) {
            throw new Forged("It is no event of Stripe's");
        }
        String type = event.path("type").asString("");
        return new Notice(id, type, concern(type, event.path("data").path("object")));
    }

    private static List<String> secrets(Credentials credentials) {
        return Stream.of(StripeSetup.WEBHOOK_SECRET, StripeSetup.WEBHOOK_SECRET_EARLIER)
                .flatMap(name -> credentials.find(name).stream())
                .toList();
    }

    private JsonNode parse(byte[] body) throws Forged {
        try {
            return json.readTree(body);
        } catch (JacksonException e) {
            throw new Forged("It cannot be read");
        }
    }

    private static Concern concern(String type, JsonNode object) {
        return switch (object.path("object").asString("")) {
            // One that was made has not become anything yet.
            case "payment_intent" ->
                type.equals("payment_intent.created")
                        ? new OfNothing()
                        : charge(text(object.path("metadata"), StripeGateway.CHARGE), object);
            case "checkout.session" ->
                object.path("mode").asString("").equals("payment")
                        ? charge(text(object, "client_reference_id"), object)
                        : new OfNothing();
            case "charge" ->
                type.equals("charge.refunded")
                        ? new OfRefund(null, null, text(object, "payment_intent"))
                        : new OfNothing();
            case "refund" ->
                new OfRefund(
                        Key.of(text(object.path("metadata"), StripeGateway.REFUND)),
                        text(object, "id"),
                        text(object, "payment_intent"));
            case "dispute" -> new OfDispute(object.path("id").asString(""));
            default -> new OfNothing();
        };
    }

    /** All of ours bear our mark; a business may take money under the same account for something else. */
    private static Concern charge(@Nullable String mark, JsonNode object) {
        UUID key = Key.of(mark);
        return key == null ? new OfNothing() : new OfCharge(key, text(object, "id"));
    }

    private static @Nullable String text(JsonNode object, String name) {
        return object.path(name).isString() ? object.path(name).asString() : null;
    }
}
