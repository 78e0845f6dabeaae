package com.gmservices.identity;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.security.config.oauth2.client.CommonOAuth2Provider;
import org.springframework.security.oauth2.client.userinfo.OAuth2UserRequest;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AccessToken.TokenType;
import org.springframework.security.oauth2.core.user.OAuth2User;

class GithubUsersTests {

    private HttpServer github;

    @BeforeEach
    void open() throws IOException {
        github = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/user", "{\"id\": 42, \"name\": \"Grace Hopper\", \"email\": \"claimed@example.com\"}");
        github.start();
    }

    @AfterEach
    void close() {
        github.stop(0);
    }

    private void answer(String path, String json) {
        github.createContext(path, call -> {
            boolean known = "Bearer secret".equals(call.getRequestHeaders().getFirst("Authorization"));
            call.getResponseHeaders().add("Content-Type", "application/json");
            call.sendResponseHeaders(known ? 200 : 401, 0);
            try (var body = call.getResponseBody()) {
                body.write(json.getBytes(UTF_8));
            }
        });
    }

    private OAuth2User load() {
        Instant now = Instant.now();
        return new GithubUsers()
                .loadUser(new OAuth2UserRequest(
                        CommonOAuth2Provider.GITHUB
                                .getBuilder("github")
                                .clientId("gm")
                                .clientSecret("secret")
                                .userInfoUri("http://localhost:"
                                        + github.getAddress().getPort() + "/user")
                                .build(),
                        new OAuth2AccessToken(TokenType.BEARER, "secret", now, now.plusSeconds(60))));
    }

    @Test
    void theirPrimaryAddressCountsIfItIsProven() {
        answer("/user/emails", """
                [{"email": "old@example.com", "primary": false, "verified": true, "visibility": null},
                 {"email": "grace@example.com", "primary": true, "verified": true, "visibility": "private"}]
                """);

        assertThat(load().getName()).isEqualTo("42");
        assertThat(load().getAttributes())
                .containsEntry("email", "grace@example.com")
                .containsEntry("email_verified", true);
    }

    @Test
    void anAddressThatIsOnlyClaimedIsNone() {
        answer("/user/emails", "[{\"email\": \"grace@example.com\", \"primary\": true, \"verified\": false}]");

        assertThat(load().getAttributes()).doesNotContainKeys("email", "email_verified");
    }
}
