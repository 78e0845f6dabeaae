package com.gmservices.notifications.carrier;

import com.gmservices.notifications.carrier.Outcome.NotTaken;
import com.gmservices.notifications.carrier.Outcome.Unknown;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** What carriers that are asked by HTTP have in common: which answers mean that they have a message, and which not. */
public final class HttpAnswers {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;

    private final Clock clock;

    public HttpAnswers(Clock clock) {
        this.clock = clock;
    }

    /** An answer is an answer, whatever its status. */
    public static <T> T client(Class<T> type, RestClient.Builder builder) {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build());
        requests.setReadTimeout(ANSWER);
        RestClient client = builder.requestFactory(requests)
                .defaultStatusHandler(HttpStatusCode::isError, (request, answer) -> {})
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(type);
    }

    /** @param read makes sense of answers from 200 to 499 that are neither about our haste nor about our key */
    public Outcome to(Supplier<ResponseEntity<String>> call, Function<ResponseEntity<String>, Outcome> read) {
        ResponseEntity<String> answer;
        try {
            answer = call.get();
        } catch (ResourceAccessException e) {
            return isBeforeItWasSent(e)
                    ? new NotTaken(String.valueOf(e.getMessage()))
                    : new Unknown(String.valueOf(e.getMessage()));
        } catch (RestClientException e) {
            return new Unknown(String.valueOf(e.getMessage()));
        }
        int status = answer.getStatusCode().value();
        String said = "%d %s".formatted(status, answer.getBody() == null ? "" : answer.getBody());
        if (status == TOO_MANY || status == UNAVAILABLE) {
            return new NotTaken(said, retryAfter(answer.getHeaders().getFirst("Retry-After")));
        }
        if (status == 401 || status == 403) {
            return new NotTaken(said);
        }
        return status >= 500 || status < 200 ? new Unknown(said) : read.apply(answer);
    }

    private static boolean isBeforeItWasSent(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnknownHostException
                    || cause instanceof javax.net.ssl.SSLHandshakeException) {
                return true;
            }
        }
        return false;
    }

    /** Seconds, or a date (RFC 9110 10.2.3); at most a day. */
    @Nullable
    Duration retryAfter(@Nullable String header) {
        if (header == null) {
            return null;
        }
        Duration asked = header.strip().matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(header.strip()))
                : untilDate(header.strip());
        return asked == null || asked.isNegative() ? null : shorter(asked, Duration.ofDays(1));
    }

    private @Nullable Duration untilDate(String date) {
        try {
            return Duration.between(
                    clock.instant(),
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }
}
