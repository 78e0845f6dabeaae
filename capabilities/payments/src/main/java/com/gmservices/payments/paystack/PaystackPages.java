package com.gmservices.payments.paystack;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Paystack's lists, whole. */
@Component
class PaystackPages {

    private static final int AT_ONCE = 100;
    private static final Instant FOREVER = Instant.parse("2100-01-01T00:00:00Z");

    private final PaystackCalls calls;

    PaystackPages(PaystackCalls calls) {
        this.calls = calls;
    }

    Stream<JsonNode> transactions(String status, Instant from, Instant to) {
        return all(page -> (paystack, key) -> paystack.transactions(key, status, time(from), time(to), AT_ONCE, page));
    }

    /** Of one transaction. The filter is in Paystack's documents and not in its description, so that we look again. */
    Stream<JsonNode> refunds(long transaction, @Nullable Instant since) {
        Instant from = since == null ? Instant.EPOCH : since.minus(Duration.ofDays(1));
        return refunds(transaction, from, FOREVER).filter(refund -> number(refund.path("transaction")) == transaction);
    }

    Stream<JsonNode> refunds(Instant from, Instant to) {
        return refunds(null, from, to);
    }

    private Stream<JsonNode> refunds(@Nullable Long transaction, Instant from, Instant to) {
        return all(page -> (paystack, key) -> paystack.refunds(key, transaction, time(from), time(to), AT_ONCE, page));
    }

    Stream<JsonNode> settlements(Instant from, Instant to) {
        return all(page -> (paystack, key) -> paystack.settlements(key, time(from), time(to), AT_ONCE, page));
    }

    /** Ours, or what somebody else has called it. */
    String reference(long transaction) {
        return calls.require((paystack, key) -> paystack.transaction(key, transaction))
                .path("data")
                .path("reference")
                .asString();
    }

    static long number(JsonNode transaction) {
        return transaction.isObject() ? transaction.path("id").asLong() : transaction.asLong(0);
    }

    private Stream<JsonNode> all(IntFunction<PaystackCalls.Call> page) {
        List<JsonNode> found = new ArrayList<>();
        for (int number = 1; ; number++) {
            JsonNode answer = calls.require(page.apply(number));
            answer.path("data").forEach(found::add);
            if (number >= answer.path("meta").path("pageCount").asInt(1)) {
                return found.stream();
            }
        }
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
