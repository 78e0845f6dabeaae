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
        if (kind == null || !MOVED.contains(line.path("transaction_status").asString(""))) {
            return null;
        }
        String id = line.path("transaction_id").asString();
        return new Movement(
                id + " " + line.path("transaction_event_code").asString(),
                kind,
                key(line, kind),
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

    /** The line of a refund may bear the charge's key, which stands in the invoice's place too. */
    private static @Nullable UUID key(JsonNode line, Kind kind) {
        String custom = line.path("custom_field").asString(null);
        boolean isTheCharges =
                custom != null && custom.equals(line.path("invoice_id").asString(null));
        return kind == Kind.REFUND && isTheCharges ? null : Key.of(custom);
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
        return said.isPositive() ? Money.zero(said.currency()) : positive(said);
    }

    private static Instant time(String text) {
        return OffsetDateTime.parse(text, TIME).toInstant();
    }
}
