package com.gmservices.payments.stripe;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code /v1/balance_transactions}: each movement of the account's balance, with Stripe's fee. */
final class FakeLines {

    private final Things things;

    FakeLines(Things things) {
        this.things = things;
    }

    void charged(Thing charge, long amount) {
        add("charge", amount, 30, charge.text("currency"), charge.get("id"));
    }

    void refunded(Thing refund, long amount) {
        add("refund", -amount, 0, refund.text("currency"), refund.get("id"));
    }

    Thing add(String type, long amount, long fee, String currency, @Nullable Object source) {
        var line = things.add("txn", "balance_transaction");
        line.set("type", type);
        line.set("amount", amount);
        line.set("fee", fee);
        line.set("net", amount - fee);
        line.set("currency", currency);
        line.set("source", source);
        line.set("status", "pending");
        return line;
    }

    /** What has come in and gone out, without fees. */
    long total() {
        return things.all("balance_transaction")
                .mapToLong(line -> line.number("amount"))
                .sum();
    }

    Thing list(Form form) {
        form.allow(
                "created[gte]",
                "created[gt]",
                "created[lt]",
                "created[lte]",
                "limit",
                "starting_after",
                "payout",
                "type");
        long from = form.find("created[gte]").isPresent() ? form.integer("created[gte]") : 0;
        long to = form.find("created[lt]").isPresent() ? form.integer("created[lt]") : Long.MAX_VALUE;
        List<Thing> found = things.all("balance_transaction")
                .filter(line -> line.number("created") >= from && line.number("created") < to)
                .toList();
        return things.list("/v1/balance_transactions", found.reversed(), form, form.expand());
    }
}
