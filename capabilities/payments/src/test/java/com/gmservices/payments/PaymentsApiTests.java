package com.gmservices.payments;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gmservices.identity.security.AccessTokens;
import com.gmservices.payments.UnreliableGateway.Fault;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API as a program meets it: real HTTP, real tokens, the whole way in. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Till.class)
class PaymentsApiTests {

    static final HttpClient CLIENT = HttpClient.newHttpClient();
    static final long DUE = 4_500_000;

    @LocalServerPort
    int port;

    @Autowired
    AccessTokens tokens;

    @Autowired
    People people;

    @Autowired
    Tenants tenants;

    @Autowired
    Bills bills;

    @Autowired
    UnreliableGateway vendor;

    @Autowired
    TestClock clock;

    @Autowired
    JsonMapper json;

    TenantId harbour = TenantId.next();

    @BeforeEach
    void aBusiness() {
        vendor.heal();
        harbour = Till.business(tenants);
    }

    @Test
    void aPaymentTellsWhereItStands() {
        Person ada = person(Role.CUSTOMER);
        UUID bill = bill(ada);

        var answer = pay(ada, bill, "sandbox", "sandbox_ok", "k");

        assertThat(answer.statusCode()).isEqualTo(201);
        JsonNode payment = body(answer);
        assertThat(payment.at("/status").asString()).isEqualTo("succeeded");
        assertThat(payment.at("/amount/amount").asLong()).isEqualTo(DUE);
        assertThat(payment.at("/amount/currency").asString()).isEqualTo("NGN");
        assertThat(payment.at("/refunded/amount").asLong()).isZero();
        assertThat(payment.at("/service_request_id").asString()).isEqualTo(bill.toString());
        assertThat(payment.has("next_action")).isFalse();
        assertThat(payment.has("failure")).isFalse();
        assertThat(body(get(ada, "/payments/" + payment.at("/id").asString()))).isEqualTo(payment);
        assertThat(body(get(ada, "/payments?status=succeeded")).at("/data/0")).isEqualTo(payment);
        assertThat(body(get(ada, "/payments?service_request_id=" + UUID.randomUUID()))
                        .at("/data")
                        .size())
                .isZero();
    }

    @Test
    void aPaymentMayWaitForItsMethodAndForItsPayer() {
        Person ada = person(Role.CUSTOMER);
        JsonNode waiting = body(pay(ada, bill(ada), "sandbox", null, "k"));
        assertThat(waiting.at("/status").asString()).isEqualTo("requires_payment_method");

        JsonNode asking = body(post(
                ada,
                "/payments/%s/confirm".formatted(waiting.at("/id").asString()),
                "{\"payment_method\": \"sandbox_action\"}",
                null));

        assertThat(asking.at("/status").asString()).isEqualTo("requires_action");
        assertThat(asking.at("/next_action/type").asString()).isEqualTo("redirect");
        assertThat(asking.at("/next_action/url").asString())
                .contains("/t/harbour-")
                .contains("/sandbox/");
        var canceled =
                post(ada, "/payments/%s/cancel".formatted(waiting.at("/id").asString()), "", "c");
        assertThat(body(canceled).at("/status").asString()).isEqualTo("canceled");
    }

    @Test
    void declinesAndRefusalsSaySo() {
        Person ada = person(Role.CUSTOMER);
        UUID bill = bill(ada);

        JsonNode declined = body(pay(ada, bill, "sandbox", "sandbox_declined", "k"));
        assertThat(declined.at("/status").asString()).isEqualTo("failed");
        assertThat(declined.at("/failure/code").asString()).isEqualTo("card_declined");
        assertProblem(pay(ada, bill, "stripe", null, "l"), 422, "unsupported-gateway");
        assertProblem(pay(ada, bill, "sandbox", "gold", "m"), 422, "invalid");
        assertProblem(pay(ada, UUID.randomUUID(), "sandbox", "sandbox_ok", "n"), 404, "not-found");
        assertProblem(pay(ada, bill, "sandbox", "sandbox_ok", null), 400, "idempotency-key-required");
        assertProblem(post(ada, "/payments", "{\"gateway\": \"sandbox\"}", "o"), 422, "invalid");
        assertProblem(post(ada, "/payments", "{\"colour\": \"red\"}", "p"), 400, "malformed");
        assertProblem(get(ada, "/payments?status=lost"), 400, "malformed");
        assertProblem(
                post(ada, "/payments/%s/capture".formatted(declined.at("/id").asString()), "", null), 403, "forbidden");
    }

    @Test
    void oneKeyFiftyTimesIsOneAnswer() throws Exception {
        Person ada = person(Role.CUSTOMER);
        UUID bill = bill(ada);

        List<HttpResponse<String>> answers = together(50, () -> pay(ada, bill, "sandbox", "sandbox_ok", "the-key"));

        var done = answers.stream().filter(it -> it.statusCode() == 201).toList();
        assertThat(done).isNotEmpty();
        assertThat(done.stream().map(HttpResponse::body).distinct()).hasSize(1);
        assertThat(answers.stream().filter(it -> it.statusCode() != 201)).allMatch(it -> it.statusCode() == 409);
        var later = pay(ada, bill, "sandbox", "sandbox_ok", "the-key");
        assertThat(later.body()).isEqualTo(done.getFirst().body());
        assertThat(later.headers().firstValue("Idempotency-Replayed")).hasValue("true");
        assertProblem(pay(ada, bill, "sandbox", "sandbox_silent", "the-key"), 422, "idempotency-key-reused");
    }

