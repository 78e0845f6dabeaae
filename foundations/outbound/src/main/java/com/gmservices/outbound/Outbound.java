package com.gmservices.outbound;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Calls an address that a user gave. The addresses that were checked are the ones connected to (no DNS rebinding);
 * redirects are answers and are not followed (CVE-2026-59410); each call has a connection of its own, little time, and
 * an answer of bounded size, taken as it is sent, so that nothing small unpacks into something large.
 */
@Component
public class Outbound implements AutoCloseable {

    private final Destinations destinations;
    private final Limits limits;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outbound-deadlines").daemon().factory());

    record Limits(Duration connect, Duration answer, Duration whole, int bytes) {}

    /** @param body empty for none */
    public record Call(String method, URI uri, Map<String, String> headers, byte[] body) {

        public Call {
            headers = Map.copyOf(headers);
        }
    }

    /** @param headers with names in lower case; of several with one name the first */
    public record Answer(int status, Map<String, String> headers, byte[] body) {

        public Answer {
            headers = Map.copyOf(headers);
        }
    }

    @Autowired
    Outbound(Destinations destinations) {
        this(
                destinations,
                new Limits(Duration.ofSeconds(3), Duration.ofSeconds(5), Duration.ofSeconds(10), 256 * 1024));
    }

    Outbound(Destinations destinations, Limits limits) {
        this.destinations = destinations;
        this.limits = limits;
    }

    /**
     * @throws AddressRefused when it may not be called
     * @throws IOException when there was no answer, not in time, or too long a one
     */
    public Answer send(Call call) throws IOException {
        destinations.check(call.uri);
        HttpUriRequestBase request = new HttpUriRequestBase(call.method, call.uri);
        call.headers.forEach(request::setHeader);
        if (call.body.length > 0) {
            request.setEntity(new ByteArrayEntity(call.body, null));
        }
        ScheduledFuture<?> deadline =
                deadlines.schedule(request::cancel, limits.whole.toMillis(), TimeUnit.MILLISECONDS);
        try (CloseableHttpClient client = client(call.uri)) {
            return client.execute(request, this::read);
        } finally {
            deadline.cancel(false);
        }
    }

    private CloseableHttpClient client(URI uri) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Checked(uri))
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(limits.connect))
                        .setSocketTimeout(timeout(limits.answer))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setRedirectsEnabled(false)
                        .setResponseTimeout(timeout(limits.answer))
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("GM-Services")
                .build();
    }

    private Answer read(ClassicHttpResponse response) throws IOException {
        Map<String, String> headers = Stream.of(response.getHeaders())
                .collect(Collectors.toMap(
                        header -> header.getName().toLowerCase(Locale.ROOT),
                        Header::getValue,
                        (first, second) -> first));
        return new Answer(response.getCode(), headers, response.getEntity() == null ? new byte[0] : body(response));
    }

    private byte[] body(ClassicHttpResponse response) throws IOException {
        try (InputStream content = response.getEntity().getContent()) {
            byte[] bytes = content.readNBytes(limits.bytes + 1);
            if (bytes.length > limits.bytes) {
                throw new IOException("The answer is longer than %d bytes".formatted(limits.bytes));
            }
            return bytes;
        }
    }

    private static Timeout timeout(Duration duration) {
        return Timeout.of(duration);
    }

    @Override
    public void close() {
        deadlines.shutdownNow();
    }

    private final class Checked implements DnsResolver {

        private final URI uri;

        private Checked(URI uri) {
            this.uri = uri;
        }

        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            return destinations.addresses(uri, host);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }
}
