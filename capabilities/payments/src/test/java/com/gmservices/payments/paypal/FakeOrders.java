package com.gmservices.payments.paypal;

import com.gmservices.payments.vendor.FakeServer.Reply;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Orders: approved by payers, and taken by whoever has made them. */
final class FakeOrders {

    static final String GOOD = "vault-good";
    static final String POOR = "vault-poor";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final AtomicLong numbers;
    private final Map<String, ObjectNode> orders = new LinkedHashMap<>();
    private final Set<String> poor = new HashSet<>();
    private final Set<String> paidInvoices = new HashSet<>();

    /** What a wallet is kept as by the time that it was paid with. */
    String kept = "VAULTED";

    String captures = "COMPLETED";

    Duration passed = Duration.ZERO;

    FakeOrders(AtomicLong numbers) {
        this.numbers = numbers;
    }

    Reply create(JsonNode asked, URI here) {
        return Errors.fields(
                        asked,
                        Set.of("intent", "purchase_units", "payment_source"),
                        Set.of("intent", "purchase_units", "payment_source"))
                .or(() -> wrongUnit(asked.path("purchase_units")))
                .or(() -> wrongSource(asked.path("payment_source")))
                .or(() -> Set.of("CAPTURE", "AUTHORIZE")
                                .contains(asked.path("intent").asString())
                        ? Optional.empty()
                        : Optional.of(Errors.malformed("INVALID_PARAMETER_VALUE")))
                .orElseGet(() -> created(asked, here));
    }

    private static Optional<Reply> wrongUnit(JsonNode units) {
        if (!units.isArray() || units.size() != 1) {
            return Optional.of(Errors.malformed("INVALID_ARRAY_MAX_ITEMS"));
        }
        JsonNode unit = units.path(0);
        boolean isTooLong = Set.of("description", "custom_id", "invoice_id").stream()
                .map(name -> unit.path(name).asString("x"))
                .anyMatch(text -> text.isEmpty() || text.length() > 127);
        return isTooLong
                ? Optional.of(Errors.malformed("INVALID_STRING_LENGTH"))
                : Errors.fields(unit, Set.of("amount", "description", "custom_id", "invoice_id"), Set.of("amount"))
                        .or(() -> Errors.amount(unit.path("amount")));
    }

    private static Optional<Reply> wrongSource(JsonNode source) {
        JsonNode paypal = source.path("paypal");
        return Errors.fields(source, Set.of("paypal"), Set.of("paypal"))
                .or(() -> Errors.fields(paypal, Set.of("vault_id", "attributes", "experience_context"), Set.of()))
                .or(() -> paypal.has("vault_id") ? Optional.empty() : wrongPage(paypal));
    }

    private static Optional<Reply> wrongPage(JsonNode paypal) {
        JsonNode vault = paypal.path("attributes").path("vault");
        return Errors.fields(
                        paypal.path("experience_context"),
                        Set.of(
                                "return_url",
                                "cancel_url",
                                "shipping_preference",
                                "user_action",
                                "payment_method_preference"),
                        Set.of("return_url", "cancel_url"))
                .or(() -> vault.isMissingNode()
                        ? Optional.empty()
                        : Errors.fields(vault, Set.of("store_in_vault", "usage_type"), Set.of("usage_type")));
    }

    private Reply created(JsonNode asked, URI here) {
        String vaultId =
                asked.path("payment_source").path("paypal").path("vault_id").asString("");
        if (vaultId.equals(POOR)) {
            return Errors.unprocessable("INSTRUMENT_DECLINED");
        }
        if (!vaultId.isEmpty() && !vaultId.equals(GOOD)) {
            return Errors.notFound();
        }
        ObjectNode order = (ObjectNode) asked.deepCopy();
        String id = "ORDER" + numbers.incrementAndGet();
        order.put("id", id);
        order.put("status", "PAYER_ACTION_REQUIRED");
        order.put("create_time", now());
        link(order, "self", here + "/v2/checkout/orders/" + id, "GET");
        link(order, "payer-action", "https://www.sandbox.paypal.com/checkoutnow?token=" + id, "GET");
        if (vaultId.isEmpty()) {
            orders.put(id, order);
            return new Reply(201, order);
        }
        if (!paidInvoices.add(invoice(order))) {
            return Errors.unprocessable("DUPLICATE_INVOICE_ID");
        }
        orders.put(id, order);
        complete(order);
        return new Reply(201, order);
    }

    static void link(ObjectNode object, String rel, String href, String method) {
        object.withArray("links").addObject().put("rel", rel).put("href", href).put("method", method);
    }

    Reply show(String id) {
        ObjectNode order = orders.get(id);
        return order == null ? Errors.notFound() : new Reply(200, order);
    }

