package com.gmservices.payments.paypal;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.gmservices.payments.vendor.FakeServer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import tools.jackson.databind.node.ObjectNode;

/** PayPal's sandbox as its documents and its descriptions (paypal/paypal-rest-api-specifications) have it. */
final class FakePaypal extends FakeServer {

    static final String CLIENT = "AY-client";
    static final String SECRET = "EF-secret";
    static final String WEBHOOK = "1JE4291016473214C";

    private final AtomicLong numbers = new AtomicLong(1_000);
    private final Set<String> tokens = new HashSet<>();
    private final Map<String, Done> done = new HashMap<>();
    final FakeOrders orders = new FakeOrders(numbers);
    final FakeVault vault = new FakeVault(numbers);
    final FakeReports reports = new FakeReports();
    final FakePayments payments = new FakePayments(orders, numbers);
    long secondsOfAToken = 32_400;

    private record Done(String call, byte[] body, Reply reply) {}

    FakePaypal() {
        open();
    }

    @Override
    protected Reply answer(Request request) {
        if (request.path().equals("/v1/oauth2/token")) {
            return token(request);
        }
        if (!tokens.contains(request.header("authorization"))) {
            return new Reply(
                    401, Map.of("error", "invalid_token", "error_description", "Token signature verification failed"));
        }
        String[] path = request.path().substring(1).split("/");
        boolean hasBody = request.body().length > 0 || request.method().equals("POST");
        if (hasBody && !request.header("content-type").matches("(application/json|multipart/form-data).*")) {
            return Errors.error(415, "UNSUPPORTED_MEDIA_TYPE", "UNSUPPORTED_MEDIA_TYPE");
        }
        return switch (path[2]) {
            case "orders" -> order(request, path);
            case "authorizations", "captures", "refunds" -> payment(request, path);
            case "setup-tokens", "payment-tokens" -> vault(request, path);
            case "webhooks" -> path[3].equals(WEBHOOK) ? new Reply(200, Map.of("id", WEBHOOK)) : Errors.notFound();
            case "transactions" -> reports.transactions(request);
            case "disputes" -> reports.dispute(request, path);
            default -> Errors.notFound();
        };
    }

    private Reply token(Request request) {
        String pair = "Basic " + Base64.getEncoder().encodeToString((CLIENT + ":" + SECRET).getBytes(UTF_8));
        if (!request.header("content-type").startsWith("application/x-www-form-urlencoded")
                || !request.text().equals("grant_type=client_credentials")) {
            return new Reply(400, Map.of("error", "unsupported_grant_type"));
        }
        if (!request.header("authorization").equals(pair)) {
            return new Reply(
                    401, Map.of("error", "invalid_client", "error_description", "Client Authentication failed"));
        }
        String token = "A21AA" + numbers.incrementAndGet();
        tokens.add("Bearer " + token);
        return new Reply(
                200,
                Map.of(
                        "access_token",
                        token,
                        "token_type",
                        "Bearer",
                        "app_id",
                        "APP-80W284485P519543T",
                        "expires_in",
                        secondsOfAToken));
    }

    private Reply order(Request request, String[] path) {
        return switch (request.method() + path.length) {
            case "POST3" -> once(request, () -> orders.create(request.json(), url()));
            case "GET4" -> orders.show(path[3]);
            case "POST5" ->
                switch (path[4]) {
                    case "capture" -> once(request, () -> orders.take(path[3], "CAPTURE"));
                    case "authorize" -> once(request, () -> orders.take(path[3], "AUTHORIZE"));
                    default -> Errors.notFound();
                };
            default -> Errors.notFound();
        };
    }

    private Reply payment(Request request, String[] path) {
        if (request.method().equals("GET")) {
            return path[2].equals("authorizations") ? payments.authorization(path[3]) : payments.refund(path[3]);
        }
        return switch (path[2] + " " + path[4]) {
            case "authorizations capture" -> once(request, () -> payments.capture(path[3], request.json()));
            case "authorizations reauthorize" -> once(request, () -> payments.reauthorize(path[3], request.json()));
            case "authorizations void" -> payments.release(path[3]);
            case "captures refund" -> once(request, () -> payments.refund(path[3], request.json()));
            default -> Errors.notFound();
        };
    }

    private Reply vault(Request request, String[] path) {
        return switch (request.method() + " " + path[2]) {
            case "POST setup-tokens" -> once(request, () -> vault.setUp(request.json()));
            case "GET setup-tokens" -> vault.setup(path[3]);
            case "POST payment-tokens" -> once(request, () -> vault.keep(request.json()));
            case "DELETE payment-tokens" -> vault.forget(path[3]);
            default -> Errors.notFound();
        };
    }

    /** Asked for again under the same id it shows how the first one stands; with other words it is refused. */
    private Reply once(Request request, Supplier<Reply> work) {
        String id = request.header("paypal-request-id");
        if (id.isEmpty() || id.length() > 108) {
            return Errors.malformed("PAYPAL_REQUEST_ID_REQUIRED");
        }
        return shown(request, remembered(request, id, work));
    }

    /** Little, unless more is asked for. */
    private static Reply shown(Request request, Reply reply) {
        boolean isWhole = request.path().startsWith("/v3/")
                || request.header("prefer").equals("return=representation")
                || reply.status() >= 300;
        return isWhole || !(reply.body() instanceof ObjectNode body)
                ? reply
                : new Reply(reply.status(), body.deepCopy().retain("id", "status", "links"));
    }

    private Reply remembered(Request request, String id, Supplier<Reply> work) {
        String call = request.method() + " " + request.path();
        Done before = done.get(id);
        if (before != null) {
            return before.call.equals(call) && Arrays.equals(before.body, request.body())
                    ? new Reply(200, before.reply.body())
                    : Errors.unprocessable("PAYPAL_REQUEST_ID_PREVIOUSLY_USED");
        }
        Reply reply = work.get();
        if (reply.status() < 300) {
            done.put(id, new Done(call, request.body(), reply));
        }
        return reply;
    }

    /** As after some hours. */
    synchronized void forgetsIds() {
        done.clear();
    }

    synchronized void forgetsTokens() {
        tokens.clear();
    }
}
