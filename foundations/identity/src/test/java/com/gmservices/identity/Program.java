package com.gmservices.identity;

import com.gmservices.tenancy.IdentityId;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the API for somebody. */
final class Program {

    static final String PASSWORD = "correct horse battery";
    private static final JsonMapper JSON = new JsonMapper();

    private final int port;
    private final @Nullable String tenant;
    private final @Nullable String token;

    private Program(int port, @Nullable String tenant, @Nullable String token) {
        this.port = port;
        this.tenant = tenant;
        this.token = token;
    }

    static Program at(int port) {
        return new Program(port, null, null);
    }

    Program naming(@Nullable String slug) {
        return new Program(port, slug, token);
    }

    Program with(@Nullable String accessToken) {
        return new Program(port, tenant, accessToken);
    }

    static String anyone() {
        return "p" + UUID.randomUUID().toString().substring(24) + "@example.com";
    }

    static String anySlug() {
        return "b" + UUID.randomUUID().toString().substring(24);
    }

    static IdentityId identityOf(JdbcClient jdbc, String email) {
        return jdbc.sql("select id from identity.identity where email = ?")
                .param(email)
                .query((row, index) -> new IdentityId(row.getObject("id", UUID.class)))
                .single();
    }

    record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        String text(String pointer) {
            return body.at(pointer).asString();
        }
    }

    Answer get(String path) {
        return answer(new Visitor(port).get("/api/v1" + path, headers()));
    }

    Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    Answer send(String method, String path, Object body, String... more) {
        List<String> headers = new ArrayList<>(List.of(headers()));
        headers.addAll(List.of(more));
        return answer(new Visitor(port)
                .json(method, "/api/v1" + path, JSON.writeValueAsString(body), headers.toArray(String[]::new)));
    }

    /** Signs a business up, with an owner of that address. */
    Answer signUp(String slug, String owner, String password) {
        return post(
                "/tenants",
                Map.of(
                        "slug",
                        slug,
                        "name",
                        "Harbour Garage",
                        "time_zone",
                        "Europe/London",
                        "currency",
                        "GBP",
                        "domains",
                        List.of("automotive"),
                        "owner",
                        Map.of("email", owner, "password", password, "first_name", "Ada", "last_name", "King")));
    }

    Answer register(String email, String password) {
        return post(
                "/auth/register",
                Map.of("email", email, "password", password, "first_name", "Mia", "last_name", "Okafor"));
    }

    Answer login(String email, String password) {
        return post("/auth/login", Map.of("email", email, "password", password));
    }

    Answer refresh(String refreshToken) {
        return post("/auth/refresh", Map.of("refresh_token", refreshToken));
    }

    /** Signed in, for the tenant that was named. */
    Program as(String email) {
        return with(login(email, PASSWORD).text("/access_token"));
    }

    private String[] headers() {
        List<String> headers = new ArrayList<>(List.of("Accept", "application/json"));
        if (tenant != null) {
            headers.addAll(List.of("X-Tenant", tenant));
        }
        if (token != null) {
            headers.addAll(List.of("Authorization", "Bearer " + token));
        }
        return headers.toArray(String[]::new);
    }

    private static Answer answer(HttpResponse<String> response) {
        String body = response.body();
        boolean json = body.startsWith("{");
        return new Answer(response.statusCode(), JSON.readTree(json ? body : "{}"), response);
    }
}
