package com.gmservices.payments.paystack;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Statement;
import com.gmservices.payments.vendor.Key;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Paystack lists by the day on which something was begun; what counts here is when it was done. */
@Component
class PaystackStatement implements Statement {

    private static final Duration LONGEST = Duration.ofDays(14);

    private final PaystackPages pages;

    PaystackStatement(PaystackPages pages) {
        this.pages = pages;
    }

    @Override
    public String gateway() {
        return PaystackCalls.GATEWAY;
    }

    @Override
    public List<Movement> movements(Instant from, Instant to) {
        Instant begun = from.minus(LONGEST);
        return Stream.of(
                        // What was given back whole is reversed, and was taken all the same.
                        pages.transactions("success", begun, to).map(PaystackStatement::charge),
                        pages.transactions("reversed", begun, to).map(PaystackStatement::charge),
                        pages.refunds(begun, to).map(this::refund),
                        pages.settlements(begun, to).map(PaystackStatement::payout))
                .flatMap(lines -> lines.filter(Objects::nonNull))
                .filter(line -> !line.at().isBefore(from) && line.at().isBefore(to))
                .toList();
    }

    private static @Nullable Movement charge(JsonNode data) {
        Transaction transaction = Transaction.of(data);
        Instant at = transaction.paidAt();
        return at == null || !transaction.amount().isPositive()
                ? null
                : new Movement(
                        "charge " + transaction.id(),
                        Kind.CHARGE,
                        Key.of(transaction.reference()),
                        transaction.reference(),
                        transaction.amount(),
                        transaction.fee(),
                        at);
    }

    private @Nullable Movement refund(JsonNode data) {
        Instant at = first(Transaction.time(data.path("refunded_at")), Transaction.time(data.path("createdAt")));
        if (at == null || !data.path("status").asString("").equals("processed")) {
            return null;
        }
        String id = data.path("id").asString();
        Money gross = Subunits.money(
                data.path("amount").asLong(), data.path("currency").asString());
        Money fee = Money.zero(gross.currency());
        if (isForComplaint(data)) {
            String charge = pages.reference(PaystackPages.number(data.path("transaction")));
            return new Movement("refund " + id, Kind.DISPUTE, Key.of(charge), charge, gross, fee, at);
        }
        UUID key = Key.of(data.path("merchant_note").asString(null));
        return new Movement("refund " + id, Kind.REFUND, key, id, gross, fee, at);
    }

    /** Paystack gives back for a complaint by a refund of its own. */
    private static boolean isForComplaint(JsonNode refund) {
        JsonNode dispute = refund.path("dispute");
        return !dispute.isNull() && !dispute.isMissingNode();
    }

    private static @Nullable Movement payout(JsonNode data) {
        Instant at = Transaction.time(data.path("settlement_date"));
        if (at == null || !data.path("status").asString("").equals("success")) {
            return null;
        }
        long amount =
                data.path("effective_amount").asLong(data.path("total_amount").asLong());
        Money gross = Subunits.money(amount, data.path("currency").asString());
        return gross.isPositive()
                ? new Movement(
                        "payout " + data.path("id").asString(),
                        Kind.PAYOUT,
                        null,
                        null,
                        gross,
                        Money.zero(gross.currency()),
                        at)
                : null;
    }

    private static @Nullable Instant first(@Nullable Instant one, @Nullable Instant other) {
        return one == null ? other : one;
    }
}
