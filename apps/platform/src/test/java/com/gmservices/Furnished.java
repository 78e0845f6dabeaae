package com.gmservices;

import static com.gmservices.Doors.prefix;
import static com.gmservices.Doors.thing;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** A business in which something stands behind every door, and the calls that go there. */
final class Furnished {

    final Business business;

    /** By the names that {@link Doors} has for them. */
    private final Map<String, String> ids = new LinkedHashMap<>();

    Furnished(Business business) {
        this.business = business;
        String request = business.ask("maintenance_repair");
        String path = Business.BASE + "/service-requests/" + request;
        business.staff.done("POST", path + "/quote", Business.quote());
        business.customer.done("POST", path + "/accept", null);
        ids.put("payment", pay(request, "sandbox_ok").path("id").asString());
        business.staff.done("POST", path + "/assign", Map.of("provider_id", business.provider));
        business.staff.done("POST", path + "/start", null);
        business.staff.done("POST", path + "/complete", null);
        business.customer.done("POST", path + "/review", Map.of("rating", 5, "comment", "Quick"));
        ids.put("request", request);
        ids.put(
                "link",
                Business.id(
                        business.staff.done("POST", "/api/v1/payment-links", Map.of("service_request_id", asked()))));
        ids.put("method", method());
        ids.put("gateway", "sandbox");
        ids.put("currency", "NGN");
        ids.put("day", "2026-03-02");
        ids.put("dispute", UUID.randomUUID().toString());
        ids.put("difference", UUID.randomUUID().toString());
        ids.put("case", UUID.randomUUID().toString());
        ids.put("sandbox/slug", "sandbox/" + business.slug);
        ids.put("document", document(request));
        ids.put("charge", charge());
        ids.put("invoice", invoice(request));
        ids.put("tenant", business.id);
        ids.put(
                "entry",
                business.admin
                        .done("GET", "/api/v1/ledger/entries", null)
                        .at("/data/0/id")
                        .asString());
        ids.put("service", business.services.getOrDefault("maintenance_repair", ""));
        ids.put("provider", business.provider);
        ids.put("member", Business.memberId(business.customer));
        ids.put(
                "site",
                business.admin
                        .done("GET", "/api/v1/sites", null)
                        .at("/data/0/id")
                        .asString());
        ids.put(
                "role",
                Business.id(business.admin.done(
                        "POST",
                        "/api/v1/roles",
                        Map.of("name", "Front desk", "permissions", List.of("quote:requests")))));
        ids.put(
                "key",
                business.admin
                        .done("POST", "/api/v1/api-keys", Map.of("name", "Robot", "scopes", List.of("read:members")))
                        .at("/details/id")
                        .asString());
        String webhook = business.admin
                .done(
                        "POST",
                        "/api/v1/webhooks",
                        Map.of("url", "http://localhost:1/hooks", "types", List.of("payment.refunded")))
                .at("/webhook/id")
                .asString();
        ids.put("webhook", webhook);
        ids.put("webhook delivery", webhook + "/deliveries/" + delivery(webhook));
        ids.put("secret", UUID.randomUUID().toString());
        await().untilAsserted(() -> assertThat(notices()).hasSizeGreaterThanOrEqualTo(3));
        ids.put("notice", notices().getFirst());
    }

    /** Tried once in vain; after that the endpoint is disabled, so that nothing changes any more. */
    private String delivery(String webhook) {
        String path = "/api/v1/webhooks/" + webhook;
        String delivery = Business.id(business.admin.done("POST", path + "/test", Map.of()));
        await().until(() -> business.admin
                        .done("GET", path + "/deliveries/" + delivery, null)
                        .at("/delivery/attempts")
                        .asInt()
                > 0);
        business.admin.with("If-Match", "\"1\"").done("PATCH", path, Map.of("active", false));
        return delivery;
    }

    private String document(String request) {
        String form = """
                --b\r
                Content-Disposition: form-data; name="subject_id"\r
                \r
                %s\r
                --b\r
                Content-Disposition: form-data; name="file"; filename="Note.txt"\r
                Content-Type: text/plain\r
                \r
                It squeals\r
                --b--\r
                """.formatted(request);
        return business.customer
                .with("Content-Type", "multipart/form-data; boundary=b")
                .done("POST", "/api/v1/documents", form)
                .path("id")
                .asString();
    }

