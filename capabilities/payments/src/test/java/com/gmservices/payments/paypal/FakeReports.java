package com.gmservices.payments.paypal;

import com.gmservices.payments.vendor.FakeServer.Reply;
import com.gmservices.payments.vendor.FakeServer.Request;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What PayPal says about itself: its statement, and the complaints of payers. */
final class FakeReports {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssXX");
    private static final Pattern INPUT =
            Pattern.compile("name=\"input\".*?\\r\\n\\r\\n(\\{.*?})\\r\\n--", Pattern.DOTALL);
    private static final int PAGE = 2;

    /** More lines than that are too many for one answer. */
    int most = 10_000;

    private final List<Line> lines = new ArrayList<>();
    final Map<String, ObjectNode> disputes = new LinkedHashMap<>();

    private record Line(Instant at, ObjectNode body) {}

    Reply transactions(Request request) {
        Instant from = Instant.parse(request.query().get("start_date"));
        Instant to = Instant.parse(request.query().get("end_date"));
        if (Duration.between(from, to).compareTo(Duration.ofDays(31)) > 0) {
            return Errors.malformed("Date range is greater than 31 days");
        }
        if (Integer.parseInt(request.query().getOrDefault("page_size", "100")) > 500) {
            return Errors.malformed("Field page_size is too large");
        }
        List<Line> found = lines.stream()
                .filter(line -> !line.at.isBefore(from) && !line.at.isAfter(to))
                .toList();
        if (found.size() > most) {
            return Errors.error(400, "RESULTSET_TOO_LARGE", "Result set size is greater than the maximum limit");
        }
        int page = Integer.parseInt(request.query().getOrDefault("page", "1"));
        return new Reply(
                200,
                Map.of(
                        "transaction_details",
                        found.stream()
                                .skip((page - 1L) * PAGE)
                                .limit(PAGE)
                                .map(line -> Map.of("transaction_info", line.body))
                                .toList(),
                        "total_items",
                        found.size(),
                        "total_pages",
                        (found.size() + PAGE - 1) / PAGE,
                        "page",
                        page));
    }

    /** @param amount below zero where it left */
    void moved(String id, String event, String amount, String fee, Object custom, Object invoice, Instant at) {
        ObjectNode line = JsonMapper.shared().createObjectNode();
        line.put("transaction_id", id);
        line.put("paypal_reference_id", "CAP7");
        line.put("transaction_event_code", event);
        line.put("transaction_initiation_date", TIME.format(at.atOffset(ZoneOffset.UTC)));
        line.put("transaction_status", "S");
        line.putObject("transaction_amount").put("currency_code", "USD").put("value", amount);
        line.putObject("fee_amount").put("currency_code", "USD").put("value", fee);
        line.put("custom_field", custom.toString());
        line.put("invoice_id", invoice.toString());
        lines.add(new Line(at, line));
    }

    Reply dispute(Request request, String[] path) {
        ObjectNode dispute = disputes.get(path[3]);
        if (dispute == null) {
            return Errors.notFound();
        }
        if (path.length == 4) {
            return new Reply(200, dispute);
        }
        if (!dispute.path("status").asString().equals("WAITING_FOR_SELLER_RESPONSE")) {
            return Errors.unprocessable("ACTION_NOT_ALLOWED_IN_CURRENT_DISPUTE_STATE");
        }
        return path[4].equals("accept-claim") ? accept(request.json(), dispute) : evidence(request, dispute);
    }

    private static Reply accept(JsonNode asked, ObjectNode dispute) {
        if (asked.path("note").asString("").isEmpty()) {
            return Errors.malformed("MISSING_REQUIRED_PARAMETER note");
        }
        dispute.put("status", "RESOLVED");
        dispute.putObject("dispute_outcome").put("outcome_code", "ACCEPTED");
        return new Reply(200, Map.of("links", List.of()));
    }

    private static Reply evidence(Request request, ObjectNode dispute) {
        var input = INPUT.matcher(request.text());
        if (!request.header("content-type").startsWith("multipart/form-data") || !input.find()) {
            return Errors.malformed("MISSING_REQUIRED_PARAMETER input");
        }
        JsonNode evidence =
                JsonMapper.shared().readTree(input.group(1)).path("evidences").path(0);
        boolean areThere = evidence.path("documents")
                .valueStream()
                .allMatch(it ->
                        request.text().contains("filename=\"" + it.path("name").asString() + "\""));
        if (!evidence.path("evidence_type").asString("").equals("OTHER") || !areThere) {
            return Errors.malformed("INVALID_EVIDENCE");
        }
        dispute.put("status", "UNDER_REVIEW");
        dispute.put("heard", evidence.path("notes").asString(""));
        return new Reply(200, Map.of("links", List.of()));
    }

    void complains(String id, Object key) {
        ObjectNode dispute = JsonMapper.shared().createObjectNode();
        dispute.put("dispute_id", id);
        dispute.put("reason", "MERCHANDISE_OR_SERVICE_NOT_RECEIVED");
        dispute.put("status", "WAITING_FOR_SELLER_RESPONSE");
        dispute.put("seller_response_due_date", "2026-12-09T10:00:00.000Z");
        dispute.putObject("dispute_amount").put("currency_code", "USD").put("value", "10.00");
        dispute.putArray("disputed_transactions")
                .addObject()
                .put("seller_transaction_id", "CAP7")
                .put("custom", key.toString());
        disputes.put(id, dispute);
    }
}
