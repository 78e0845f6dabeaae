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
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Calls an address that a user gave. The addresses that were checked are the ones connected to (no DNS rebinding);
 * redirects are answers and are not followed (CVE-2026-59410); each call has a connection of its own, little time, and
 * an answer of bounded size, taken as it is sent, so that nothing small unpacks into something large.
 */
@Component
public class Outbound implements AutoCloseable {

    private static final Duration CONNECT = Duration.ofSeconds(3);

    /** Made once, as each reads all the certificates that Java trusts. */
    private static final TlsSocketStrategy TLS = DefaultClientTlsStrategy.createDefault();

    private static final ManagedHttpClientConnectionFactory CONNECTIONS = ManagedHttpClientConnectionFactory.builder()
            .http1Config(Http1Config.custom()
                    .setMaxLineLength(16 * 1024)
                    .setMaxHeaderCount(200)
                    .build())
            .build();

    private final Destinations destinations;
    private final Limits limits;
    private final ScheduledExecutorService deadlines = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("outbound-deadlines").daemon().factory());

    /** @param cut whether of a longer answer the beginning is taken, and not an error made of it */
    record Limits(Duration connect, Duration answer, Duration whole, int bytes, boolean cut) {

        Limits(Duration connect, Duration answer, Duration whole, int bytes) {
            this(connect, answer, whole, bytes, false);
        }
    }

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
        this(destinations, new Limits(CONNECT, Duration.ofSeconds(5), Duration.ofSeconds(10), 256 * 1024));
    }

    Outbound(Destinations destinations, Limits limits) {
        this.destinations = destinations;
        this.limits = limits;
    }

    /**
     * Whether it may be called as things stand.
     *
     * @throws AddressRefused when it may not be called
     * @throws UnknownHostException when nobody knows where it is
     */
    public void check(URI uri) throws UnknownHostException {
        destinations.check(uri);
        destinations.addresses(uri, uri.getHost());
    }

    /**
     * @throws AddressRefused when it may not be called
     * @throws IOException when there was no answer, not in time, or too long a one
     */
    public Answer send(Call call) throws IOException {
        return send(call, limits);
    }

    /**
     * For whoever wants to know that it has arrived: of the answer no more than the first bytes are read.
     *
     * @throws AddressRefused when it may not be called
     * @throws IOException when there was no answer, or not in time
     */
    public Answer send(Call call, Duration patience, int firstBytes) throws IOException {
        return send(call, new Limits(CONNECT, patience, patience, firstBytes, true));
    }

    private Answer send(Call call, Limits within) throws IOException {
        destinations.check(call.uri);
        HttpUriRequestBase request = new HttpUriRequestBase(call.method, call.uri);
        call.headers.forEach(request::setHeader);
        if (call.body.length > 0) {
            request.setEntity(new ByteArrayEntity(call.body, null));
        }
        ScheduledFuture<?> deadline =
                deadlines.schedule(request::cancel, within.whole.toMillis(), TimeUnit.MILLISECONDS);
        var enough = new AtomicReference<@Nullable Answer>();
        try (CloseableHttpClient client = client(call.uri, within)) {
            return client.execute(request, response -> {
                Answer answer = read(response, within);
                if (within.cut) {
                    // Or the client would read the rest, however long, to keep a connection that nobody wants.
                    enough.set(answer);
                    request.cancel();
                }
                return answer;
            });
        } catch (IOException e) {
            Answer answer = enough.get();
            if (answer == null) {
                throw e;
            }
            return answer;
        } finally {
            deadline.cancel(false);
        }
    }

    private CloseableHttpClient client(URI uri, Limits within) {
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Checked(uri))
                .setTlsSocketStrategy(TLS)
                .setConnectionFactory(CONNECTIONS)
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout(within.connect))
                        .setSocketTimeout(timeout(within.answer))
                        .build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setRedirectsEnabled(false)
                        .setResponseTimeout(timeout(within.answer))
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .setUserAgent("GM-Services")
                .build();
    }

    private static Answer read(ClassicHttpResponse response, Limits within) throws IOException {
        Map<String, String> headers = Stream.of(response.getHeaders())
                .collect(Collectors.toMap(
                        header -> header.getName().toLowerCase(Locale.ROOT),
                        Header::getValue,
                        (first, second) -> first));
        byte[] body = response.getEntity() == null ? new byte[0] : body(response, within);
        return new Answer(response.getCode(), headers, body);
    }

    private static byte[] body(ClassicHttpResponse response, Limits within) throws IOException {
        InputStream content = response.getEntity().getContent();
        byte[] bytes = content.readNBytes(within.bytes + (within.cut ? 0 : 1));
        if (bytes.length > within.bytes) {
            throw new IOException("The answer is longer than %d bytes".formatted(within.bytes));
        }
        return bytes;
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
