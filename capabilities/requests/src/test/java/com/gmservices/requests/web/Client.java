package com.gmservices.requests.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A browser without JavaScript or a program: keeps cookies, follows no redirect. */
final class Client {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String base;
    private final String[] headers;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** @param base what every path begins with */
    Client(String base, String... headers) {
        this.base = base;
        this.headers = headers;
    }

    record Answer(int status, String text, HttpResponse<String> raw) {

        JsonNode json() {
            return JSON.readTree(text);
        }

        String at(String pointer) {
            return json().at(pointer).asString();
        }

        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }
    }

    Answer get(String path, String... more) {
        HttpRequest.Builder request = request(path);
        return send(more.length == 0 ? request : request.headers(more));
    }

    Answer post(String path, String json) {
        return send(request(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(json)));
    }

    Answer patch(String path, int revision, String json) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", "\"%d\"".formatted(revision))
                .method("PATCH", BodyPublishers.ofString(json)));
    }

    /** Opens the page and sends its form with these names and values in turn. */
    Answer submit(String page, String action, String... fields) {
        Matcher token = TOKEN.matcher(get(page).text());
        if (!token.find()) {
            throw new AssertionError("No form on " + page);
        }
        var form = new StringBuilder("_csrf=").append(encode(token.group(1)));
        for (int at = 0; at < fields.length; at += 2) {
            form.append('&').append(encode(fields[at])).append('=').append(encode(fields[at + 1]));
        }
        return send(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString())));
    }

    /** @param mark of what was heard last; empty for nothing */
    HttpResponse<InputStream> listen(String path, String mark) {
        HttpRequest.Builder request = request(path);
        if (!mark.isEmpty()) {
            request.header("Last-Event-ID", mark);
        }
        try {
            return HTTP.send(request.build(), BodyHandlers.ofInputStream());
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request;
    }

    private Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("set-cookie").forEach(this::keep);
            return new Answer(response.statusCode(), response.body(), response);
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.substring(0, cookie.indexOf(';')).split("=", 2);
        if (pair[1].isEmpty()) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
