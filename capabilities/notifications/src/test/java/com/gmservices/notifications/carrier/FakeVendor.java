package com.gmservices.notifications.carrier;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A vendor on this machine, as strict as its rules are, and in whatever mood a test wants. */
public final class FakeVendor implements AutoCloseable {

    private final HttpServer server;
    private final Function<Request, Answer> rules;
    private final List<Request> taken = new CopyOnWriteArrayList<>();
    private volatile @Nullable Answer instead;
    private final AtomicInteger asked = new AtomicInteger();
    private volatile boolean isSilent;

    /** @param headers with names in lower case */
    public record Request(String method, URI uri, Map<String, String> headers, byte[] body) {

        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }

        public String header(String name) {
            return headers.getOrDefault(name, "");
        }

        public Map<String, String> form() {
            return fields(text());
        }

        public Map<String, String> query() {
            return fields(uri.getRawQuery() == null ? "" : uri.getRawQuery());
        }

        private static Map<String, String> fields(String form) {
            var fields = new LinkedHashMap<String, String>();
            for (String pair : form.split("&", -1)) {
                int at = pair.indexOf('=');
                if (at > 0) {
                    fields.put(decoded(pair.substring(0, at)), decoded(pair.substring(at + 1)));
                }
            }
            return fields;
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }

    public record Answer(int status, Map<String, String> headers, String body) {

        public static Answer json(int status, String body) {
            return new Answer(status, Map.of("Content-Type", "application/json"), body);
        }

        boolean isGood() {
            return status < 300;
        }
    }

    public FakeVendor(Function<Request, Answer> rules) {
        this.rules = rules;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::answer);
        server.start();
    }

    public int asked() {
        return asked.get();
    }

    public String url() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    public List<Request> taken() {
        return taken;
    }

    public FakeVendor well() {
        instead = null;
        isSilent = false;
        return this;
    }

    public FakeVendor answering(Answer answer) {
        well();
        instead = answer;
        return this;
    }

    /** Hangs up on whoever asks, having read it all. */
    public FakeVendor silent() {
        isSilent = true;
        return this;
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.incrementAndGet();
        var headers = new TreeMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        var request = new Request(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                headers,
                exchange.getRequestBody().readAllBytes());
        if (isSilent) {
            exchange.close();
            return;
        }
        Answer fixed = instead;
        Answer answer = fixed == null ? rules.apply(request) : fixed;
        if (fixed == null && answer.isGood() && !request.method().equals("GET")) {
            taken.add(request);
        }
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
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
