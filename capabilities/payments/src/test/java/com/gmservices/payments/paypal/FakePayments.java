package com.gmservices.payments.paypal;

import com.gmservices.payments.paypal.FakeOrders.Payment;
import com.gmservices.payments.vendor.FakeServer.Reply;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What was authorized is captured or voided, what was captured is given back. */
final class FakePayments {

    private final FakeOrders orders;
    private final AtomicLong numbers;
    private final Map<String, ObjectNode> refunds = new LinkedHashMap<>();

    /** What a refund is as soon as it is asked for, and what it has become when it is asked about. */
    String begin = "COMPLETED";

    String become = "COMPLETED";

    /** Whether the payer can still pay what is to be authorized anew. */
    boolean renewable = true;

    FakePayments(FakeOrders orders, AtomicLong numbers) {
        this.orders = orders;
        this.numbers = numbers;
    }

    Reply capture(String id, JsonNode asked) {
        Optional<Payment> found = orders.find("authorizations", id);
        if (found.isEmpty()) {
            return Errors.notFound();
        }
        return Errors.fields(asked, Set.of("amount", "final_capture", "invoice_id", "note_to_payer"), Set.of())
                .or(() -> Errors.amount(asked.path("amount")))
                .orElseGet(() -> capture(found.get(), asked));
    }

    private Reply capture(Payment payment, JsonNode asked) {
        ObjectNode authorization = payment.object();
        switch (authorization.path("status").asString()) {
            case "VOIDED" -> {
                return Errors.unprocessable("AUTHORIZATION_VOIDED");
            }
            case "CAPTURED", "PARTIALLY_CAPTURED" -> {
                return Errors.unprocessable("AUTHORIZATION_ALREADY_CAPTURED");
            }
            default -> {}
        }
        if (value(asked).compareTo(value(authorization)) > 0) {
            return Errors.unprocessable("MAX_CAPTURE_AMOUNT_EXCEEDED");
        }
        if (orders.isExpired(authorization)) {
            return Errors.unprocessable("AUTHORIZATION_EXPIRED");
        }
        if (!orders.isHonoured(authorization)) {
            return Errors.unprocessable("PAYER_CANNOT_PAY");
        }
        boolean isWhole = value(asked).compareTo(value(authorization)) == 0;
        authorization.put("status", isWhole ? "CAPTURED" : "PARTIALLY_CAPTURED");
        ObjectNode capture = payment.payments().withArray("captures").addObject();
        capture.put("id", "CAP" + numbers.incrementAndGet());
        capture.put("status", "COMPLETED");
        capture.set("amount", asked.path("amount").deepCopy());
        capture.put("custom_id", authorization.path("custom_id").asString());
        capture.put("final_capture", asked.path("final_capture").asBoolean(false));
        return new Reply(201, capture);
    }

    /** https://developer.paypal.com/docs/api/payments/v2/#authorizations_reauthorize */
    Reply reauthorize(String id, JsonNode asked) {
        Optional<Payment> found = orders.find("authorizations", id);
        if (found.isEmpty()) {
            return Errors.notFound();
        }
        return Errors.fields(asked, Set.of("amount"), Set.of("amount"))
                .or(() -> Errors.amount(asked.path("amount")))
                .or(() -> cannotBeRenewed(found.get().object(), asked))
                .orElseGet(() -> renewed(found.get(), asked));
    }

    private Optional<Reply> cannotBeRenewed(ObjectNode authorization, JsonNode asked) {
        if (authorization.path("status").asString().equals("VOIDED")) {
            return Optional.of(Errors.unprocessable("AUTHORIZATION_VOIDED"));
        }
        if (!authorization.path("status").asString().equals("CREATED")) {
            return Optional.of(Errors.unprocessable("AUTHORIZATION_ALREADY_CAPTURED"));
        }
        if (value(asked).compareTo(value(authorization)) > 0) {
            return Optional.of(Errors.unprocessable("AUTH_AMOUNT_EXCEEDED"));
        }
        if (orders.isHonoured(authorization)) {
            return Optional.of(Errors.unprocessable("REAUTHORIZATION_TOO_SOON"));
        }
        if (orders.isExpired(authorization)) {
            return Optional.of(Errors.unprocessable("AUTHORIZATION_EXPIRED"));
        }
        return renewable ? Optional.empty() : Optional.of(Errors.unprocessable("PAYER_CANNOT_PAY"));
    }

    /** The earlier one is of no use any more, and the new one ends when the first did. */
    private Reply renewed(Payment payment, JsonNode asked) {
        ObjectNode authorization = payment.object();
        ObjectNode next = payment.payments().withArray("authorizations").addObject();
        next.setAll(authorization);
        next.put("id", "AUTH" + numbers.incrementAndGet());
        next.put("create_time", orders.now());
        next.set("amount", asked.path("amount").deepCopy());
        authorization.put("status", "VOIDED");
        return new Reply(201, next);
    }

    Reply authorization(String id) {
        return orders.find("authorizations", id)
                .map(it -> new Reply(200, it.object()))
                .orElseGet(Errors::notFound);
    }

    Reply release(String id) {
        Optional<Payment> found = orders.find("authorizations", id);
        if (found.isEmpty()) {
            return Errors.notFound();
        }
        return switch (found.get().object().path("status").asString()) {
            case "VOIDED" -> Errors.unprocessable("PREVIOUSLY_VOIDED");
            case "CREATED" -> {
                found.get().object().put("status", "VOIDED");
                yield new Reply(204, null);
            }
            default -> Errors.unprocessable("PREVIOUSLY_CAPTURED");
        };
    }

    Reply refund(String id, JsonNode asked) {
        Optional<Payment> found = orders.find("captures", id);
        if (found.isEmpty()) {
            return Errors.notFound();
        }
        return Errors.fields(asked, Set.of("amount", "custom_id", "invoice_id", "note_to_payer"), Set.of())
                .or(() -> Errors.amount(asked.path("amount")))
                .orElseGet(() -> refund(found.get().object(), asked));
    }

    private Reply refund(ObjectNode capture, JsonNode asked) {
        BigDecimal left = value(capture).subtract(givenBack(capture.path("id").asString()));
        if (left.signum() == 0) {
            return Errors.unprocessable("CAPTURE_FULLY_REFUNDED");
        }
        if (value(asked).compareTo(left) > 0) {
            return Errors.unprocessable("REFUND_AMOUNT_EXCEEDED");
        }
        capture.put("status", value(asked).compareTo(left) == 0 ? "REFUNDED" : "PARTIALLY_REFUNDED");
        ObjectNode refund = JsonMapper.shared().createObjectNode();
        String id = "REF" + numbers.incrementAndGet();
        refund.put("id", id);
        refund.put("status", begin);
        refund.put("capture", capture.path("id").asString());
        refund.set("amount", asked.path("amount").deepCopy());
        refund.put("custom_id", asked.path("custom_id").asString(""));
        refunds.put(id, refund);
        return new Reply(201, refund);
    }

    Reply refund(String id) {
        ObjectNode refund = refunds.get(id);
        if (refund == null) {
            return Errors.notFound();
        }
        refund.put("status", become);
        return new Reply(200, refund);
    }

    private static BigDecimal value(JsonNode payment) {
        return new BigDecimal(payment.path("amount").path("value").asString());
    }

    BigDecimal givenBack(String capture) {
        return refunds.values().stream()
                .filter(refund -> refund.path("capture").asString().equals(capture))
                .map(FakePayments::value)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
