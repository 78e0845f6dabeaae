package com.gmservices.payments.stripe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Stripe as its documents describe it, on loopback: strict about what it is sent (https://docs.stripe.com/api), with its
 * rules for idempotency keys, and out of order as told.
 */
final class FakeStripe implements AutoCloseable {

    static final String KEY = "sk_test_harbour";
    static final String NARROW_KEY = "rk_test_narrow";

    enum Fault {
        /** Carried out, and the connection breaks. */
        LOST,
        /** Carried out, and no answer ever comes. */
        SILENT,
        /** Carried out, and 500 answered. */
        BROKEN_AFTER,
        /** Not carried out, and 500 answered. */
        BROKEN_BEFORE,
        /** 429: not even looked at. */
        BUSY,
        /** Carried out, and somebody else's page answered. */
        GARBLED
    }

    private record Trouble(String method, String path, Fault fault) {}

    record Seen(String method, String path, Map<String, String> headers, String body) {}

    final Things things = new Things();
    final FakeCards cards = new FakeCards(things);
    final FakeLines lines = new FakeLines(things);
    final FakeIntents intents = new FakeIntents(things, cards, lines);
    final FakeSessions sessions = new FakeSessions(things, intents, cards);
    final FakeRefunds refunds = new FakeRefunds(things, lines);
    final FakeDisputes disputes = new FakeDisputes(things, lines);
    final List<Seen> seen = new CopyOnWriteArrayList<>();

    private final JsonMapper json = new JsonMapper();
    private final FakeKeys keys = new FakeKeys();
    private final FakeRoutes routes = new FakeRoutes(this);
    private final List<Trouble> troubles = new ArrayList<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;

    FakeStripe() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String base() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Once, at the next call whose path ends so, or whose query has this. */
    void fails(String path, Fault fault) {
        fails("", path, fault);
    }

    synchronized void fails(String method, String path, Fault fault) {
        troubles.add(new Trouble(method, path, fault));
    }

    void aDayPasses() {
        things.pass(25 * 3_600);
        keys.forget();
    }

    Thing intentOf(UUID charge) {
        return things.all("payment_intent")
                .filter(intent -> intent.isOf(charge))
                .findFirst()
                .orElseThrow();
    }

    long calls(String method, String pathEnd) {
        return seen.stream()
                .filter(call -> call.method.equals(method) && call.path.endsWith(pathEnd))
                .count();
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        Seen call = read(exchange);
        seen.add(call);
        Fault fault = fault(call);
        FakeKeys.Answer answer = fault == Fault.BUSY
                ? FakeKeys.Answer.of(new Refusal(429, "invalid_request_error", "rate_limit", "Too many requests"))
                : answer(call, fault);
        if (fault == Fault.SILENT) {
            await();
        }
        if (fault == Fault.LOST || fault == Fault.SILENT || answer.isLost()) {
            exchange.close();
            return;
        }
        send(exchange, answer, fault == Fault.GARBLED);
    }

    private synchronized FakeKeys.Answer answer(Seen call, @Nullable Fault fault) {
        try {
            checkHeaders(call);
            Form form = call.path.equals("/v1/files") ? Form.parse("") : Form.parse(call.body);
            return keys.under(call, form, () -> {
                if (fault == Fault.BROKEN_BEFORE) {
                    throw new Refusal(500, "api_error", null, "Something went wrong on Stripe's end");
                }
                var answer = routes.answer(call, form);
                if (fault == Fault.BROKEN_AFTER) {
                    throw new Refusal(500, "api_error", null, "Something went wrong on Stripe's end");
                }
                return answer;
            });
        } catch (Refusal refusal) {
            return FakeKeys.Answer.of(refusal);
        }
    }

    private static void checkHeaders(Seen call) {
        String key = call.headers.getOrDefault("authorization", "").replaceFirst("^Bearer ", "");
        if (!key.equals(KEY) && !key.equals(NARROW_KEY)) {
            throw new Refusal(401, "invalid_request_error", null, "Invalid API Key provided: " + key);
        }
        if (!call.headers.getOrDefault("stripe-version", "").matches("20\\d\\d-\\d\\d-\\d\\d(\\.\\w+)?")) {
            throw Refusal.of(null, "Invalid Stripe API version");
        }
        String type = call.headers.getOrDefault("content-type", "");
        String due = call.path.equals("/v1/files") ? "multipart/form-data" : "application/x-www-form-urlencoded";
        if (call.method.equals("POST") && !type.startsWith(due)) {
            throw Refusal.of(null, "Invalid content type: " + type);
        }
        if (key.equals(NARROW_KEY)) {
            throw new Refusal(403, "invalid_request_error", null, "The provided key does not have the permissions");
        }
    }

    private synchronized @Nullable Fault fault(Seen call) {
        Trouble trouble = troubles.stream()
                .filter(it -> call.method.startsWith(it.method))
                .filter(it -> call.path.endsWith(it.path) || (call.method.equals("GET") && call.body.contains(it.path)))
                .findFirst()
                .orElse(null);
        troubles.remove(trouble);
        return trouble == null ? null : trouble.fault;
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Seen read(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, String.join(",", values)));
        byte[] body = exchange.getRequestBody().readAllBytes();
        String query = exchange.getRequestURI().getRawQuery();
        boolean isFile = exchange.getRequestURI().getPath().equals("/v1/files");
        return new Seen(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                headers,
                exchange.getRequestMethod().equals("GET")
                        ? (query == null ? "" : query)
                        : new String(body, isFile ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8));
    }

    private void send(HttpExchange exchange, FakeKeys.Answer answer, boolean garbled) throws IOException {
        byte[] body = (garbled
                        ? "<html>ada@example.com pi_1_secret_hush</html>"
                        : json.writeValueAsString(answer.body()))
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", garbled ? "text/html" : "application/json");
        exchange.getResponseHeaders().set("Request-Id", "req_" + seen.size());
        if (answer.replayed()) {
            exchange.getResponseHeaders().set("Idempotent-Replayed", "true");
        }
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