    @Test
    void aKeyWhoseCallDiedGoesOnWithItsPayment() {
        Person ada = person(Role.CUSTOMER);
        UUID bill = bill(ada);
        vendor.onCharge = Fault.DEATH;
        assertThat(pay(ada, bill, UnreliableGateway.NAME, UnreliableGateway.CARD, "k")
                        .statusCode())
                .isEqualTo(500);
        vendor.onCharge = Fault.NONE;
        assertProblem(pay(ada, bill, UnreliableGateway.NAME, UnreliableGateway.CARD, "k"), 409, "still-running");

        clock.pass(Duration.ofMinutes(2));

        var answer = pay(ada, bill, UnreliableGateway.NAME, UnreliableGateway.CARD, "k");
        assertThat(body(answer).at("/status").asString()).isEqualTo("succeeded");
        assertThat(vendor.chargesTaken).hasValue(1);
    }

    @Test
    void staffGiveMoneyBack() {
        Person ada = person(Role.CUSTOMER);
        Person ben = person(Role.STAFF);
        String payment = body(pay(ada, bill(ada), "sandbox", "sandbox_ok", "k"))
                .at("/id")
                .asString();
        String path = "/payments/%s/refunds".formatted(payment);

        var refund =
                post(ben, path, "{\"amount\": {\"amount\": 100, \"currency\": \"NGN\"}, \"reason\": \"late\"}", "r");

        assertThat(refund.statusCode()).isEqualTo(201);
        assertThat(body(refund).at("/status").asString()).isEqualTo("succeeded");
        assertThat(body(refund).at("/payment_id").asString()).isEqualTo(payment);
        assertThat(body(get(ben, "/payments/" + payment)).at("/refunded/amount").asLong())
                .isEqualTo(100);
        assertThat(body(get(ada, "/refunds")).at("/data/0/amount/amount").asLong())
                .isEqualTo(100);
        assertThat(post(ben, path, "", "s").statusCode()).isEqualTo(201);
        assertProblem(post(ben, path, "", "t"), 409, "nothing-to-refund");
        assertProblem(post(ben, path, "", null), 400, "idempotency-key-required");
        assertProblem(post(ada, path, "", "u"), 403, "forbidden");
        assertProblem(post(ben, "/payments/%s/capture".formatted(payment), "", null), 409, "wrong-stage");
    }

    @Test
    void thePayerIsTold() {
        Person ada = person(Role.CUSTOMER);
        pay(ada, bill(ada), "sandbox", "sandbox_ok", "k");

        await().until(() -> body(get(ada, "/notifications")).at("/data").size() == 1);

        assertThat(body(get(ada, "/notifications")).at("/data/0/subject").asString())
                .isEqualTo("Paid: NGN\u00a045,000.00 for SR-2026-000123");
    }

    @Test
    void strangersFindNothing() {
        Person ada = person(Role.CUSTOMER);
        String payment = body(pay(ada, bill(ada), "sandbox", "sandbox_ok", "k"))
                .at("/id")
                .asString();
        Person eve = person(Role.CUSTOMER);
        harbour = Till.business(tenants);
        Person mallory = person(Role.STAFF);

        for (Person stranger : List.of(eve, mallory)) {
            assertProblem(get(stranger, "/payments/" + payment), 404, "not-found");
            assertProblem(post(stranger, "/payments/%s/cancel".formatted(payment), "", "c"), 404, "not-found");
            assertThat(body(get(stranger, "/payments")).at("/data").size()).isZero();
            assertThat(body(get(stranger, "/refunds")).at("/data").size()).isZero();
        }
        assertProblem(post(mallory, "/payments/%s/refunds".formatted(payment), "", "r"), 404, "not-found");
    }

    private Person person(Role role) {
        return people.join(harbour, "Ada", role);
    }

    private UUID bill(Person payer) {
        return CurrentTenant.call(
                harbour, () -> bills.bill(harbour, payer.member().id(), DUE));
    }

    private HttpResponse<String> pay(
            Person person, UUID bill, String gateway, @Nullable String method, @Nullable String key) {
        String chosen = method == null ? "" : ", \"payment_method\": \"%s\"".formatted(method);
        return post(
                person,
                "/payments",
                "{\"service_request_id\": \"%s\", \"gateway\": \"%s\"%s}".formatted(bill, gateway, chosen),
                key);
    }

    private HttpResponse<String> get(Person person, String path) {
        return send(person, HttpRequest.newBuilder(uri(path)).GET());
    }

    private HttpResponse<String> post(Person person, String path, String body, @Nullable String key) {
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return send(person, key == null ? request : request.header("Idempotency-Key", key));
    }

    private HttpResponse<String> send(Person person, HttpRequest.Builder request) {
        String token = tokens.issue(person.identity(), person.member().tenant(), people.justSignedIn(person));
        try {
            return CLIENT.send(
                    request.header("Authorization", "Bearer " + token).build(), BodyHandlers.ofString(UTF_8));
        } catch (IOException e) {
            throw new AssertionError(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    private List<HttpResponse<String>> together(int many, Callable<HttpResponse<String>> work) throws Exception {
        var ready = new CountDownLatch(many);
        var futures = new ArrayList<Future<HttpResponse<String>>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) {
                futures.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return work.call();
                }));
            }
        }
        var answers = new ArrayList<HttpResponse<String>>();
        for (var future : futures) {
            answers.add(future.get());
        }
        return answers;
    }

    private void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("content-type").orElseThrow()).startsWith("application/problem+json");
        assertThat(body(answer).at("/code").asString()).isEqualTo(code);
    }

    private JsonNode body(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:%d/api/v1%s".formatted(port, path));
    }
}
