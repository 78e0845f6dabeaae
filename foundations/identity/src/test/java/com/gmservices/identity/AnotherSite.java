package com.gmservices.identity;

import static com.gmservices.identity.Program.PASSWORD;
import static com.gmservices.identity.Program.anySlug;
import static com.gmservices.identity.Program.anyone;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Another site at which people have accounts, and what they do to come here from there. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "gm.base-url=https://gm.example",
            "gm.sign-in.google.client-id=gm",
            "gm.sign-in.google.client-secret=secret",
            "gm.sign-in.linkedin.client-id=gm",
            "gm.sign-in.linkedin.client-secret=secret",
            "gm.sign-in.github.client-id=gm",
            "gm.sign-in.github.client-secret=secret"
        })
abstract class AnotherSite {

    static final AuthorizationServer GOOGLE = new AuthorizationServer();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Autowired
    Post post;

    @Autowired
    JdbcClient jdbc;

    final String grace = UUID.randomUUID().toString();
    final String address = anyone();

    @DynamicPropertySource
    static void issuer(DynamicPropertyRegistry properties) {
        properties.add("gm.sign-in.google.issuer", GOOGLE::issuer);
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("location").orElse("nowhere, status " + answer.statusCode());
    }

    /** By the button on the page of sign-in, or on the profile of whoever has signed in. */
    String setOut(Visitor visitor, String provider) {
        String page = visitor.get("/me").statusCode() == 200 ? "/me" : "/sign-in";
        return location(visitor.fill(page, "/sign-in/providers/" + provider, Map.of()));
    }

    /** From our page to the other site, which sends the browser back with a code. */
    String wayBack(Visitor visitor, String person) {
        URI there = URI.create(setOut(visitor, "google"));
        try {
            var answer = CLIENT.send(
                    HttpRequest.newBuilder(there)
                            .header(AuthorizationServer.PERSON, person)
                            .header("Accept", "text/html")
                            .build(),
                    BodyHandlers.ofString());
            URI back = URI.create(location(answer));
            assertThat(back.toString()).startsWith(AuthorizationServer.RETURN);
            return back.getRawPath() + "?" + back.getRawQuery();
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    String comeBack(Visitor visitor, String person) {
        return location(visitor.get(wayBack(visitor, person)));
    }

    void register(String email) {
        Program.at(port).signUp(anySlug(), email, PASSWORD);
    }

    void verify(String email) {
        String link = post.linkTo(email, "identity.mail.address");
        Program.at(port).post("/auth/verify-email", Map.of("token", link.substring(link.lastIndexOf('/') + 1)));
    }

    static String whoIs(Visitor visitor) {
        return visitor.get("/rooms/hall").body();
    }
}
