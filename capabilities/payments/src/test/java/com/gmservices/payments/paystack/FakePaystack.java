package com.gmservices.payments.paystack;

import static com.gmservices.payments.paystack.Replies.good;
import static com.gmservices.payments.paystack.Replies.refused;

import com.gmservices.payments.vendor.FakeServer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Paystack as its documents (https://paystack.com/docs/api) and its description (PaystackOSS/openapi) have it. */
final class FakePaystack extends FakeServer {

    static final String SECRET = "sk_test_5f3a0c";
    static final String GOOD = "AUTH_good";
    static final String POOR = "AUTH_poor";
    static final String ASKED_ABOUT = "AUTH_asked_about";

    private static final Set<String> CURRENCIES = Set.of("NGN", "GHS", "ZAR", "KES", "USD", "XOF");
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9.=-]+");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");

    private final AtomicLong numbers = new AtomicLong(1_000);
    private final Map<String, Sale> sales = new LinkedHashMap<>();
    private final Set<String> deactivated = new HashSet<>();
    private final List<Map<String, Object>> settlements = new ArrayList<>();
    final FakeRefunds refunds = new FakeRefunds(sales, numbers);
    final FakeDisputes disputes = new FakeDisputes(numbers);

    FakePaystack() {
        open();
    }

    @Override
    protected Reply answer(Request request) {
        if (request.path().startsWith("/upload/")) {
            return disputes.upload(request);
        }
        if (!request.header("authorization").equals("Bearer " + SECRET)) {
            return refused(401, "Invalid key", "invalid_Key");
        }
        if (!request.method().equals("GET") && !request.header("content-type").startsWith("application/json")) {
            return refused(400, "Invalid content type", "invalid_params");
        }
        String[] path = request.path().substring(1).split("/");
        return switch (path[0]) {
            case "balance" -> good("Balances retrieved", List.of(Map.of("currency", "NGN", "balance", 1_700_000)));
            case "transaction" -> transaction(request, path);
            case "refund" -> refunds.answer(request, path);
            case "settlement" -> Replies.list(request, "perPage", settlements.stream());
            case "customer" -> deactivate(request);
            case "bank" -> FakeBanks.answer(request, path);
            case "dispute" -> disputes.answer(request, path, url());
            default -> refused(404, "Unknown path", "unknown");
        };
    }

    private Reply deactivate(Request request) {
        if (!(request.method() + request.path()).equals("POST/customer/authorization/deactivate")) {
            return refused(404, "Unknown path", "unknown");
        }
        JsonNode asked = request.json();
        Set<String> fields = Set.of("authorization_code");
        return Replies.wrongFields(asked, fields, fields).orElseGet(() -> {
            String code = asked.path("authorization_code").asString();
            boolean isNew = Set.of(GOOD, POOR, ASKED_ABOUT).contains(code) && deactivated.add(code);
            return isNew
                    ? new Reply(200, Map.of("status", true, "message", "Authorization has been deactivated"))
                    : refused(404, "Authorization code not found", "authorization_not_found");
        });
    }

    private Reply transaction(Request request, String[] path) {
        return switch (request.method() + " " + String.join("/", List.of(path).subList(0, Math.min(2, path.length)))) {
            case "POST transaction/initialize" -> start(request.json());
            case "POST transaction/charge_authorization" -> charge(request.json());
            case "GET transaction/verify" -> verify(path[2]);
            case "GET transaction" ->
                Replies.list(
                        request,
                        "per_page",
                        sales.values().stream()
                                .filter(sale ->
                                        sale.status.equals(request.query().get("status")))
                                .map(Sale::shown));
            default -> request.method().equals("GET") ? fetch(path[1]) : refused(404, "Unknown path", "unknown");
        };
    }

    private Reply fetch(String number) {
        return sales.values().stream()
                .filter(sale -> String.valueOf(sale.id).equals(number))
                .findFirst()
                .map(sale -> good("Transaction retrieved", sale.shown()))
                .orElseGet(() -> refused(404, "Transaction not found", "transaction_not_found"));
    }

    private Reply start(JsonNode asked) {
        Reply wrong = wrong(
                asked,
                Set.of("email", "amount", "currency", "reference", "callback_url", "metadata", "channels"),
                Set.of("email", "amount"));
        if (wrong != null) {
            return wrong;
        }
        if (!asked.path("metadata").isObject()) {
            return refused(400, "Metadata has to be an object", "invalid_params");
        }
        Sale sale = open(asked, "abandoned");
        return good(
                "Authorization URL created",
                Map.of(
                        "authorization_url", "https://checkout.paystack.com/code" + sale.id,
                        "access_code", "code" + sale.id,
                        "reference", sale.reference));
    }

    private Reply charge(JsonNode asked) {
        Reply wrong = wrong(
                asked,
                Set.of("email", "amount", "currency", "reference", "authorization_code", "metadata", "queue"),
                Set.of("email", "amount", "authorization_code"));
        if (wrong != null) {
            return wrong;
        }
        if (!asked.path("email").asString().equals("ada@example.com")) {
            return refused(400, "Email address does not match authorization code", "invalid_params");
        }
        String code = asked.path("authorization_code").asString();
        return switch (deactivated.contains(code) ? "" : code) {
            case GOOD -> {
                Sale sale = open(asked, "ongoing");
                sale.pay();
                yield good("Charge attempted", sale.shown());
            }
            case POOR -> {
                Sale sale = open(asked, "ongoing");
                sale.fail("Insufficient Funds");
                yield good("Charge attempted", sale.shown());
            }
            case ASKED_ABOUT -> paused(open(asked, "ongoing"));
            default -> refused(400, "Authorization code is invalid", "invalid_params");
        };
    }

    private Sale open(JsonNode asked, String status) {
        var sale = new Sale(numbers.incrementAndGet(), asked, status);
        sales.put(sale.reference, sale);
        return sale;
    }

    private static Reply paused(Sale sale) {
        return good(
                "Please, redirect your customer to the authorization url provided",
                Map.of(
                        "reference", sale.reference,
                        "amount", sale.amount,
                        "currency", sale.currency,
                        "authorization_url", "https://checkout.paystack.com/resume/code" + sale.id,
                        "paused", true));
    }

    private @Nullable Reply wrong(JsonNode asked, Set<String> known, Set<String> required) {
        return Replies.wrongFields(asked, known, required).orElseGet(() -> wrongValue(asked));
    }

    private @Nullable Reply wrongValue(JsonNode asked) {
        if (!EMAIL.matcher(asked.path("email").asString()).matches()) {
            return refused(400, "Invalid Email Address Passed", "invalid_params");
        }
        if (!asked.path("amount").isIntegralNumber() || asked.path("amount").asLong() <= 0) {
            return refused(400, "Invalid Amount Sent", "invalid_params");
        }
        if (!CURRENCIES.contains(asked.path("currency").asString("NGN"))) {
            return refused(403, "Currency not supported by merchant", "unsupported_currency");
        }
        String reference = asked.path("reference").asString();
        if (!REFERENCE.matcher(reference).matches()) {
            return refused(400, "Invalid character in transaction reference", "invalid_params");
        }
        return sales.containsKey(reference)
                ? refused(400, "Duplicate Transaction Reference", "duplicate_reference")
                : null;
    }

    private Reply verify(String reference) {
        Sale sale = sales.get(reference);
        return sale == null
                ? refused(400, "Transaction reference not found.", "transaction_not_found")
                : good("Verification successful", sale.shown());
    }

    synchronized Sale sale(Object reference) {
        return Objects.requireNonNull(sales.get(reference.toString()));
    }

    /** In subunits. */
    synchronized long taken(Object reference) {
        Sale sale = sales.get(reference.toString());
        return sale != null && sale.isPaid() ? sale.amount : 0;
    }

    synchronized void settles(long amount, Instant at) {
        settlements.add(Map.of(
                "id",
                numbers.incrementAndGet(),
                "status",
                "success",
                "currency",
                "NGN",
                "total_amount",
                amount,
                "effective_amount",
                amount,
                "total_fees",
                15,
                "settlement_date",
                at.toString()));
    }
}
