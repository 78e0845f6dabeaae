package com.gmservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Something that calls the API, and what it sends along with each call. */
record Program(String base, Map<String, String> headers) {

    static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static Program at(int port) {
        return new Program("http://localhost:" + port, Map.of());
    }

    static JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    Program with(String header, String value) {
        var more = new HashMap<>(headers);
        more.put(header, value);
        return new Program(base, Map.copyOf(more));
    }

    Program inside(String slug) {
        return with("X-Tenant", slug);
    }

    /** With a token for the business that it named before, or for none. */
    Program signedIn(String email) {
        JsonNode tokens = done("POST", "/api/v1/auth/login", Map.of("email", email, "password", Business.PASSWORD));
        String token = tokens.path("access_token").asString();
        return new Program(base, Map.of("Authorization", "Bearer " + token));
    }

    HttpResponse<String> call(String method, String path, @Nullable Object body) {
        return send(method, path, publisher(body));
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(base + path)).method(method, body);
        headers.forEach(request::setHeader);
        if (!headers.containsKey("Content-Type")) {
            request.setHeader("Content-Type", "application/json");
        }
        try {
            return CLIENT.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + path, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** For calls that must succeed. */
    JsonNode done(String method, String path, @Nullable Object body) {
        HttpResponse<String> answer = call(method, path, body);
        assertThat(answer.statusCode())
                .as("%s %s: %s", method, path, answer.body())
                .isBetween(200, 299);
        return answer.body().isEmpty() ? JSON.nullNode() : json(answer);
    }

    private static BodyPublisher publisher(@Nullable Object body) {
        if (body == null) {
            return BodyPublishers.noBody();
        }
        return BodyPublishers.ofString(body instanceof String text ? text : JSON.writeValueAsString(body));
    }
}
