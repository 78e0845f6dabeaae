package com.gmservices.payments.paystack;

import static com.gmservices.payments.paystack.Replies.good;
import static com.gmservices.payments.paystack.Replies.refused;

import com.gmservices.payments.vendor.FakeServer.Reply;
import com.gmservices.payments.vendor.FakeServer.Request;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Complaints, and the store beside Paystack for the files that belong to them. */
final class FakeDisputes {

    private final AtomicLong numbers;
    private final Map<String, Map<String, @Nullable Object>> disputes = new LinkedHashMap<>();
    final Map<String, String> files = new LinkedHashMap<>();
    final Map<String, String> attached = new LinkedHashMap<>();

    FakeDisputes(AtomicLong numbers) {
        this.numbers = numbers;
    }

    Reply answer(Request request, String[] path, URI here) {
        Map<String, @Nullable Object> dispute = disputes.get(path[1]);
        if (dispute == null) {
            return refused(404, "Dispute not found", "not_found");
        }
        return switch (request.method() + (path.length == 3 ? " " + path[2] : "")) {
            case "GET" -> good("Dispute retrieved", dispute);
            case "GET upload_url" -> uploadAddress(request, here);
            case "POST evidence" -> evidence(request.json());
            case "PUT" -> attach(request.json(), dispute);
            case "PUT resolve" -> resolve(request.json(), dispute);
            default -> refused(404, "Unknown path", "unknown");
        };
    }

    private Reply uploadAddress(Request request, URI here) {
        String name = request.query().getOrDefault("upload_filename", "");
        if (!name.contains(".")) {
            return refused(400, "upload_filename is required", "missing_params");
        }
        String stored = "file" + numbers.incrementAndGet();
        return good("Upload url generated", Map.of("signedUrl", here + "/upload/" + stored, "fileName", stored));
    }

    Reply upload(Request request) {
        files.put(request.path().substring("/upload/".length()), request.text());
        return new Reply(200, null);
    }

    private static Reply evidence(JsonNode asked) {
        Set<String> required = Set.of("customer_email", "customer_name", "customer_phone", "service_details");
        return Replies.wrongFields(asked, required, required)
                .orElseGet(() -> good("Evidence created", Map.of("id", 21)));
    }

    private Reply attach(JsonNode asked, Map<String, @Nullable Object> dispute) {
        return Replies.wrongFields(asked, Set.of("refund_amount", "uploaded_filename"), Set.of("refund_amount"))
                .orElseGet(() -> {
                    attached.put(asked.path("uploaded_filename").asString(), String.valueOf(dispute.get("id")));
                    return good("Dispute updated successfully", List.of(dispute));
                });
    }

    private Reply resolve(JsonNode asked, Map<String, @Nullable Object> dispute) {
        Set<String> required = Set.of("resolution", "message", "refund_amount", "uploaded_filename");
        Set<String> known = Set.of("resolution", "message", "refund_amount", "uploaded_filename", "evidence");
        return Replies.wrongFields(asked, known, required).orElseGet(() -> resolved(asked, dispute));
    }

    private Reply resolved(JsonNode asked, Map<String, @Nullable Object> dispute) {
        String resolution = asked.path("resolution").asString();
        if (!Set.of("merchant-accepted", "declined").contains(resolution)) {
            return refused(400, "Resolution must be one of merchant-accepted, declined", "invalid_params");
        }
        if (!files.containsKey(asked.path("uploaded_filename").asString())) {
            return refused(400, "Evidence is required", "missing_params");
        }
        boolean accepted = resolution.equals("merchant-accepted");
        dispute.put("status", accepted ? "resolved" : "awaiting-bank-feedback");
        dispute.put("resolution", accepted ? resolution : null);
        return good("Dispute successfully resolved", Map.of("id", 7));
    }

    void open(String id, Sale sale) {
        var dispute = new LinkedHashMap<String, @Nullable Object>();
        dispute.put("id", Long.valueOf(id));
        dispute.put("refund_amount", sale.amount);
        dispute.put("currency", sale.currency);
        dispute.put("status", "awaiting-merchant-feedback");
        dispute.put("resolution", null);
        dispute.put("transaction", sale.shown());
        dispute.put("category", "chargeback");
        dispute.put("customer", sale.customer());
        dispute.put("dueAt", "2026-12-01T18:00:00.000Z");
        disputes.put(id, dispute);
    }
}
