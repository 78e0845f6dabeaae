package com.gmservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "gm.env=development",
            "gm.demo=false",
            "management.server.port=0",
            "gm.rate-limits=on",
            "gm.plan.calls-burst=5",
            // Where Boot, left to itself, believes any proxy.
            "spring.main.cloud-platform=kubernetes",
            "gm.address-limit.burst=40"
        })
class RateLimitTests {

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        return http.send((headers.length == 0 ? request : request.headers(headers)).build(), BodyHandlers.ofString());
    }

    /** Both limits in one, for all calls of this test come from one network. */
    @Test
    void whoCallsTooOftenIsToldToWait() throws Exception {
        HttpResponse<String> first = get("/api/v1/service-types");
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(first.headers().firstValue("RateLimit-Policy"))
                .hasValue("\"minute\";q=100;w=60, \"hour\";q=1000;w=3600");
        assertThat(first.headers().firstValue("RateLimit").orElseThrow()).startsWith("\"minute\";r=4;t=1, ");

        HttpResponse<String> refused = refused("/api/v1/service-types");
        assertThat(refused.body()).contains("\"title\":\"Rate limit exceeded\"", "\"code\":\"rate-limit-exceeded\"");
        assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(get("/").statusCode()).isEqualTo(200);

        HttpResponse<String> page = refused("/");
        assertThat(page.headers().firstValue("Retry-After")).isPresent();
        assertThat(page.body()).contains("<html", "Too many calls");
        assertThat(get("/ready").statusCode()).isEqualTo(200);
        assertThatNobodyIsBelieved();
    }

    /** No proxy is named here, so nobody says for whom they ask, nor that it was over TLS. */
    private void assertThatNobodyIsBelieved() throws Exception {
        for (String header : List.of("X-Forwarded-For", "X-Real-IP", "X-Client-IP", "True-Client-IP")) {
            refused("/", header, "203.0.113.7");
        }
        HttpResponse<String> answer = refused(
                "/", "Forwarded", "for=203.0.113.7;proto=https;host=evil.example", "X-Forwarded-Proto", "https");
        assertThat(answer.headers().map()).doesNotContainKey("strict-transport-security");
    }

    /** Within few calls once others were refused: whoever is taken for somebody new has some hundred left. */
    private HttpResponse<String> refused(String path, String... headers) throws Exception {
        List<HttpResponse<String>> answers = new ArrayList<>();
        int most = headers.length == 0 ? 200 : 5;
        do {
            answers.add(get(path, headers));
        } while (answers.getLast().statusCode() == 200 && answers.size() < most);
        assertThat(answers.getLast().statusCode()).isEqualTo(429);
        return answers.getLast();
    }
}
