package com.gmservices.payments.vendor;

import com.gmservices.payments.vendor.Answer.NotTaken;
import com.gmservices.payments.vendor.Answer.Said;
import com.gmservices.payments.vendor.Answer.Silence;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.BufferingClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks a vendor once, without following it elsewhere, and not for long. */
public final class Asking {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final int TOO_MANY = 429;

    private final JsonMapper json;

    public Asking(JsonMapper json) {
        this.json = json;
    }

    public static <T> T client(Class<T> type, URI base) {
        return client(type, base, ANSWER);
    }

    static <T> T client(Class<T> type, URI base, Duration answer) {
        var requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .connectTimeout(CONNECT)
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build());
        requests.setReadTimeout(answer);
        RestClient client = RestClient.builder()
                .baseUrl(base.toString())
                // With a length and not in chunks, which not every firewall before a vendor lets through.
                .requestFactory(new BufferingClientHttpRequestFactory(requests))
                .defaultStatusHandler(HttpStatusCode::isError, (request, said) -> {})
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build()
                .createClient(type);
    }

    /** What is said of a failure holds no address and no body: both may tell of people, or be secret. */
    public Answer ask(Supplier<ResponseEntity<byte[]>> call) {
        try {
            return read(call.get());
        } catch (ResourceAccessException e) {
            String why = e.getMostSpecificCause().getClass().getSimpleName();
            return isBeforeItWasSent(e) ? new NotTaken(why) : new Silence(why);
        } catch (RestClientException e) {
            return new Silence(e.getMostSpecificCause().getClass().getSimpleName());
        }
    }

    private Answer read(ResponseEntity<byte[]> answer) {
        int status = answer.getStatusCode().value();
        if (status == TOO_MANY) {
            return new NotTaken("Too many calls");
        }
        if (status >= 500 || status < 200 || answer.getStatusCode().is3xxRedirection()) {
            return new Silence("Status " + status);
        }
        JsonNode body = body(answer.getBody());
        if (body == null) {
            return status < 300 ? new Silence("Not JSON") : new Said(status, json.createObjectNode());
        }
        return new Said(status, body);
    }

    private @Nullable JsonNode body(byte @Nullable [] bytes) {
        if (bytes == null || bytes.length == 0) {
            return json.createObjectNode();
        }
        try {
            return json.readTree(bytes);
        } catch (JacksonException e) {
            return null;
        }
    }

    /** Whether it broke off with nothing said: the vendor cannot have taken it up. */
    public static boolean isBeforeItWasSent(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof UnknownHostException
                    || cause instanceof SSLHandshakeException) {
                return true;
            }
        }
        return false;
    }
}
