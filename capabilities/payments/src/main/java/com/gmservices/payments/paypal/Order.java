package com.gmservices.payments.paypal;

import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.ChargeOutcome.AwaitingCustomer;
import com.gmservices.payments.gateway.ChargeOutcome.Canceled;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.payments.gateway.ChargeOutcome.Reserved;
import com.gmservices.payments.gateway.ChargeOutcome.Unknown;
import com.gmservices.payments.gateway.Means;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An order as PayPal tells of it. Our name for the charge is the capture's where there is one. */
record Order(JsonNode body) {

    static final Duration RESERVED_FOR = Duration.ofDays(29);
    private static final Set<String> NOTHING = Set.of("DECLINED", "FAILED");
    private static final Set<String> TO_THE_PAYER = Set.of("payer-action", "approve");

    String id() {
        return body.path("id").asString();
    }

    /** The payer has agreed, and it is for us to take it. */
    boolean isApproved() {
        return status().equals("APPROVED")
                && capture().isEmpty()
                && authorization().isEmpty();
    }

    /** What is reserved. */
    Optional<String> authorizationId() {
        return authorization().map(it -> it.path("id").asString());
    }

    ChargeOutcome outcome() {
        return capture()
                .map(this::captured)
                .or(() -> authorization().map(this::reserved))
                .orElseGet(this::open);
    }

    private ChargeOutcome captured(JsonNode capture) {
        String id = capture.path("id").asString();
        return switch (capture.path("status").asString("")) {
            case "COMPLETED", "PARTIALLY_REFUNDED", "REFUNDED" ->
                new Captured(id, PaypalMoney.money(capture.path("amount")), kept());
            case "DECLINED", "FAILED" -> PaypalDeclines.of("card_declined");
            default -> new Unknown(id());
        };
    }

    private ChargeOutcome reserved(JsonNode authorization) {
        return switch (authorization.path("status").asString("")) {
            case "CREATED" ->
                new Reserved(
                        authorization.path("id").asString(),
                        until(
                                authorization,
                                time(authorization.path("create_time").asString())),
                        kept());
            case "DENIED" -> PaypalDeclines.of("card_declined");
            case "VOIDED", "EXPIRED" -> new Canceled();
            default -> new Unknown(id());
        };
    }

    private ChargeOutcome open() {
        return switch (status()) {
            case "CREATED", "SAVED", "PAYER_ACTION_REQUIRED" ->
                page().<ChargeOutcome>map(page -> new AwaitingCustomer(page, id()))
                        .orElseGet(() -> new Unknown(id()));
            case "VOIDED" -> new Canceled();
            default -> new Unknown(id());
        };
    }

    private String status() {
        return body.path("status").asString("");
    }

    private Optional<String> page() {
        return body.path("links")
                .valueStream()
                .filter(link -> TO_THE_PAYER.contains(link.path("rel").asString("")))
                .map(link -> link.path("href").asString())
                .findFirst();
    }

    /** A good one, if there is one. */
    private Optional<JsonNode> capture() {
        return payments("captures")
                .filter(it -> !NOTHING.contains(it.path("status").asString("")))
                .findFirst()
                .or(() -> payments("captures").findFirst());
    }

    /** One that still holds, if there is one: of what was authorized anew there are several. */
    private Optional<JsonNode> authorization() {
        return payments("authorizations")
                .filter(it -> it.path("status").asString("").equals("CREATED"))
                .findFirst()
                .or(() -> payments("authorizations").findFirst());
    }

    private Stream<JsonNode> payments(String kind) {
        return body.path("purchase_units").path(0).path("payments").path(kind).valueStream();
    }

    /** @param since when it was first authorized */
    static Instant until(JsonNode authorization, Instant since) {
        String until = authorization.path("expiration_time").asString("");
        return until.isEmpty() ? since.plus(RESERVED_FOR) : time(until);
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text).toInstant();
    }

    private @Nullable Means kept() {
        JsonNode paypal = body.path("payment_source").path("paypal");
        JsonNode vault = paypal.path("attributes").path("vault");
        return vault.path("status").asString("").equals("VAULTED")
                ? Wallets.means(vault.path("id").asString(), vault.path("customer"), paypal)
                : null;
    }
}
