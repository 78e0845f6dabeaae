package com.gmservices.payments.vendor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.payments.vendor.Answer.NotTaken;
import com.gmservices.payments.vendor.Answer.Said;
import com.gmservices.payments.vendor.Answer.Silence;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.service.annotation.PostExchange;
import tools.jackson.databind.json.JsonMapper;

class AskingTests {

    private final CountDownLatch closing = new CountDownLatch(1);
    private final AtomicInteger asked = new AtomicInteger();
    private final HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);

    AskingTests() throws IOException {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    interface Vendor {
        @PostExchange("/money")
        ResponseEntity<byte[]> take();
    }

    @AfterEach
    void close() {
        closing.countDown();
        server.stop(0);
    }

    @ParameterizedTest
    @CsvSource({
        "200, '{\"id\": 1}', Said",
        "204, '', Said",
        "422, '{\"id\": 1}', Said",
        "404, <html>, Said",
        "200, <html>, Silence",
        "500, '{\"id\": 1}', Silence",
        "503, '', Silence",
        "429, '', NotTaken"
    })
    void tellsAnswersFromSilence(int status, String body, String kind) {
        assertThat(ask(exchange -> answer(exchange, status, body)).getClass().getSimpleName())
                .isEqualTo(kind);
    }

    @Test
    void followsNobodyElsewhere() {
        Answer answer = ask(exchange -> {
            exchange.getResponseHeaders().set("Location", "/money");
            answer(exchange, 307, "");
        });

        assertThat(answer).isInstanceOf(Silence.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    void doesNotAskTwiceWhenSomebodyHangsUp() {
        assertThat(ask(HttpExchange::close)).isInstanceOf(Silence.class);
        assertThat(asked).hasValue(1);
    }

    @Test
    void doesNotWaitForLong() {
        Duration little = Duration.ofMillis(300);

        assertThat(ask(exchange -> await(), little)).isInstanceOf(Silence.class);
        assertThat(ask(
                        exchange -> {
                            exchange.sendResponseHeaders(200, 100);
                            exchange.getResponseBody().write('{');
                            exchange.getResponseBody().flush();
                            await();
                        },
                        little))
                .isInstanceOf(Silence.class);
    }

    @Test
    void knowsWhenNobodyWasReached() {
        Vendor away = Asking.client(Vendor.class, URI.create("http://localhost:1"));
        Vendor unheardOf = Asking.client(Vendor.class, URI.create("http://nobody.invalid"));

        assertThat(new Asking(JsonMapper.shared()).ask(away::take)).isInstanceOf(NotTaken.class);
        assertThat(new Asking(JsonMapper.shared()).ask(unheardOf::take)).isInstanceOf(NotTaken.class);
    }

    @Test
    void saysNothingOfWhatItHeard() {
        Answer answer = ask(exchange -> answer(exchange, 200, "{\"email\": \"ada@example.com\"}"));

        assertThat(answer).isInstanceOf(Said.class).hasToString("Said 200");
    }

    private Answer ask(HttpHandler handler) {
        return ask(handler, Duration.ofSeconds(20));
    }

    private Answer ask(HttpHandler handler, Duration patience) {
        var context = server.createContext("/money", exchange -> {
            asked.incrementAndGet();
            handler.handle(exchange);
        });
        try {
            URI base = URI.create("http://localhost:" + server.getAddress().getPort());
            Vendor vendor = Asking.client(Vendor.class, base, patience);
            return new Asking(JsonMapper.shared()).ask(vendor::take);
        } finally {
            server.removeContext(context);
        }
    }

    private void await() {
        try {
            closing.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
