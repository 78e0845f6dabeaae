import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks for services at a steady rate and receives what webhooks tell of them: at {@code /fast} at once, at {@code /hang}
 * never. Prints how long asking took, how many messages came in a second, and how long after the event.
 *
 * <p>java bench/src/Webhooks.java PORT URL SLUG TOKEN BODY RATE SECONDS RECEIVERS
 */
final class Webhooks {

    private static final Pattern TIMESTAMP = Pattern.compile("\"timestamp\":\"([^\"]+)\"");

    private final List<Long> asked = new CopyOnWriteArrayList<>();
    private final List<Long> told = Collections.synchronizedList(new ArrayList<>());
    private final Set<String> ids = ConcurrentHashMap.newKeySet();
    private final AtomicInteger refused = new AtomicInteger();
    private final CountDownLatch never = new CountDownLatch(1);

    public static void main(String[] arguments) throws Exception {
        new Webhooks().run(arguments);
    }

    private void run(String[] arguments) throws Exception {
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Integer.parseInt(arguments[0])), 1_000);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/fast", this::take);
        server.createContext("/hang", exchange -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                exchange.close();
            }
        });
        server.start();
        int rate = Integer.parseInt(arguments[5]);
        int seconds = Integer.parseInt(arguments[6]);
        int receivers = Integer.parseInt(arguments[7]);
        String body = Files.readString(Path.of(arguments[4]));
        Instant start = Instant.now();
        ask(arguments, body, rate, seconds);
        Instant end = Instant.now();
        int expected = asked.size() * receivers;
        while (told.size() < expected && Instant.now().isBefore(end.plusSeconds(20))) {
            Thread.sleep(20);
        }
        Instant last = Instant.now();
        System.out.printf(
                "result asked %.0f/s p50 %.1f p99 %.1f ms, refused %d; told %d of %d, %.0f/s, p50 %.0f p99 %.0f ms after%n",
                asked.size() * 1000.0 / Duration.between(start, end).toMillis(),
                percentile(asked, 50) / 1000.0,
                percentile(asked, 99) / 1000.0,
                refused.get(),
                told.size(),
                expected,
                told.size() * 1000.0 / Duration.between(start, last).toMillis(),
                (double) percentile(told, 50),
                (double) percentile(told, 99));
        System.exit(0);
    }

    private void ask(String[] arguments, String body, int rate, int seconds) throws Exception {
        var client = HttpClient.newHttpClient();
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        long pause = 1_000_000_000L / rate;
        long next = System.nanoTime();
        for (int n = 0; n < rate * seconds; n++) {
            var request = HttpRequest.newBuilder(URI.create(arguments[1] + "/api/v1/service-requests"))
                    .header("X-Tenant", arguments[2])
                    .header("Authorization", "Bearer " + arguments[3])
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(body.replace("CAR", "B-" + n % 200)))
                    .build();
            threads.submit(() -> {
                long begun = System.nanoTime();
                int status = client.send(request, BodyHandlers.discarding()).statusCode();
                asked.add((System.nanoTime() - begun) / 1000);
                return status == 201 ? 0 : refused.incrementAndGet();
            });
            next += pause;
            Thread.sleep(Math.max(0, (next - System.nanoTime()) / 1_000_000));
        }
        threads.close();
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String id = exchange.getRequestHeaders().getFirst("webhook-id") + exchange.getRequestURI();
        Matcher timestamp = TIMESTAMP.matcher(body);
        if (ids.add(id) && timestamp.find()) {
            told.add(Duration.between(Instant.parse(timestamp.group(1)), Instant.now())
                    .toMillis());
        }
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }

    private static long percentile(List<Long> values, int percent) {
        List<Long> sorted = values.stream().sorted().toList();
        return sorted.isEmpty() ? 0 : sorted.get(Math.min(sorted.size() - 1, sorted.size() * percent / 100));
    }
}
