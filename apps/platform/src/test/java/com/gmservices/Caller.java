package com.gmservices;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at a business: calls the API with a token and opens pages with a session, over real HTTP. */
final class Caller {

    static final String PASSWORD = "correct horse battery";

    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final String base;
    private final String slug;
    private String bearer = "";

    Caller(int port, String slug) {
        this.base = "http://localhost:" + port;
        this.slug = slug;
    }

    Caller signedIn(String email) {
        JsonNode tokens = post("/auth/login", """
                {"email": "%s", "password": "%s"}""".formatted(email, PASSWORD));
        bearer = "Bearer " + tokens.get("access_token").asString();
        String page = "/t/%s/sign-in".formatted(slug);
        Matcher token = TOKEN.matcher(open(page, "sign-in").body());
        if (!token.find()) {
            throw new AssertionError("No form to sign in with");
        }
        String form =
                "email=%s&password=%s&_csrf=%s".formatted(encode(email), encode(PASSWORD), encode(token.group(1)));
        var answer = send(HttpRequest.newBuilder(URI.create(base + page))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
        if (answer.statusCode() / 100 != 3) {
            throw new AssertionError(email + " cannot sign in: " + answer.statusCode());
        }
        return this;
    }

    JsonNode get(String path) {
        return json(api(path).GET());
    }

    JsonNode post(String path, String body) {
        return json(api(path).POST(BodyPublishers.ofString(body)));
    }

    HttpResponse<String> open(String path, String call) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).header(StatementCount.HEADER, call));
    }

    private HttpRequest.Builder api(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + "/api/v1" + path))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString());
        if (!path.equals("/tenants")) {
            request.header("X-Tenant", slug);
        }
        return bearer.isEmpty() ? request : request.header("Authorization", bearer);
    }

    private JsonNode json(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request);
        if (answer.statusCode() / 100 != 2) {
            throw new AssertionError("%s: %d %s".formatted(answer.uri(), answer.statusCode(), answer.body()));
        }
        return JSON.readTree(answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
