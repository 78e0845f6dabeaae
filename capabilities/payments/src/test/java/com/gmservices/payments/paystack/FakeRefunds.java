package com.gmservices.payments.paystack;

import static com.gmservices.payments.paystack.Replies.good;
import static com.gmservices.payments.paystack.Replies.refused;

import com.gmservices.payments.vendor.FakeServer.Reply;
import com.gmservices.payments.vendor.FakeServer.Request;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Knows no idempotency: gives back as often as it is asked, as long as there is something left. */
final class FakeRefunds {

    private final Map<String, Sale> sales;
    private final AtomicLong numbers;
    private final Map<Long, Refund> refunds = new LinkedHashMap<>();

    /** What a refund is as soon as it is asked for, and what it has become when it is asked about. */
    String begin = "pending";

    String become = "processed";

    FakeRefunds(Map<String, Sale> sales, AtomicLong numbers) {
        this.sales = sales;
        this.numbers = numbers;
    }

    private static final class Refund {
        final long id;
        final Sale sale;
        final long amount;
        final String note;
        String status;
        boolean isForDispute;

        Refund(long id, Sale sale, long amount, String note, String status) {
            this.id = id;
            this.sale = sale;
            this.amount = amount;
            this.note = note;
            this.status = status;
        }

        /** @param transaction its number alone, but for a refund that was just begun */
        Map<String, @Nullable Object> shown(Object transaction) {
            var shown = new LinkedHashMap<String, @Nullable Object>();
            shown.put("id", id);
            shown.put("transaction", transaction);
            shown.put("dispute", isForDispute ? 7 : null);
            shown.put("amount", amount);
            shown.put("currency", sale.currency);
            shown.put("status", status);
            shown.put("merchant_note", note);
            shown.put("refunded_at", null);
            shown.put("createdAt", Instant.now().toString());
            return shown;
        }
    }

    Reply answer(Request request, String[] path) {
        return switch (request.method() + path.length) {
            case "POST1" -> create(request.json());
            case "GET2" -> fetch(Long.parseLong(path[1]));
            case "GET1" -> list(request);
            default -> refused(404, "Unknown path", "unknown");
        };
    }

    private Reply create(JsonNode asked) {
        Set<String> known = Set.of("transaction", "amount", "currency", "customer_note", "merchant_note");
        return Replies.wrongFields(asked, known, Set.of("transaction")).orElseGet(() -> giveBack(asked));
    }

    private Reply giveBack(JsonNode asked) {
        Sale sale = sales.get(asked.path("transaction").asString());
        if (sale == null || !sale.isPaid()) {
            return refused(404, "Transaction not found", "transaction_not_found");
        }
        long left = sale.amount - givenBack(sale.reference);
        long amount = asked.path("amount").asLong(left);
        if (left == 0) {
            return refused(400, "Transaction has been fully reversed", "transaction_reversed");
        }
        if (!asked.path("currency").asString(sale.currency).equals(sale.currency) || amount <= 0 || amount > left) {
            return refused(400, "Refund amount cannot be more than transaction amount", "invalid_params");
        }
        sale.status = amount == left ? "reversed" : sale.status;
        String note = asked.path("merchant_note").asString("Refund for transaction " + sale.reference);
        var refund = new Refund(numbers.incrementAndGet(), sale, amount, note, begin);
        refunds.put(refund.id, refund);
        return good(
                "Refund has been queued for processing",
                refund.shown(Map.of("id", sale.id, "reference", sale.reference)));
    }

    private Reply fetch(long id) {
        Refund refund = refunds.get(id);
        if (refund == null) {
            return refused(404, "Refund not found", "not_found");
        }
        refund.status = become;
        return good("Refund retrieved", refund.shown(refund.sale.id));
    }

    private Reply list(Request request) {
        String transaction = request.query().get("transaction");
        return Replies.list(
                request,
                "perPage",
                refunds.values().stream()
                        .filter(it -> transaction == null || transaction.equals(String.valueOf(it.sale.id)))
                        .map(it -> it.shown(it.sale.id)));
    }

    /** As by Paystack, when the payer was right. */
    void forDispute(Sale sale, long amount) {
        var refund = new Refund(numbers.incrementAndGet(), sale, amount, "Chargeback", "processed");
        refund.isForDispute = true;
        refunds.put(refund.id, refund);
    }

    long givenBack(Object reference) {
        return refunds.values().stream()
                .filter(refund -> refund.sale.reference.equals(reference.toString()))
                .mapToLong(refund -> refund.amount)
                .sum();
    }
}
