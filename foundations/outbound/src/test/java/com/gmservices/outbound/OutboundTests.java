package com.gmservices.outbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.database.CannotStart;
import com.gmservices.outbound.Outbound.Answer;
import com.gmservices.outbound.Outbound.Call;
import com.gmservices.outbound.Outbound.Limits;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundTests {

    private static final Limits SHORT =
            new Limits(Duration.ofMillis(500), Duration.ofMillis(500), Duration.ofMillis(1_000), 1_000);

    private final AtomicInteger calls = new AtomicInteger();
    private HttpServer receiver;
    private int port;

    @BeforeEach
    void start() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        port = receiver.getAddress().getPort();
        on(
                "/",
                exchange -> answer(
                        exchange,
                        200,
                        exchange.getRequestMethod() + " "
                                + new String(exchange.getRequestBody().readAllBytes(), UTF_8)));
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.1.2.3",
                "0.0.0.0",
                "10.0.0.1",
                "100.64.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "198.18.0.1",
                "224.0.0.1",
                "255.255.255.255",
                "2130706433",
                "127.1",
                "0x7f000001",
                "0x7f.0.0.1",
                "0177.0.0.1",
                "017700000001",
                "localhost",
                "[::1]",
                "[::]",
                "[::ffff:127.0.0.1]",
                "[::ffff:7f00:1]",
                "[::127.0.0.1]",
                "[fe80::1]",
                "[fd00:ec2::254]",
                "[fc00::1]",
                "[ff02::1]",
                "[64:ff9b::7f00:1]",
                "[2002:7f00:1::]",
                "[2001:db8::1]"
            })
    void privateAddressesAreNotCalled(String host) {
        assertThatExceptionOfType(UnknownHostException.class)
                .isThrownBy(() -> client("", SHORT).send(get("https://" + host + ":" + port + "/")));
        assertThat(calls).hasValue(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8.8.8.8", "172.15.0.1", "172.32.0.1", "100.128.0.1", "2606:4700::1111", "2a00:1450::1"})
    void publicOnesAre(String address) throws UnknownHostException {
        assertThat(Reachable.isPublic(InetAddress.getByName(address))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com/",
                "ftp://example.com/",
                "file:///etc/passwd",
                "https:/nohost",
                "https://user:secret@example.com/",
                "mailto:ada@example.com"
            })
    void onlyPlainHttpsAddressesAreCalled(String uri) {
        assertThatExceptionOfType(AddressRefused.class)
                .isThrownBy(() -> client("", SHORT).send(get(uri)));
    }

    @Test
    void aNameThatLeadsInsideIsNotCalled() {
        var client = new Outbound(new Destinations("", false, host -> addresses("8.8.8.8", "127.0.0.1")), SHORT);

        assertThatExceptionOfType(AddressRefused.class)
                .isThrownBy(() -> client.send(get("https://rebound.example:" + port + "/")));
        assertThat(calls).hasValue(0);
    }

    @Test
    void theAddressThatWasCheckedIsTheOneConnectedTo() throws IOException {
        var lookUps = new AtomicInteger();
        var destinations = new Destinations("hook.test:" + port, false, host -> {
            return lookUps.incrementAndGet() == 1 ? addresses("127.0.0.1") : addresses("10.0.0.1");
        });
        var client = new Outbound(destinations, SHORT);

        assertThat(client.send(get("http://hook.test:" + port + "/")).status()).isEqualTo(200);
        assertThat(lookUps).hasValue(1);
        assertThatExceptionOfType(AddressRefused.class)
                .isThrownBy(() -> client.send(get("http://hook.test:" + port + "/")));
    }

    @Test
    void aRedirectIsAnAnswer() throws IOException {
        on("/away", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + port + "/secret");
            answer(exchange, 302, "");
        });
        on("/secret", exchange -> answer(exchange, 200, "metadata"));

        Answer answer = here(SHORT).send(get("http://localhost:" + port + "/away"));

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers()).containsKey("location");
        assertThat(calls).hasValue(1);
    }

    @Test
    void developmentMayCallWhatItNames() throws IOException {
        var call = new Call(
                "POST", URI.create("http://localhost:" + port + "/"), Map.of("X-Mark", "7"), "hello".getBytes(UTF_8));

        assertThat(here(SHORT).send(call).body()).asString(UTF_8).isEqualTo("POST hello");
        assertThatExceptionOfType(AddressRefused.class)
                .isThrownBy(() -> here(SHORT).send(get("http://localhost:" + (port + 1) + "/")));
    }

    @Test
    void whatIsNamedHasToBeHere() {
        var client = new Outbound(new Destinations("hook.test:80", false, host -> addresses("10.0.0.1")), SHORT);

        assertThatExceptionOfType(AddressRefused.class).isThrownBy(() -> client.send(get("http://hook.test/")));
    }

    @Test
    void productionNamesNone() {
        assertThatExceptionOfType(CannotStart.class)
                .isThrownBy(() -> new Destinations("localhost:9000", true, InetAddress::getAllByName));
    }

    @Test
    void aLongAnswerIsNotTaken() {
        on("/long", exchange -> answer(exchange, 200, "x".repeat(1_001)));
        on("/fits", exchange -> answer(exchange, 200, "x".repeat(1_000)));

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> here(SHORT).send(get("http://localhost:" + port + "/long")))
                .withMessageContaining("longer than 1000 bytes");
        assertThat(send("/fits").body()).hasSize(1_000);
    }

    @Test
    void ofAnEndlessAnswerTheBeginningCanBeTaken() throws Exception {
        var written = new AtomicLong();
        var left = new CountDownLatch(1);
        on("/endless", exchange -> {
            exchange.sendResponseHeaders(200, 1L << 30);
            try (var out = exchange.getResponseBody()) {
                for (int n = 0; n < 1 << 14; n++) {
                    out.write(new byte[1 << 16]);
                    written.addAndGet(1 << 16);
                }
            } catch (IOException e) {
                left.countDown();
            }
        });

        Answer answer = here(SHORT).send(get("http://localhost:" + port + "/endless"), Duration.ofSeconds(10), 1_000);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).hasSize(1_000);
        assertThat(left.await(5, TimeUnit.SECONDS)).isTrue();
        assertThat(written).hasValueLessThan(64 << 20);
    }

    @Test
    void anAddressCanBeCheckedBeforeItIsCalled() throws IOException {
        here(SHORT).check(URI.create("http://localhost:" + port + "/"));

        assertThatExceptionOfType(AddressRefused.class)
                .isThrownBy(() -> here(SHORT).check(URI.create("https://127.0.0.1/")));
        assertThat(calls).hasValue(0);
    }

    @Test
    void whoeverDripsIsLeftInTime() {
        on("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var out = exchange.getResponseBody()) {
                for (int n = 0; n < 100; n++) {
                    out.write('x');
                    out.flush();
                    Thread.sleep(100);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        long start = System.nanoTime();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> here(SHORT).send(get("http://localhost:" + port + "/drip")));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    }

    private Answer send(String path) {
        try {
            return here(SHORT).send(get("http://localhost:" + port + path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Outbound here(Limits limits) {
        return client("localhost:" + port, limits);
    }

    private static Outbound client(String allowed, Limits limits) {
        return new Outbound(new Destinations(allowed, false, InetAddress::getAllByName), limits);
    }

    private static Call get(String uri) {
        return new Call("GET", URI.create(uri), Map.of(), new byte[0]);
    }

    private static InetAddress[] addresses(String... literals) throws UnknownHostException {
        var addresses = new InetAddress[literals.length];
        for (int n = 0; n < literals.length; n++) {
            addresses[n] = InetAddress.getByName(literals[n]);
        }
        return addresses;
    }

    private void on(String path, HttpHandler handler) {
        receiver.createContext(path, exchange -> {
            calls.incrementAndGet();
            handler.handle(exchange);
        });
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
        exchange.close();
    }
}
