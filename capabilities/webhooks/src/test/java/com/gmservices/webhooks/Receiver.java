package com.gmservices.webhooks;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** A tenant's own system, or what is left of it: what it does depends on the first word of the path. */
final class Receiver {

    static final Receiver HERE = new Receiver();

    final List<Call> calls = new CopyOnWriteArrayList<>();
    final List<Call> asked = new CopyOnWriteArrayList<>();
    final Map<String, Integer> working = new ConcurrentHashMap<>();
    private final CountDownLatch never = new CountDownLatch(1);
    private final HttpServer server;

    record Call(String path, Map<String, List<String>> headers, String body) {

        String header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .map(header -> header.getValue().getFirst())
                    .findFirst()
                    .orElse("");
        }
    }

    private Receiver() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    String authority() {
        return "localhost:" + server.getAddress().getPort();
    }

    String url(String path) {
        return "http://" + authority() + path;
    }

    List<Call> calls(String path) {
        return calls.stream().filter(call -> call.path.equals(path)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (exchange.getRequestMethod().equals("OPTIONS")) {
            agree(exchange, path);
            return;
        }
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        calls.add(new Call(path, Map.copyOf(exchange.getRequestHeaders()), body));
        switch (path.split("/", -1)[1]) {
            case "error" -> say(exchange, 500, "It broke");
            case "busy" -> {
                exchange.getResponseHeaders().set("Retry-After", "7200");
                say(exchange, 429, "Later");
            }
            case "away" -> {
                exchange.getResponseHeaders().set("Location", url("/good/secret"));
                say(exchange, 302, "");
            }
            case "gone" -> say(exchange, 410, "");
            case "hang" -> hang(path);
            case "endless" -> pour(exchange);
            case "half" -> {
                exchange.sendResponseHeaders(200, 100);
                exchange.getResponseBody().write(new byte[50]);
                exchange.getResponseBody().flush();
                exchange.close();
            }
            default -> say(exchange, 200, "Taken");
        }
    }

    /** As CloudEvents want it; who is shy answers as a server does that has never heard of the question. */
    private void agree(HttpExchange exchange, String path) throws IOException {
        asked.add(new Call(path, Map.copyOf(exchange.getRequestHeaders()), ""));
        exchange.getResponseHeaders().set("Allow", "POST");
        switch (path.split("/", -1)[1]) {
            case "shy" -> {}
            case "choosy" -> exchange.getResponseHeaders().set("WebHook-Allowed-Origin", "events.example.com");
            case "open" -> exchange.getResponseHeaders().set("WebHook-Allowed-Origin", "*");
            default ->
                exchange.getResponseHeaders()
                        .set(
                                "WebHook-Allowed-Origin",
                                exchange.getRequestHeaders().getFirst("WebHook-Request-Origin"));
        }
        say(exchange, 200, "");
    }

    private void hang(String path) {
        working.merge(path, 1, Integer::sum);
        try {
            never.await(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            working.merge(path, -1, Integer::sum);
        }
    }

    private static void pour(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 1L << 30);
        for (int n = 0; n < 1 << 14; n++) {
            exchange.getResponseBody().write(new byte[1 << 16]);
        }
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