    Reply take(String id, String intent) {
        ObjectNode order = orders.get(id);
        if (order == null) {
            return Errors.notFound();
        }
        if (!order.path("intent").asString().equals(intent)) {
            return Errors.unprocessable("ACTION_DOES_NOT_MATCH_INTENT");
        }
        return switch (order.path("status").asString()) {
            case "COMPLETED" ->
                Errors.unprocessable(intent.equals("CAPTURE") ? "ORDER_ALREADY_CAPTURED" : "ORDER_ALREADY_AUTHORIZED");
            case "APPROVED" -> approved(order);
            default -> Errors.unprocessable("ORDER_NOT_APPROVED");
        };
    }

    private Reply approved(ObjectNode order) {
        if (poor.contains(order.path("id").asString())) {
            return Errors.unprocessable("INSTRUMENT_DECLINED");
        }
        if (!paidInvoices.add(invoice(order))) {
            return Errors.unprocessable("DUPLICATE_INVOICE_ID");
        }
        complete(order);
        return new Reply(201, order);
    }

    private static String invoice(ObjectNode order) {
        return order.path("purchase_units").path(0).path("invoice_id").asString();
    }

    private void complete(ObjectNode order) {
        order.put("status", "COMPLETED");
        keep(order);
        ObjectNode unit = (ObjectNode) order.path("purchase_units").path(0);
        boolean isTaken = order.path("intent").asString().equals("CAPTURE");
        ArrayNode payments = unit.withObject("payments").withArray(isTaken ? "captures" : "authorizations");
        ObjectNode payment = payments.addObject();
        payment.put("id", (isTaken ? "CAP" : "AUTH") + numbers.incrementAndGet());
        payment.put("status", isTaken ? captures : "CREATED");
        payment.set("amount", unit.path("amount").deepCopy());
        payment.put("custom_id", unit.path("custom_id").asString());
        payment.put("create_time", now());
        if (!isTaken) {
            payment.put(
                    "expiration_time",
                    clock().plus(Duration.ofDays(29))
                            .truncatedTo(ChronoUnit.SECONDS)
                            .toString());
        }
    }

    private void keep(ObjectNode order) {
        ObjectNode paypal = (ObjectNode) order.path("payment_source").path("paypal");
        paypal.put("email_address", "ada@example.com");
        if (paypal.path("attributes").has("vault")) {
            ObjectNode vault = JSON.createObjectNode();
            vault.put("id", GOOD);
            vault.put("status", kept);
            vault.putObject("customer").put("id", "customer-1");
            paypal.withObject("attributes").set("vault", vault);
        }
    }

    String now() {
        return clock().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private Instant clock() {
        return Instant.now().plus(passed);
    }

    boolean isHonoured(JsonNode authorization) {
        Instant since = Instant.parse(authorization.path("create_time").asString());
        return clock().isBefore(since.plus(Duration.ofDays(3)));
    }

    boolean isExpired(JsonNode authorization) {
        return !clock().isBefore(
                        Instant.parse(authorization.path("expiration_time").asString()));
    }

    /** The order that holds a capture or authorization, and that itself. */
    record Payment(ObjectNode payments, ObjectNode object) {}

    Optional<Payment> find(String kind, String id) {
        return orders.values().stream()
                .map(order -> order.path("purchase_units").path(0).path("payments"))
                .filter(JsonNode::isObject)
                .flatMap(payments -> payments.path(kind)
                        .valueStream()
                        .filter(it -> it.path("id").asString().equals(id))
                        .map(it -> new Payment((ObjectNode) payments, (ObjectNode) it)))
                .findFirst();
    }

    private Optional<ObjectNode> of(Object key) {
        return orders.values().stream()
                .filter(order -> invoice(order).equals(key.toString()))
                .reduce((first, last) -> last);
    }

    void approve(Object key) {
        of(key).orElseThrow().put("status", "APPROVED");
    }

    /** Approves it, with a card that will be declined. */
    void approvePoorly(Object key) {
        approve(key);
        poor.add(of(key).orElseThrow().path("id").asString());
    }

    void forget(Object key) {
        orders.remove(of(key).orElseThrow().path("id").asString());
    }

    String status(Object key) {
        return of(key).orElseThrow().path("status").asString();
    }

    BigDecimal taken(Object key) {
        return orders.values().stream()
                .filter(order -> invoice(order).equals(key.toString()))
                .flatMap(order -> order.path("purchase_units")
                        .path(0)
                        .path("payments")
                        .path("captures")
                        .valueStream())
                .map(capture ->
                        new BigDecimal(capture.path("amount").path("value").asString()))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** Of the authorization or the capture. */
    String paymentStatus(Object key, String kind) {
        return Objects.requireNonNull(of(key).orElseThrow()
                .path("purchase_units")
                .path(0)
                .path("payments")
                .path(kind)
                .path(0)
                .path("status")
                .asString());
    }
}
