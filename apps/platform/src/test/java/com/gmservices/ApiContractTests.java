package com.gmservices;

import static com.gmservices.Program.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The API is as it describes itself: when all goes well, when callers err, and when they are impatient. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiContractTests {

    private static final String REQUESTS = "/api/v1/service-requests";
    private static final String PAYMENTS = "/api/v1/payments";
    private static final int IMPATIENT = 50;

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private Business business;
    private Description description;

    @BeforeAll
    void found() {
        business = new Business(port);
        description = Description.of(Program.at(port));
    }

    static Stream<String> types() {
        return Business.TYPES.stream();
    }

    @Test
    void describesEveryRouteInOpenApi31() {
        assertThat(description.document().path("openapi").asString()).startsWith("3.1");
        assertThat(description.operations())
                .containsExactlyInAnyOrderElementsOf(Route.all(mapping).stream()
                        .filter(Route::isApi)
                        .map(Route::toString)
                        .collect(Collectors.toSet()));
    }

    @Test
    void saysOfEveryOperationWhatComesWhenAllIsWell() {
        assertThat(description.operations()).allMatch(description::describesSuccess);
    }

    @Test
    void writesNamesInSnakeCase() {
        assertThat(description.properties()).isNotEmpty().allMatch(name -> name.matches("[a-z][a-z0-9_]*"));
    }

    @Test
    void opensTheDocs() {
        Program browser = Program.at(port);
        HttpResponse<String> door = browser.call("GET", "/api/docs", null);
        assertThat(door.statusCode()).isEqualTo(302);
        HttpResponse<String> page =
                browser.call("GET", door.headers().firstValue("Location").orElseThrow(), null);
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("script-src 'self';", "style-src 'self' 'unsafe-inline'");
        assertThat(page.body()).contains("swagger-ui").doesNotContain("//unpkg", "<script>");
    }

    @ParameterizedTest
    @MethodSource("types")
    void carriesARequestFromTheCatalogueToItsReview(String type) {
        JsonNode placed = checked(business.customer, "POST", REQUESTS, business.request(type));
        String request = REQUESTS + "/" + Business.id(placed);
        assertThat(placed.path("status").asString()).isEqualTo("pending");
        checked(business.staff, "POST", request + "/quote", Business.quote());
        checked(business.customer, "POST", request + "/accept", null);
        JsonNode payment = checked(
                business.customer.with("Idempotency-Key", UUID.randomUUID().toString()),
                "POST",
                PAYMENTS,
                Business.payment(Business.id(placed), "sandbox_ok"));
        assertThat(payment.path("status").asString()).isEqualTo("succeeded");
        checked(business.staff, "POST", request + "/assign", Map.of("provider_id", business.provider));
        checked(
                business.staff,
                "POST",
                request + "/schedule",
                Map.of("starts_at", Business.in(1, ChronoUnit.DAYS), "ends_at", Business.in(2, ChronoUnit.DAYS)));
        checked(business.staff, "POST", request + "/start", null);
        checked(business.staff, "POST", request + "/complete", null);
        checked(business.customer, "POST", request + "/review", Map.of("rating", 5, "comment", "Quick"));

        JsonNode end = checked(business.customer, "GET", request, null);
        assertThat(end.path("status").asString()).isEqualTo("completed");
        assertThat(end.path("review").path("rating").asInt()).isEqualTo(5);
        await().untilAsserted(() -> assertThat(checked(business.customer, "GET", request, null)
                        .path("payment_status")
                        .asString())
                .isEqualTo("paid"));
        await().untilAsserted(() -> assertThat(notices(Business.id(placed))).isGreaterThanOrEqualTo(4));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/me",
                "/me/memberships",
                "/tenant",
                "/tenant/exports",
                "/sites",
                "/members",
                "/roles",
                "/api-keys",
                "/me/api-keys",
                "/providers",
                "/services",
                "/service-types",
                "/service-requests",
                "/payments",
                "/refunds",
                "/notifications"
            })
    void answersAsDescribed(String path) {
        checked(business.admin, "GET", "/api/v1" + path, null);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            POST  | /api/v1/service-requests              | {"service_id":                        | 400
            POST  | /api/v1/service-requests              | []                                    | 400
            POST  | /api/v1/service-requests              | -                                     | 400
            POST  | /api/v1/service-requests              | {"colour": "red"}                     | 400
            POST  | /api/v1/service-requests              | {}                                    | 422
            POST  | /api/v1/service-requests              | {"service_id": "x", "details": {}}    | 422
            POST  | /api/v1/service-requests              | {"service_id": [], "details": {}}     | 400
            POST  | /api/v1/members                       | {"name": {"first": "Ann"}}            | 400
            POST  | /api/v1/members                       | {"name": "LONG"}                      | 422
            POST  | /api/v1/members                       | {"name": "Ann", "email": "ann"}       | 422
            POST  | /api/v1/services                      | {"service_type": "spells"}            | 422
            POST  | /api/v1/payments                      | {}                                    | 422
            GET   | /api/v1/service-requests?cursor=!!    | -                                     | 400
            GET   | /api/v1/service-requests?cursor=AAAA  | -                                     | 400
            GET   | /api/v1/service-requests?limit=0      | -                                     | 422
            GET   | /api/v1/service-requests?limit=101    | -                                     | 422
            GET   | /api/v1/service-requests?limit=many   | -                                     | 400
            GET   | /api/v1/service-requests?status=lost  | -                                     | 400
            GET   | /api/v1/payments?service_request_id=1 | -                                     | 400
            GET   | /api/v1/service-requests/42           | -                                     | 404
            GET   | /api/v1/service-requests/UUID         | -                                     | 404
            POST  | /api/v1/service-requests/42/accept    | -                                     | 404
            GET   | /api/v1/nowhere                       | -                                     | 404
            GET   | /api/nowhere                          | -                                     | 404
            GET   | /api/v1//service-requests             | -                                     | 400
            GET   | /api/v1/service-requests/%2e%2e/me    | -                                     | 400
            DELETE| /api/v1/service-requests              | -                                     | 405
            PUT   | /api/v1/tenant                        | {}                                    | 405
            PATCH | /api/v1/tenant                        | {"name": "New"}                       | 428
            """)
    void refusesWhatItCannotRead(String method, String path, @Nullable String body, int status) {
        String sent = body == null ? null : body.replace("LONG", "x".repeat(5000));
        Program admin = business.admin.with("Idempotency-Key", UUID.randomUUID().toString());
        HttpResponse<String> answer =
                admin.call(method, path.replace("UUID", UUID.randomUUID().toString()), sent);

        refused(answer, status);
        if (description.knows(method, path)) {
            description.checkAnswer(method, path, answer);
        }
    }

    @Test
    void asksNobodyToSayWhoTheyAre() {
        assertThat(description.parameters())
                .isNotEmpty()
                .doesNotContain("member", "caller", "staff", "admin", "customer", "editor");
    }

    @Test
    void refusesAnotherVersionThanTheLast() {
        Program admin = business.admin;
        Map<String, String> change = Map.of("name", "Renamed");
        refused(admin.with("If-Match", "\"999\"").call("PATCH", "/api/v1/tenant", change), 412);
        refused(admin.with("If-Match", "seven").call("PATCH", "/api/v1/tenant", change), 400);
    }

    @Test
    void refusesAnotherTypeOfContent() {
        Program admin = business.admin;
        refused(admin.with("Content-Type", "text/plain").call("POST", "/api/v1/members", "{}"), 415);
        refused(admin.with("Content-Type", "application/xml").call("POST", REQUESTS, "<a/>"), 415);
    }

    @Test
    void refusesTooMuch() {
        byte[] much = "x".repeat(2 << 20).getBytes(StandardCharsets.US_ASCII);
        refused(business.admin.send("POST", "/api/v1/members", BodyPublishers.ofByteArray(much)), 413);
        refused(
                business.admin.send(
                        "POST", "/api/v1/members", BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(much))),
                413);
    }

    @Test
    void refusesWhoeverIsNotKnown() {
        refused(business.visitor.call("GET", REQUESTS, null), 401);
        refused(business.visitor.with("Authorization", "Bearer x").call("GET", REQUESTS, null), 401);
        refused(business.admin.inside("nowhere-at-all").call("GET", REQUESTS, null), 404);
        refused(Program.at(port).signedIn(business.email("mia")).call("GET", REQUESTS, null), 400);
        refused(business.customer.call("POST", PAYMENTS, Map.of()), 400);
    }

    @Test
    void placesOneRequestForOneKey() throws Exception {
        Map<String, Object> wish = business.request("maintenance_repair");
        Program eager =
                business.otherCustomer.with("Idempotency-Key", UUID.randomUUID().toString());

        Set<String> answers = atOnce(() -> eager.call("POST", REQUESTS, wish));

        assertThat(answers).hasSize(1);
        assertThat(business.otherCustomer.done("GET", REQUESTS, null).path("data"))
                .hasSize(1);
    }

    @Test
    void chargesOnceForOneKey() throws Exception {
        String request = business.ask("parts_installation");
        business.staff.done("POST", REQUESTS + "/" + request + "/quote", Business.quote());
        business.customer.done("POST", REQUESTS + "/" + request + "/accept", null);
        Program eager =
                business.customer.with("Idempotency-Key", UUID.randomUUID().toString());
        Map<String, Object> wish = Business.payment(request, "sandbox_ok");

        Set<String> answers = atOnce(() -> eager.call("POST", PAYMENTS, wish));

        assertThat(answers).hasSize(1);
        assertThat(eager.call("POST", PAYMENTS, wish).body()).isIn(answers);
        assertThat(business.customer
                        .done("GET", PAYMENTS + "?service_request_id=" + request, null)
                        .path("data"))
                .hasSize(1);
    }

    /** The bodies of those that succeeded; all others must have been told that the first is on its way. */
    private static Set<String> atOnce(Callable<HttpResponse<String>> call) throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<HttpResponse<String>> answers = threads.invokeAll(Collections.nCopies(IMPATIENT, call)).stream()
                    .map(Future::resultNow)
                    .toList();
            answers.stream().filter(answer -> answer.statusCode() != 201).forEach(answer -> refused(answer, 409));
            return answers.stream()
                    .filter(answer -> answer.statusCode() == 201)
                    .map(HttpResponse::body)
                    .collect(Collectors.toSet());
        }
    }

    private JsonNode checked(Program program, String method, String path, @Nullable Object body) {
        HttpResponse<String> answer = program.call(method, path, body);
        assertThat(answer.statusCode())
                .as("%s %s: %s", method, path, answer.body())
                .isBetween(200, 299);
        description.checkAnswer(method, path, answer);
        return json(answer);
    }

    private long notices(String request) {
        return checked(business.customer, "GET", "/api/v1/notifications?limit=100", null)
                .path("data")
                .valueStream()
                .filter(notice -> notice.path("path").asString().contains(request))
                .count();
    }

    private static void refused(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = json(answer);
        assertThat(problem.path("status").asInt()).isEqualTo(status);
        assertThat(List.of("type", "title", "detail", "instance", "code"))
                .allMatch(field -> !problem.path(field).asString().isEmpty());
        assertThat(ResourceBundle.getBundle("messages/problems").keySet())
                .contains(problem.path("code").asString());
    }
}
