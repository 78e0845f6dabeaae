package com.gmservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The test stands for a proxy on the same machine that speaks TLS to the world. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "gm.env=development",
            "gm.demo=false",
            "management.server.port=0",
            "gm.trusted-proxies=127.0.0.1, ::1",
            "gm.rate-limits=off",
            "gm.plan.calls-burst=2"
        })
class ProxyTests {

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();

    private HttpResponse<String> get(String path, String... headers) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return http.send(request.headers(headers).build(), BodyHandlers.ofString());
    }

    @Test
    void whatWasAskedOverTlsIsAnsweredAsSuch() throws Exception {
        HttpHeaders answer = get("/sign-in", "X-Forwarded-Proto", "https", "X-Forwarded-For", "203.0.113.7")
                .headers();

        assertThat(answer.firstValue("Strict-Transport-Security")).isPresent();
        assertThat(answer.allValues("Set-Cookie"))
                .isNotEmpty()
                .allMatch(cookie -> cookie.startsWith("__Host-") && cookie.contains("Secure"));
    }

    /** Limits are off for this machine, and the proxy's clients are not on it. */
    @Test
    void limitsHoldForWhoeverIsBehindTheProxy() throws Exception {
        String[] there = {"X-Forwarded-For", "203.0.113.8", "X-Forwarded-Proto", "https"};
        String[] elsewhere = {"X-Forwarded-For", "203.0.113.9", "X-Forwarded-Proto", "https"};
        while (get("/api/v1/service-types", there).statusCode() == 200) {
            // Until the burst is used up.
        }

        HttpResponse<String> refused = get("/api/v1/service-types", there);
        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(refused.headers().map())
                .containsKeys("content-security-policy", "x-content-type-options", "strict-transport-security");
        assertThat(get("/api/v1/service-types", elsewhere).statusCode()).isEqualTo(200);

        // What the caller has written stands before what the proxy adds.
        String[] forged = {"X-Forwarded-For", "198.51.100.1, 203.0.113.8", "X-Forwarded-Proto", "https"};
        assertThat(get("/api/v1/service-types", forged).statusCode()).isEqualTo(429);
        String[] named = {"X-Forwarded-For", "unknown", "X-Forwarded-Proto", "https"};
        assertThat(get("/api/v1/service-types", named).statusCode()).isEqualTo(200);
    }

    /** The address of the site is said by its operator alone. */
    @Test
    void nobodySaysUnderWhichNameItIsReached() throws Exception {
        HttpResponse<String> answer = get(
                "/me", "X-Forwarded-Host", "evil.example", "X-Forwarded-Prefix", "/evil", "X-Forwarded-Port", "8443");

        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in?next=%2Fme");
        assertThat(get("/sign-in", "X-Forwarded-Host", "evil.example").body()).doesNotContain("evil");
    }
}
