package com.gmservices;

import static com.gmservices.Business.BASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gmservices.database.DatabaseLogin;
import com.gmservices.portability.Traces;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

/** What people and businesses may ask of their data, of every module at once. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DataRightsTests {

    private static final String PASSPHRASE = "seven wet dogs on a pier";

    /** Who signs in there is somebody else, sealed values are sealed anew, and counts are folded meanwhile. */
    private static final Set<String> OTHER_THERE =
            Set.of("tenancy.member", "requests.request", "insights.tally", "insights.daily");

    @LocalServerPort
    int port;

    @Autowired
    ApplicationContext context;

    @Autowired
    DatabaseLogin login;

    private Traces traces;
    private Business business;

    @BeforeAll
    void aBusinessInWhichEverythingWasAskedFor() {
        traces = new Traces(context, login);
        business = new Business(port);
        Business.TYPES.forEach(business::ask);
    }

    @Test
    void everyColumnSaysWhetherItIsPersonal() {
        assertThat(traces.unsaid())
                .as("Say in the module's R__personal_data.sql what becomes of these (com.gmservices.portability.Note)")
                .isEmpty();
        assertThat(traces.misspelt()).isEmpty();
    }

    @Test
    void aBusinessMovesWithEveryRowOfEveryTable() throws IOException {
        Map<String, List<String>> before = traces.rows(UUID.fromString(business.id));
        byte[] archive = exported(business);
        String slug = "m" + UUID.randomUUID().toString().substring(24);
        String there = Business.id(Program.at(port).done("POST", BASE + "/tenants", wish(slug)));

        JsonNode done = takeIn(there, archive, operator());

        assertThat(done.path("status").asString()).as(done.toString()).isEqualTo("ready");
        Map<String, List<String>> after = traces.rows(UUID.fromString(there));
        assertThat(before.get("requests.request")).hasSizeGreaterThanOrEqualTo(20);
        before.forEach((table, rows) -> {
            if (!OTHER_THERE.contains(table)) {
                assertThat(after.get(table)).as(table).containsAll(rows);
            }
            if (!table.startsWith("insights.")) {
                assertThat(after.get(table)).as(table).hasSizeGreaterThanOrEqualTo(rows.size());
            }
        });
        Program owner = Program.at(port).inside(slug).signedIn("ola@" + slug + ".example");
        String loan = owner.done("GET", BASE + "/service-requests?limit=100", null)
                .path("data")
                .valueStream()
                .filter(request -> request.toString().contains("loan_application"))
                .map(Business::id)
                .findFirst()
                .orElseThrow();
        assertThat(owner.done("GET", BASE + "/service-requests/" + loan, null).path("details"))
                .isEqualTo(business.admin
                        .done("GET", BASE + "/service-requests/" + loan, null)
                        .path("details"));
    }

    /** Before the business is taken along: where it is taken in, its people are members of another one. */
    @Test
    @Order(1)
    void nothingIsFoundOfSomebodyWhoWasErased() {
        UUID tenant = UUID.fromString(business.id);
        String email = business.email("joe");
        Program joe = business.otherCustomer;
        Business.TYPES.forEach(type -> joe.done("POST", BASE + "/service-requests", business.request(type)));
        UUID member = UUID.fromString(Business.memberId(joe));
        await().untilAsserted(() -> assertThat(
                        joe.done("GET", BASE + "/notifications", null).path("data"))
                .hasSizeGreaterThan(10));
        Map<String, String> planted = traces.plant(tenant, member, traces.identity(email));
        assertThat(planted.values())
                .contains("tenancy.member.name", "requests.request.notes", "automotive.vehicle.plate");
        assertThat(planted).hasSizeGreaterThan(40);

        assertThat(joe.call("DELETE", BASE + "/me?confirm=nobody@example", null).statusCode())
                .isEqualTo(422);
        joe.done("DELETE", BASE + "/me?confirm=" + email, null);

        var words = new HashMap<>(planted);
        words.put(email, "the address");
        await().atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(traces.found(words.keySet())).isEmpty());
        assertThat(Program.at(port)
                        .call("POST", BASE + "/auth/login", Map.of("email", email, "password", Business.PASSWORD))
                        .statusCode())
                .isEqualTo(401);
        business.admin
                .done("GET", BASE + "/service-requests?limit=100", null)
                .path("data")
                .forEach(request ->
                        business.admin.done("GET", BASE + "/service-requests/" + Business.id(request), null));
    }

    @Test
    void peopleTakeAlongWhatIsKeptAboutThem() throws IOException {
        Map<String, String> entries = unzipped(bytes(business.customer, "GET", BASE + "/me/export", null, Map.of()));

        assertThat(entries)
                .containsKeys(
                        "account/identity.identity.json",
                        business.slug + "/tenancy.member.json",
                        business.slug + "/requests.request.json",
                        business.slug + "/finance.loan_application.json");
        assertThat(entries.values())
                .anyMatch(text -> text.contains(business.email("mia")))
                .noneMatch(text -> text.contains("$argon2") || text.contains("$sealed"))
                .noneMatch(text -> text.contains(business.email("owner")));
    }

    @Test
    void aBusinessIsClosedToCustomersAndReadByItsTeamUntilItIsGone() {
        Business leaving = new Business(port);
        assertThat(leaving.staff
                        .call("POST", BASE + "/tenant/deletion", Map.of("confirm", leaving.slug))
                        .statusCode())
                .isEqualTo(403);
        assertThat(leaving.admin
                        .call("POST", BASE + "/tenant/deletion", Map.of())
                        .statusCode())
                .isEqualTo(422);
        assertThat(leaving.admin
                        .call("DELETE", BASE + "/me?confirm=" + leaving.email("owner"), null)
                        .statusCode())
                .isEqualTo(409);

        leaving.admin.done("POST", BASE + "/tenant/deletion", Map.of("confirm", leaving.slug));

        assertThat(leaving.customer
                        .call("GET", BASE + "/service-requests", null)
                        .statusCode())
                .isEqualTo(403);
        assertThat(leaving.visitor.call("GET", BASE + "/services", null).statusCode())
                .isEqualTo(403);
        assertThat(leaving.staff.call("GET", BASE + "/service-requests", null).statusCode())
                .isEqualTo(200);
        assertThat(leaving.admin
                        .call("POST", BASE + "/members", Map.of("name", "Ann"))
                        .statusCode())
                .isEqualTo(403);
        leaving.admin.done("DELETE", BASE + "/tenant/deletion", null);
        assertThat(leaving.customer
                        .call("GET", BASE + "/service-requests", null)
                        .statusCode())
                .isEqualTo(200);

        leaving.admin.done("POST", BASE + "/tenant/deletion", Map.of("confirm", leaving.slug));
        traces.passGrace(UUID.fromString(leaving.id));

        assertThat(traces.counts(UUID.fromString(leaving.id))).isEmpty();
        assertThat(operator().done("GET", BASE + "/platform/deletions", null).toString())
                .contains(leaving.id);
        assertThat(leaving.visitor.call("GET", BASE + "/services", null).statusCode())
                .isEqualTo(404);
    }

    private byte[] exported(Business from) throws IOException {
        String export = BASE + "/tenant/exports/"
                + Business.id(from.admin.done("POST", BASE + "/tenant/exports", Map.of("passphrase", PASSPHRASE)));
        await().atMost(Duration.ofSeconds(60))
                .until(() -> from.admin
                        .done("GET", export, null)
                        .path("status")
                        .asString()
                        .equals("ready"));
        return bytes(from.admin, "GET", export + "/archive", null, Map.of());
    }

    private JsonNode takeIn(String tenant, byte[] archive, Program operator) throws IOException {
        String imports = BASE + "/platform/tenants/" + tenant + "/imports";
        bytes(
                operator,
                "POST",
                imports,
                archive,
                Map.of("Content-Type", "application/zip", "X-Passphrase", PASSPHRASE));
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            String status =
                    operator.done("GET", imports, null).at("/data/0/status").asString();
            return status.equals("ready") || status.equals("failed");
        });
        return operator.done("GET", imports, null).at("/data/0");
    }

    private Program operator() {
        String email = "op-" + UUID.randomUUID() + "@gm.example";
        business.visitor.done(
                "POST",
                BASE + "/auth/register",
                Map.of("email", email, "password", Business.PASSWORD, "first_name", "Op", "last_name", "Erator"));
        traces.makeOperator(email);
        return Program.at(port).signedIn(email);
    }

    private Map<String, Object> wish(String slug) {
        var wish = new HashMap<>(business.wish());
        wish.put("slug", slug);
        wish.put(
                "owner",
                Map.of(
                        "email",
                        "ola@" + slug + ".example",
                        "password",
                        Business.PASSWORD,
                        "first_name",
                        "Ola",
                        "last_name",
                        "Eze"));
        return wish;
    }

    private static byte[] bytes(
            Program program, String method, String path, byte @Nullable [] body, Map<String, String> headers)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(program.base() + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
        program.headers().forEach(request::setHeader);
        headers.forEach(request::setHeader);
        try (var client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<byte[]> answer = client.send(request.build(), BodyHandlers.ofByteArray());
            assertThat(answer.statusCode())
                    .as(new String(answer.body(), StandardCharsets.UTF_8))
                    .isBetween(200, 299);
            return answer.body();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> unzipped(byte[] archive) throws IOException {
        var entries = new LinkedHashMap<String, String>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return entries;
    }
}