    /** A request for which something is due. */
    private String asked() {
        String request = business.ask("parts_installation");
        String path = Business.BASE + "/service-requests/" + request;
        business.staff.done("POST", path + "/quote", Business.quote());
        business.customer.done("POST", path + "/accept", null);
        return request;
    }

    /** The customer keeps the card that pays. */
    private String method() {
        business.customer
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .done(
                        "POST",
                        "/api/v1/payments",
                        Map.of(
                                "service_request_id",
                                asked(),
                                "gateway",
                                "sandbox",
                                "payment_method",
                                "sandbox_ok",
                                "save_payment_method",
                                true));
        return business.customer
                .done("GET", "/api/v1/payment-methods", null)
                .at("/data/0/id")
                .asString();
    }

    /** Of a payment that waits at the payer's bank. */
    private String charge() {
        String request = asked();
        String bank = pay(request, "sandbox_action").at("/next_action/url").asString();
        return bank.substring(bank.lastIndexOf('/') + 1);
    }

    private String invoice(String request) {
        await().untilAsserted(() -> assertThat(invoices(request)).isNotEmpty());
        return invoices(request).getFirst();
    }

    private List<String> invoices(String request) {
        return business.admin
                .done("GET", "/api/v1/invoices?kind=INVOICE", null)
                .path("data")
                .valueStream()
                .filter(invoice -> invoice.path("subject_id").asString().equals(request))
                .map(Business::id)
                .toList();
    }

    private JsonNode pay(String request, String method) {
        return business.customer
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .done("POST", "/api/v1/payments", Business.payment(request, method));
    }

    private List<String> notices() {
        return business.customer
                .done("GET", "/api/v1/notifications", null)
                .path("data")
                .valueStream()
                .map(Business::id)
                .toList();
    }

    /** From here on the door leads to nothing, so that whoever may pass does no harm. */
    void forget(String thing) {
        ids.put(thing, UUID.randomUUID().toString());
    }

    /** Not of what has the same name everywhere. */
    Collection<String> ids() {
        return ids.entrySet().stream()
                .filter(id -> !Doors.WORDS.contains(id.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    HttpResponse<String> call(Program program, Route route) {
        Program caller = program.with("Idempotency-Key", UUID.randomUUID().toString());
        Program last = route.method().equals("PATCH") ? caller.with("If-Match", "\"1\"") : caller;
        return last.call(route.method(), path(route), route.isRead() ? null : body(route));
    }

    /** One that would do, where the answer is to be for the id and not for the body. */
    private Map<String, Object> body(Route route) {
        return switch (route.pattern().substring(route.pattern().lastIndexOf('/'))) {
            case "/quote" -> Business.quote();
            case "/evidence" -> Map.of("explanation", "It was asked for");
            case "/decline", "/hold", "/cancel", "/reversal", "/credit-notes" -> Map.of("reason", "It rains");
            case "/assign" -> Map.of("provider_id", business.provider);
            case "/schedule" ->
                Map.of("starts_at", Business.in(2, ChronoUnit.DAYS), "ends_at", Business.in(3, ChronoUnit.DAYS));
            case "/review" -> Map.of("rating", 1);
            case "/replay" -> Map.of("since", Business.in(-1, ChronoUnit.DAYS));
            case "/confirm" -> Map.of("payment_method", "sandbox_ok");
            case "/{id}" -> Map.of(route.pattern().contains("/webhooks/") ? "description" : "name", "Taken over");
            default -> Map.of();
        };
    }

    String path(Route route) {
        String prefix = prefix(route);
        if (prefix == null) {
            return route.pattern();
        }
        int variable = prefix.indexOf('{');
        String thing = thing(route);
        String filled = thing.startsWith("service-request/") ? "service-request/" + id("request") : id(thing);
        return prefix.substring(0, variable) + filled + route.pattern().substring(prefix.length());
    }

    String id(String thing) {
        return ids.getOrDefault(thing, "");
    }
}
