package com.gmservices.payments.paypal;

import com.gmservices.payments.vendor.FakeServer.Reply;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** How PayPal says what is wrong (https://developer.paypal.com/api/rest/responses/#failed-requests). */
final class Errors {

    private static final Set<String> CURRENCIES = Set.of(
            "AUD", "BRL", "CAD", "CHF", "CNY", "CZK", "DKK", "EUR", "GBP", "HKD", "HUF", "ILS", "JPY", "MXN", "MYR",
            "NOK", "NZD", "PHP", "PLN", "SEK", "SGD", "THB", "TWD", "USD");
    private static final Set<String> WITHOUT_DECIMALS = Set.of("HUF", "JPY", "TWD");

    private Errors() {}

    static Reply unprocessable(String issue) {
        return error(422, "UNPROCESSABLE_ENTITY", issue);
    }

    static Reply malformed(String issue) {
        return error(400, "INVALID_REQUEST", issue);
    }

    static Reply notFound() {
        return error(404, "RESOURCE_NOT_FOUND", "INVALID_RESOURCE_ID");
    }

    static Reply error(int status, String name, String issue) {
        return new Reply(
                status,
                Map.of(
                        "name",
                        name,
                        "message",
                        "The requested action could not be performed.",
                        "debug_id",
                        "90957fca61718",
                        "details",
                        List.of(Map.of("issue", issue, "description", "See the documentation."))));
    }

    static Optional<Reply> fields(JsonNode object, Set<String> known, Set<String> required) {
        Stream<Reply> unknown = object.propertyNames().stream()
                .filter(name -> !known.contains(name))
                .map(name -> malformed("UNKNOWN_FIELD " + name));
        Stream<Reply> missing = required.stream()
                .filter(name ->
                        object.path(name).isMissingNode() || object.path(name).isNull())
                .map(name -> malformed("MISSING_REQUIRED_PARAMETER " + name));
        return Stream.concat(unknown, missing).findFirst();
    }

    static Optional<Reply> amount(JsonNode amount) {
        return fields(amount, Set.of("currency_code", "value"), Set.of("currency_code", "value"))
                .or(() -> value(amount.path("currency_code").asString(), amount.path("value")));
    }

    private static Optional<Reply> value(String currency, JsonNode value) {
        if (!value.isString() || !value.asString().matches("\\d+(\\.\\d+)?")) {
            return Optional.of(malformed("INVALID_PARAMETER_SYNTAX"));
        }
        if (!CURRENCIES.contains(currency)) {
            return Optional.of(unprocessable("INVALID_CURRENCY_CODE"));
        }
        var amount = new BigDecimal(value.asString());
        int decimals = WITHOUT_DECIMALS.contains(currency)
                ? 0
                : Currency.getInstance(currency).getDefaultFractionDigits();
        if (amount.scale() > decimals) {
            return Optional.of(unprocessable(decimals == 0 ? "DECIMALS_NOT_SUPPORTED" : "DECIMAL_PRECISION"));
        }
        return amount.signum() > 0 ? Optional.empty() : Optional.of(unprocessable("CANNOT_BE_ZERO_OR_NEGATIVE"));
    }
}
