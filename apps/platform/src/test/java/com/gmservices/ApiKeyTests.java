package com.gmservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gmservices.database.DatabaseLogin;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/** What programs do with keys, and when they cannot any more. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApiKeyTests {

    private static final String OWN = "/api/v1/me/api-keys";
    private static final String MACHINES = "/api/v1/api-keys";
    private static final String REQUESTS = "/api/v1/service-requests";

    @LocalServerPort
    int port;

    @Autowired
    DatabaseLogin login;

    private Business business;
    private JdbcClient owner;

    @BeforeAll
    void found() {
        business = new Business(port);
        owner = JdbcClient.create(new DriverManagerDataSource(
                login.url(), login.owner().user(), login.owner().password()));
    }

    @Test
    void isShownOnceAndKeptAsAHash() {
        String key = make(business.staff, OWN, "read:all-requests", "read:requests");
        assertThat(key).startsWith("gm_test_");
        String list = business.staff.call("GET", OWN, null).body();
        assertThat(list).contains(key.substring(key.length() - 4)).doesNotContain(key);
        String rows = owner.sql("select k::text from identity.api_key k")
                .query((row, index) -> row.getString(1))
                .list()
                .toString();
        assertThat(rows).doesNotContain(key.substring(10));
    }

    @Test
    void aPersonalOneDoesItsPartOfWhatItsMakerMayDo() {
        Program key = with(make(business.staff, OWN, "read:all-requests", "read:requests"));
        String request = business.ask("maintenance_repair");
        assertThat(status(key, "GET", REQUESTS + "/" + request)).isEqualTo(200);
        assertThat(status(key, "POST", REQUESTS + "/" + request + "/quote")).isEqualTo(403);
        assertThat(key.done("GET", REQUESTS + "/" + request, null).path("allowed_actions"))
                .noneMatch(action -> action.asString().equals("quote"));
    }

    @Test
    void nobodyMakesOneForMoreThanTheyMayDo() {
        assertThat(answer(business.staff, OWN, "update:tenant").statusCode()).isEqualTo(422);
        assertThat(answer(business.customer, OWN, "quote:requests").statusCode())
                .isEqualTo(422);
        assertThat(answer(business.admin, MACHINES, "manage:keys").statusCode()).isEqualTo(422);
        assertThat(answer(business.admin, MACHINES).statusCode()).isEqualTo(422);
        assertThat(answer(business.staff, MACHINES, "read:members").statusCode())
                .isEqualTo(403);
    }

    @Test
    void whatItsMakerLosesItLosesToo() {
        Person eve = new Person("eve");
        eve.become("customer", "staff");
        Program key = with(make(eve.program, OWN, "read:members", "read:requests"));
        assertThat(status(key, "GET", "/api/v1/members")).isEqualTo(200);
        eve.become("customer");
        assertThat(status(key, "GET", "/api/v1/members")).isEqualTo(403);
        assertThat(status(key, "GET", REQUESTS)).isEqualTo(200);
    }

    @Test
    void whoeverIsShutOutTakesTheirKeysAlong() {
        Person kim = new Person("kim");
        Program key = with(make(kim.program, OWN, "read:requests"));
        assertThat(status(key, "GET", REQUESTS)).isEqualTo(200);
        kim.change(Map.of("active", false));
        assertThat(status(key, "GET", REQUESTS)).isEqualTo(401);
    }

    @Test
    void oneOfTheBusinessIsAMachineInHistories() {
        JsonNode made =
                business.admin.done("POST", MACHINES, wish("read:all-requests", "read:requests", "quote:requests"));
        String machine = made.path("details").path("member_id").asString();
        String request = business.ask("maintenance_repair");
        with(made.path("key").asString()).done("POST", REQUESTS + "/" + request + "/quote", Business.quote());
        assertThat(business.admin
                        .call("GET", REQUESTS + "/" + request + "/history", null)
                        .body())
                .contains(machine);
        assertThat(business.admin
                        .done("GET", "/api/v1/members/" + machine, null)
                        .path("name")
                        .asString())
                .isEqualTo("Robot");
        assertThat(business.admin.call("GET", "/api/v1/members?limit=100", null).body())
                .doesNotContain("Robot");
    }

    @Test
    void revokedIsRevokedAtOnce() {
        JsonNode made = business.admin.done("POST", MACHINES, wish("read:members"));
        Program key = with(made.path("key").asString());
        assertThat(status(key, "GET", "/api/v1/members")).isEqualTo(200);
        String id = made.path("details").path("id").asString();
        assertThat(status(business.admin, "DELETE", OWN + "/" + id)).isEqualTo(404);
        assertThat(status(business.admin, "DELETE", MACHINES + "/" + id)).isEqualTo(204);
        assertThat(status(key, "GET", "/api/v1/members")).isEqualTo(401);
    }

    @Test
    void theTrailTellsOfItsLife() {
        JsonNode made = business.admin.done("POST", MACHINES, wish("read:members"));
        String key = made.path("key").asString();
        String id = made.path("details").path("id").asString();
        status(business.admin, "DELETE", MACHINES + "/" + id);
        status(with(key), "GET", "/api/v1/members");
        status(with(key), "GET", "/api/v1/members");
        status(with("gm_test_nobody-ever-made-this"), "GET", "/api/v1/members");

        List<String> lines = owner.sql(
                        "select concat_ws(' ', action, after) from audit.entry where subject = ? order by id")
                .param(id)
                .query((row, index) -> row.getString(1))
                .list();
        assertThat(lines).hasSize(3);
        assertThat(lines.getFirst())
                .startsWith("key.made")
                .contains("\"name\":\"Robot\"", "read:members", "\"personal\":false")
                .doesNotContain(key.substring(8, key.length() - 4));
        assertThat(lines.subList(1, 3)).containsExactly("key.revoked", "key.refused");
        assertThat(owner.sql("select count(*) from audit.entry where action = 'key.refused' and subject = 'unknown'")
                        .query(Long.class)
                        .single())
                .isPositive();
    }

    @Test
    void expiredIsExpired() {
        JsonNode made = business.staff.done(
                "POST",
                OWN,
                Map.of(
                        "name",
                        "Robot",
                        "scopes",
                        List.of("read:members"),
                        "expires_at",
                        Business.in(1, ChronoUnit.DAYS)));
        Program key = with(made.path("key").asString());
        assertThat(status(key, "GET", "/api/v1/members")).isEqualTo(200);
        owner.sql("update identity.api_key set expires_at = now() - interval '1 second' where id = ?")
                .param(UUID.fromString(made.path("details").path("id").asString()))
                .update();
        assertThat(status(key, "GET", "/api/v1/members")).isEqualTo(401);
    }

    @Test
    void servesNoAccountAndMakesNoKeys() {
        Program key = with(make(business.admin, OWN, "read:members", "update:members", "read:requests"));
        assertThat(Stream.of("/api/v1/me", OWN, MACHINES, "/api/v1/me/memberships", "/api/v1/platform/tenants")
                        .map(path -> status(key, "GET", path)))
                .containsOnly(403);
        assertThat(answer(key, OWN, "read:members").statusCode()).isEqualTo(403);
        assertThat(answer(key, MACHINES, "read:members").statusCode()).isEqualTo(403);
        assertThat(status(key, "POST", "/api/v1/auth/logout")).isEqualTo(401);
    }

    @Test
    void opensNoOtherBusinessAndNoPage() {
        Business other = new Business(port);
        String key = make(business.admin, OWN, "read:members");
        assertThat(status(with(key).inside(other.slug), "GET", "/api/v1/members"))
                .isEqualTo(403);
        assertThat(status(with(key), "GET", "/t/" + business.slug + "/members")).isEqualTo(302);
        for (String wrong :
                List.of("gm_test_", "gm_live_" + key.substring(8), key + "x", key.substring(0, 40), "gm_x")) {
            assertThat(status(with(wrong), "GET", "/api/v1/members")).as(wrong).isEqualTo(401);
        }
    }

    @Test
    void aSuspendedBusinessHasNone() {
        Business closed = new Business(port);
        Program personal = with(make(closed.admin, OWN, "read:members"));
        Program machine = with(make(closed.admin, MACHINES, "read:members"));
        owner.sql("update tenancy.tenant set status = 'suspended' where slug = ?")
                .param(closed.slug)
                .update();
        Stream.of(personal, machine)
                .forEach(key -> await().atMost(Duration.ofSeconds(8))
                        .untilAsserted(() -> assertThat(status(key, "GET", "/api/v1/members"))
                                .isEqualTo(403)));
    }

    @Test
    void itsUseIsNotedOnceAMinute() {
        JsonNode made = business.staff.done("POST", OWN, wish("read:members"));
        Program key = with(made.path("key").asString());
        UUID id = UUID.fromString(made.path("details").path("id").asString());
        assertThat(lastUse(id)).isNull();
        status(key, "GET", "/api/v1/members");
        String first = lastUse(id);
        status(key, "GET", "/api/v1/members");
        assertThat(lastUse(id)).isNotNull().isEqualTo(first);
        owner.sql("update identity.api_key set last_used_at = now() - interval '2 minutes' where id = ?")
                .param(id)
                .update();
        status(key, "GET", "/api/v1/members");
        assertThat(lastUse(id)).isGreaterThan(first);
    }

    @Test
    void isNotKeptForTheOneWhoAsksTwice() {
        Program twice = business.staff.with("Idempotency-Key", UUID.randomUUID().toString());
        assertThat(make(twice, OWN, "read:members")).isNotEqualTo(make(twice, OWN, "read:members"));
    }

    @Test
    void aPageMakesAndRevokesOne() {
        Browser browser = Browser.signedIn(port, business.email("owner"));
        for (String path : List.of("/me/api-keys", "/settings/api-keys")) {
            String page = "/t/" + business.slug + path;
            HttpResponse<String> made =
                    browser.submit(page, Map.of("name", "Page of " + path, "scopes", "read:members", "expiresAt", ""));
            assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
            assertThat(made.body()).contains("curl", "gm_test_", "Page of " + path);
            String list = browser.get(page).body();
            var revocation = Pattern.compile("action=\"([^\"]+/revocation)\"").matcher(list);
            assertThat(revocation.find()).isTrue();
            assertThat(browser.submit(revocation.group(1), Map.of()).statusCode())
                    .isEqualTo(302);
            assertThat(browser.submit(page, Map.of("name", "", "expiresAt", "2020-01-01"))
                            .statusCode())
                    .isEqualTo(422);
        }
    }

    private @Nullable String lastUse(UUID key) {
        return owner.sql("select last_used_at::text as at from identity.api_key where id = ?")
                .param(key)
                .query((row, index) -> Optional.ofNullable(row.getString("at")))
                .single()
                .orElse(null);
    }

    private final class Person {

        private final Program program;
        private final String path;

        Person(String name) {
            business.visitor.done(
                    "POST",
                    "/api/v1/auth/register",
                    Map.of("email", business.email(name), "password", Business.PASSWORD, "first_name", name));
            program = business.visitor.signedIn(business.email(name));
            path = "/api/v1/members/" + Business.memberId(program);
        }

        void become(String... roles) {
            change(Map.of("roles", List.of(roles)));
        }

        void change(Map<String, Object> change) {
            String tag = business.admin
                    .call("GET", path, null)
                    .headers()
                    .firstValue("ETag")
                    .orElseThrow();
            business.admin.with("If-Match", tag).done("PATCH", path, change);
        }
    }

    private static Map<String, Object> wish(String... scopes) {
        return Map.of("name", "Robot", "scopes", List.of(scopes));
    }

    private static HttpResponse<String> answer(Program program, String path, String... scopes) {
        return program.call("POST", path, wish(scopes));
    }

    private static String make(Program program, String path, String... scopes) {
        return program.done("POST", path, wish(scopes)).path("key").asString();
    }

    private Program with(String key) {
        return Program.at(port).with("Authorization", "Bearer " + key);
    }

    private static int status(Program program, String method, String path) {
        return program.call(method, path, method.equals("GET") ? null : Map.of())
                .statusCode();
    }
}
