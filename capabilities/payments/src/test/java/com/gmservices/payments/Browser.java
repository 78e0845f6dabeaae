package com.gmservices.payments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
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

/** A browser without JavaScript, at one business: keeps cookies, sends forms as they stand, follows no redirect. */
final class Browser {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final Pattern HIDDEN = Pattern.compile("<input type=\"hidden\" name=\"(\\w+)\" value=\"([^\"]*)\"");

    private final String base;
    private final Map<String, String> cookies = new LinkedHashMap<>();

    /** @param base address of the business's pages, without a slash at its end */
    Browser(String base) {
        this.base = base;
    }

    HttpResponse<String> get(String path, String... headers) {
        var request = request(path);
        return send(
                headers.length == 0 ? request.GET() : request.headers(headers).GET());
    }

    /** What a form carries unseen. */
    Map<String, String> hidden(String page) {
        var fields = new LinkedHashMap<String, String>();
        Matcher field = HIDDEN.matcher(get(page).body());
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        return fields;
    }

    HttpResponse<String> post(String path, Map<String, String> hidden, String name, String value) {
        var fields = new LinkedHashMap<>(hidden);
        fields.put(name, value);
        return post(path, fields);
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        String form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    /** Where an answer leads to, within the business. */
    String next(HttpResponse<String> answer) {
        String location = answer.headers().firstValue("location").orElseThrow();
        return location.substring(
                location.indexOf("/t/") + base.substring(base.indexOf("/t/")).length());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path))
                .header(
                        "Cookie",
                        cookies.entrySet().stream()
                                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                                .collect(Collectors.joining("; ")));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response = CLIENT.send(request.build(), BodyHandlers.ofString());
            response.headers().allValues("set-cookie").forEach(this::keep);
            return response;
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
