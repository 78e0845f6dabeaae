package com.gmservices.payments.stripe;

import com.stripe.Stripe;
import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpClient;
import com.stripe.net.HttpHeaders;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Carries what Stripe's SDK has put together. Its own client rests on HttpURLConnection, which sends a POST a second time
 * by itself when a kept connection breaks, so that a refused second one would pass for a first one that never arrived;
 * it also tells Stripe about this machine, from a file in its user's home.
 */
final class StripeWire extends HttpClient {

    private static final String AGENT = "Stripe/v1 JavaBindings/%s GM-Services".formatted(Stripe.VERSION);

    /** Ids and times of earlier calls. */
    private static final String TELEMETRY = "X-Stripe-Client-Telemetry";

    private final java.net.http.HttpClient client;
    private final StripeSettings settings;

    StripeWire(StripeSettings settings) {
        this.settings = settings;
        this.client = java.net.http.HttpClient.newBuilder()
                .connectTimeout(settings.connect())
                .followRedirects(java.net.http.HttpClient.Redirect.NEVER)
                .version(java.net.http.HttpClient.Version.HTTP_1_1)
                .build();
    }

    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        CompletableFuture<HttpResponse<String>> call = client.sendAsync(toHttp(request), BodyHandlers.ofString());
        try {
            HttpResponse<String> answer = call.get(settings.answer().toMillis(), TimeUnit.MILLISECONDS);
            return new StripeResponse(
                    answer.statusCode(), HttpHeaders.of(answer.headers().map()), answer.body());
        } catch (ExecutionException e) {
            throw new ApiConnectionException("The call to Stripe broke off", e.getCause());
        } catch (TimeoutException e) {
            call.cancel(true);
            throw new ApiConnectionException("Stripe did not answer in time", e);
        } catch (InterruptedException e) {
            call.cancel(true);
            Thread.currentThread().interrupt();
            throw new ApiConnectionException("Nobody waits for Stripe any more", e);
        }
    }

    private static HttpRequest toHttp(StripeRequest request) {
        var http = HttpRequest.newBuilder(URI.create(request.url().toString()))
                .method(request.method().name(), body(request))
                .header("User-Agent", AGENT);
        request.headers().map().forEach((name, values) -> {
            if (!name.equalsIgnoreCase(TELEMETRY)) {
                values.forEach(value -> http.header(name, value));
            }
        });
        if (request.content() != null) {
            http.header("Content-Type", request.content().contentType());
        }
        return http.build();
    }

    private static BodyPublisher body(StripeRequest request) {
        return request.content() == null
                ? BodyPublishers.noBody()
                : BodyPublishers.ofByteArray(request.content().byteArrayContent());
    }
}
