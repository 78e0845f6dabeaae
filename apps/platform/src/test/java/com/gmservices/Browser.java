package com.gmservices;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A browser without JavaScript: keeps cookies, sends forms with their token, follows no redirect by itself. */
final class Browser {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final String base;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private String token = "";

    private Browser(int port) {
        this.base = "http://localhost:" + port;
    }

    /** Of somebody who looks around. */
    static Browser at(int port) {
        var browser = new Browser(port);
        browser.token = browser.tokenOn("/sign-in");
        return browser;
    }

    static Browser signedIn(int port, String email) {
        Browser browser = at(port);
        HttpResponse<String> answer = browser.submit("/sign-in", Map.of("email", email, "password", Business.PASSWORD));
        if (answer.statusCode() != 302) {
            throw new AssertionError("Nobody signed in: " + answer.statusCode());
        }
        browser.token = browser.tokenOn("/me");
        return browser;
    }

    HttpResponse<String> call(Route route, String path) {
        return route.isRead() ? get(path) : submit(path, Map.of());
    }

    HttpResponse<String> get(String path) {
        return send(HttpRequest.newBuilder(URI.create(base + path)).GET());
    }

    HttpResponse<String> submit(String path, Map<String, String> fields) {
        return fillIn(path, single(fields));
    }

    /** As a script does that wants a part of the page only. */
    HttpResponse<String> submitInPlace(String path, Map<String, String> fields) {
        return send(form(path, single(fields)).header("HX-Request", "true"));
    }

    /** A form in which fields may have several values. */
    HttpResponse<String> fillIn(String path, Map<String, List<String>> fields) {
        return send(form(path, fields));
    }

    private static Map<String, List<String>> single(Map<String, String> fields) {
        var all = new LinkedHashMap<String, List<String>>();
        fields.forEach((name, value) -> all.put(name, List.of(value)));
        return all;
    }

    private HttpRequest.Builder form(String path, Map<String, List<String>> fields) {
        String form = Stream.concat(
                        Stream.of("_csrf=" + token),
                        fields.entrySet().stream()
                                .flatMap(field -> field.getValue().stream()
                                        .map(value -> field.getKey() + "=" + URLEncoder.encode(value, UTF_8))))
                .collect(Collectors.joining("&"));
        return HttpRequest.newBuilder(URI.create(base + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form));
    }

    private String tokenOn(String page) {
        Matcher found = TOKEN.matcher(get(page).body());
        if (!found.find()) {
            throw new AssertionError("No form on " + page);
        }
        return found.group(1);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), EndlessAnswers.unread());
            response.headers().allValues("set-cookie").forEach(this::keep);
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(String cookie) {
        String pair = cookie.substring(0, cookie.indexOf(';'));
        int equals = pair.indexOf('=');
        if (equals == pair.length() - 1) {
            cookies.remove(pair.substring(0, equals));
        } else {
            cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }
}
