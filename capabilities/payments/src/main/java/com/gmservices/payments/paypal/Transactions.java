package com.gmservices.payments.paypal;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Statement.Kind;
import com.gmservices.payments.gateway.Statement.Movement;
import com.gmservices.payments.vendor.Key;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Lines of PayPal's statement (https://developer.paypal.com/docs/transaction-search/transaction-event-codes/). */
final class Transactions {

    /** Done, or done and taken back later: both have moved money. */
    private static final Set<String> MOVED = Set.of("S", "V");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss[.SSS][XXX][XX]");

    private Transactions() {}

    /** Null for what is neither ours nor a fee nor a payout: currencies changed, money held and let go. */
    static @Nullable Movement movement(JsonNode line) {
        Money amount = PaypalMoney.money(line.path("transaction_amount"));
        Kind kind = kind(line.path("transaction_event_code").asString(""), amount);
        if (kind == null
                || amount.isZero()
                || !MOVED.contains(line.path("transaction_status").asString(""))) {
            return null;
        }
        String id = line.path("transaction_id").asString();
        return new Movement(
                id + " " + line.path("transaction_event_code").asString(),
                kind,
                key(line),
                object(line, kind, id),
                positive(amount),
                fee(line, amount),
                time(line.path("transaction_initiation_date").asString()));
    }

    private static @Nullable Kind kind(String code, Money amount) {
        return switch (code.length() < 3 ? "" : code.substring(0, 3)) {
            case "T00" -> amount.isPositive() ? Kind.CHARGE : null;
            case "T01" -> Kind.FEE;
            case "T04" -> Kind.PAYOUT;
            case "T11", "T12" ->
                switch (code) {
                    case "T1107" -> Kind.REFUND;
                    // Money is held while PayPal looks into a complaint, let go at its end, and taken if the payer was
                    // right.
                    case "T1106", "T1110", "T1201" -> Kind.DISPUTE;
                    case "T1111", "T1202" -> Kind.DISPUTE_WON;
                    default -> null;
                };
            default -> null;
        };
    }

    /** The charge's own in the place of the invoice, which lines about it inherit. */
    private static @Nullable UUID key(JsonNode line) {
        UUID custom = Key.of(line.path("custom_field").asString(null));
        return custom == null ? Key.of(line.path("invoice_id").asString(null)) : custom;
    }

    private static @Nullable String object(JsonNode line, Kind kind, String id) {
        return switch (kind) {
            case CHARGE, REFUND -> id;
            case DISPUTE, DISPUTE_WON -> line.path("paypal_reference_id").asString(null);
            case FEE, PAYOUT -> null;
        };
    }

    private static Money positive(Money amount) {
        return new Money(Math.abs(amount.amount()), amount.currency());
    }

    /** What PayPal keeps is below zero; above it is what it has given back. */
    private static Money fee(JsonNode line, Money amount) {
        JsonNode fee = line.path("fee_amount");
        Money said = fee.isObject() ? PaypalMoney.money(fee) : Money.zero(amount.currency());
        boolean isKept = !said.isPositive() && said.currency().equals(amount.currency());
        return isKept ? positive(said) : Money.zero(amount.currency());
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text, TIME).toInstant();
    }
}
