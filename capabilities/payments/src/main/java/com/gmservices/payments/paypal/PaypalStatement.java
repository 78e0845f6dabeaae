package com.gmservices.payments.paypal;

import com.gmservices.payments.gateway.Statement;
import com.gmservices.payments.vendor.Answer;
import com.gmservices.payments.vendor.Answer.NotTaken;
import com.gmservices.payments.vendor.Answer.Said;
import com.gmservices.payments.vendor.Answer.Silence;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * Within three hours, and in pieces: PayPal tells of at most 31 days at once, and of no more than ten thousand lines,
 * so that what is more is asked for in halves.
 */
@Component
class PaypalStatement implements Statement {

    private static final Duration LONGEST = Duration.ofDays(31);
    private static final String TOO_MANY = "RESULTSET_TOO_LARGE";
    private static final int AT_ONCE = 500;

    private final PaypalCalls calls;

    PaypalStatement(PaypalCalls calls) {
        this.calls = calls;
    }

    @Override
    public String gateway() {
        return PaypalCalls.GATEWAY;
    }

    @Override
    public List<Movement> movements(Instant from, Instant to) {
        List<JsonNode> lines = new ArrayList<>();
        for (Instant begin = from; begin.isBefore(to); begin = begin.plus(LONGEST)) {
            collect(begin, earlier(begin.plus(LONGEST), to), lines);
        }
        return lines.stream()
                .map(Transactions::movement)
                .filter(Objects::nonNull)
                .filter(line -> !line.at().isBefore(from) && line.at().isBefore(to))
                .distinct()
                .toList();
    }

    private void collect(Instant from, Instant to, List<JsonNode> lines) {
        int pages = 1;
        for (int page = 1; page <= pages; page++) {
            JsonNode answer = page(from, to, page);
            if (answer.path("name").asString("").equals(TOO_MANY)) {
                Instant middle = from.plus(Duration.between(from, to).dividedBy(2));
                collect(from, middle, lines);
                collect(middle, to, lines);
                return;
            }
            answer.path("transaction_details").forEach(line -> lines.add(line.path("transaction_info")));
            pages = answer.path("total_pages").asInt(1);
        }
    }

    private JsonNode page(Instant from, Instant to, int page) {
        Answer answer = calls.ask(
                (paypal, token) -> paypal.transactions(token, time(from), time(to), "transaction_info", AT_ONCE, page));
        return switch (answer) {
            case Said said when said.isGood() || isTooMuch(said, from, to) -> said.body();
            case Said _, NotTaken _, Silence _ -> throw PaypalCalls.silent(answer);
        };
    }

    private static boolean isTooMuch(Said said, Instant from, Instant to) {
        return said.body().path("name").asString("").equals(TOO_MANY)
                && Duration.between(from, to).compareTo(Duration.ofMinutes(1)) > 0;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
