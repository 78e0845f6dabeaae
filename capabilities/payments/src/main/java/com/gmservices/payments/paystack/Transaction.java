package com.gmservices.payments.paystack;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Means;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A transaction as Paystack tells of it.
 *
 * @param id Paystack's number of it
 * @param reference our key, or what somebody else has called it
 * @param said the bank's own words
 * @param continueAt where the payer has to go on, for a saved card that the bank asks about
 * @param means with what it was paid, if that can be charged again
 */
record Transaction(
        long id,
        String reference,
        String status,
        Money amount,
        Money fee,
        String said,
        @Nullable String continueAt,
        @Nullable Means means,
        @Nullable Instant paidAt) {

    static Transaction of(JsonNode data) {
        String currency = data.path("currency").asString();
        return new Transaction(
                data.path("id").asLong(),
                data.path("reference").asString(),
                data.path("status").asString(""),
                Subunits.money(data.required("amount").asLong(), currency),
                Subunits.money(data.path("fees").asLong(0), currency),
                data.path("gateway_response").asString(""),
                data.path("authorization_url").asString(null),
                means(
                        data.path("authorization"),
                        data.path("customer").path("email").asString(null)),
                time(data.path("paid_at")));
    }

    static @Nullable Instant time(JsonNode node) {
        return node.isString() ? Instant.parse(node.asString()) : null;
    }

    private static @Nullable Means means(JsonNode authorization, @Nullable String email) {
        if (!authorization.path("reusable").asBoolean(false) || email == null) {
            return null;
        }
        return new Means(
                authorization.path("authorization_code").asString(),
                email,
                authorization.path("brand").asString("card").strip().toLowerCase(Locale.ROOT),
                authorization.path("last4").asString(""),
                expires(authorization));
    }

    private static @Nullable YearMonth expires(JsonNode authorization) {
        int year = authorization.path("exp_year").asInt(0);
        int month = authorization.path("exp_month").asInt(0);
        return year == 0 || month < 1 || month > 12 ? null : YearMonth.of(year, month);
    }
}
