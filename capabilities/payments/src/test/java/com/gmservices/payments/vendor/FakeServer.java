package com.gmservices.payments.vendor;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A vendor on this machine. What it does is its own; when it is out of sorts a test says. */
public abstract class FakeServer implements AutoCloseable {

    protected static final JsonMapper JSON = JsonMapper.shared();

    private final HttpServer server;
    private final ConcurrentLinkedQueue<Mood> moods = new ConcurrentLinkedQueue<>();
    private final List<String> asked = new ArrayList<>();

    public enum Trouble {
        /** Does what it was asked for, and hangs up. */
        SILENT_AFTER,
        /** Does what it was asked for, and says that it broke. */
        BROKEN_AFTER,
        /** Hangs up and does nothing. */
        SILENT_BEFORE,
        TOO_MANY,
        /** Does what it was asked for, and answers with a page of a proxy. */
        UNREADABLE_AFTER
    }

    private record Mood(String call, Trouble trouble) {}

    /** @param headers with names in lower case */
    public record Request(
            String method, String path, Map<String, String> query, Map<String, String> headers, byte[] body) {

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        public JsonNode json() {
            return JSON.readTree(body);
        }

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    public record Reply(int status, @Nullable Object body) {}

    protected FakeServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    }

    /** When all of the vendor is there. */
    protected final void open() {
        server.createContext("/", this::serve);
        server.start();
    }

    protected abstract Reply answer(Request request);

    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    /** At the next call whose method and path begin so. */
    public void trouble(String call, Trouble trouble) {
        moods.add(new Mood(call, trouble));
    }

    /** How many calls of this method and path there were. */
    public synchronized long asked(String call) {
        return asked.stream().filter(it -> it.startsWith(call)).count();
    }

    private void serve(HttpExchange exchange) throws IOException {
        Request request = request(exchange);
        String call = request.method() + " " + request.path();
        Mood mood = moods.stream()
                .filter(it -> call.startsWith(it.call))
                .findFirst()
                .filter(moods::remove)
                .orElse(null);
        Reply reply;
        // One at a time, as a vendor's own locks would have it for one object.
        synchronized (this) {
            asked.add(call);
            if (mood != null && mood.trouble == Trouble.SILENT_BEFORE) {
                exchange.close();
                return;
            }
            reply = mood != null && mood.trouble == Trouble.TOO_MANY ? new Reply(429, Map.of()) : answered(request);
        }
        switch (mood == null ? null : mood.trouble) {
            case SILENT_AFTER, SILENT_BEFORE -> exchange.close();
            case BROKEN_AFTER -> send(exchange, 500, "{\"message\":\"Something broke\"}");
            case UNREADABLE_AFTER -> send(exchange, 200, "<html>One moment, please</html>");
            case TOO_MANY -> send(exchange, reply.status, text(reply));
            case null -> send(exchange, reply.status, text(reply));
        }
    }

    private Reply answered(Request request) {
        try {
            return answer(request);
        } catch (RuntimeException e) {
            return new Reply(400, Map.of("message", "The fake does not understand: " + e));
        }
    }

    private static String text(Reply reply) {
        return reply.body == null ? "" : JSON.writeValueAsString(reply.body);
    }

    private static Request request(HttpExchange exchange) throws IOException {
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getPath(),
                query(exchange.getRequestURI()),
                headers,
                exchange.getRequestBody().readAllBytes());
    }

    private static Map<String, String> query(URI uri) {
        var fields = new LinkedHashMap<String, String>();
        String query = uri.getRawQuery();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            String[] parts = pair.split("=", 2);
            fields.put(decoded(parts[0]), decoded(parts[1]));
        }
        return fields;
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static void send(HttpExchange exchange, int status, String text) throws IOException {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
