package com.gmservices.payments;

import static com.gmservices.payments.Till.wish;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gmservices.documents.Documents;
import com.gmservices.documents.NewDocument;
import com.gmservices.documents.Subject;
import com.gmservices.identity.security.AccessTokens;
import com.gmservices.payments.dispute.Courtroom;
import com.gmservices.payments.dispute.Dispute;
import com.gmservices.payments.dispute.Disputes;
import com.gmservices.payments.gateway.Complaints.Complaint;
import com.gmservices.payments.sandbox.SandboxClerk;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Members;
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
import java.nio.file.Files;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Disputes as staff and their programs meet them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Till.class)
class DisputePagesTests {

    static final HttpClient CLIENT = HttpClient.newHttpClient();
    static final long PAID = 4_500_000;
    /** As short as a file can be that is what its name says. */
    static final String PDF = "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Members members;

    @Autowired
    Tenants tenants;

    @Autowired
    Bills bills;

    @Autowired
    Checkout checkout;

    @Autowired
    Disputes disputes;

    @Autowired
    Documents documents;

    @Autowired
    SandboxClerk sandbox;

    @Autowired
    Courtroom courtroom;

    @Autowired
    AccessTokens tokens;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestClock clock;

    @Autowired
    JsonMapper json;

    TenantId harbour = TenantId.next();

    @SuppressWarnings("NullAway.Init")
    Person ada;

    @SuppressWarnings("NullAway.Init")
    Person ben;

    Browser desk = new Browser("");

    @BeforeEach
    void aBusiness() {
        harbour = Till.business(tenants);
        ada = people.join(harbour, "Ada", Role.CUSTOMER);
        ben = people.join(harbour, "Ben", Role.STAFF);
        desk = browser(ben);
    }

    @Test
    void withoutDisputesThePageTeaches() {
        var page = desk.get("/disputes");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("No disputes", "Keep what customers agree to")
                .doesNotContain("??");
    }

    @Test
    void theListSaysWhatIsDueAndThePaymentShowsIt() {
        Dispute dispute = dispute(PAID);

        assertThat(desk.get("/disputes").body())
                .contains("SR-2026-000123", "Ada Obi", "To answer", "7 days left", "NGN\u00a045,000.00")
                .contains("did not get what they paid for")
                .doesNotContain("??");
        assertThat(desk.get("/disputes/" + dispute.id()).body())
                .contains(
                        "href=\"/t/",
                        "/payments/" + dispute.payment(),
                        "/bills/",
                        "Answer by",
                        "was taken back from you")
                .doesNotContain("??");
        assertThat(desk.get("/payments/" + dispute.payment()).body())
                .contains("/disputes/" + dispute.id())
                .doesNotContain("??", "Give money back");
    }

    @Test
    void whatIsDueSoonStandsOut() {
        Dispute dispute = dispute(PAID);
        clock.pass(Duration.ofDays(6).plusHours(1));

        assertThat(browser(ben).get("/disputes/" + dispute.id()).body()).containsPattern("badge (warn|bad)");
    }

    @Test
    void anAnswerIsKeptReadThroughAndSentWithItsFiles() {
        Complaint complaint = complain(PAID);
        Dispute dispute = in(() -> disputes.of(payment())).getFirst();
        String page = "/disputes/" + dispute.id();
        attach(dispute, "signed.pdf");
        Map<String, String> form = desk.hidden(page);
        form.put("explanation", "She has signed\nfor it.");

        desk.post(page + "/evidence", form, "draft", "true");
        assertThat(desk.get(page).body()).contains("She has signed", "signed.pdf", "The file below goes along");
        assertThat(in(() -> sandbox.said(complaint))).isEmpty();
        var unsure = desk.post(page + "/evidence", form);
        assertThat(unsure.statusCode()).isEqualTo(422);
        assertThat(unsure.body()).contains("Say that you have read it through", "She has signed");

        var sent = desk.post(page + "/evidence", form, "sure", "true");

        assertThat(desk.get(desk.next(sent)).body())
                .contains("The gateway has got your answer", "Being decided", "Contested", "signed.pdf", "Delivered")
                .doesNotContain("Send it to the bank", "??");
        assertThat(in(() -> sandbox.said(complaint)))
                .containsExactly("She has signed\nfor it.", "[signed.pdf (%d bytes)]".formatted(PDF.length()));
        form.put("key", "another");
        var late = desk.post(page + "/evidence", form, "sure", "true");
        assertThat(desk.get(desk.next(late)).body()).contains("This dispute takes no answer at the moment");
    }

    @Test
    void anEmptyAnswerIsNotSent() {
        Dispute dispute = dispute(PAID);
        String page = "/disputes/" + dispute.id();

        var refused = desk.post(page + "/evidence", desk.hidden(page), "sure", "true");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Say why the charge is right");
    }

    @Test
    void acceptingTheLossAsksWhoOneIs() {
        Dispute dispute = dispute(PAID);
        String page = "/disputes/" + dispute.id();
        clock.pass(Duration.ofMinutes(6));

        var asked = desk.post(page + "/acceptance", desk.hidden(page));
        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(desk.get(page).body()).contains("To answer");
        desk = browser(ben);
        var done = desk.post(page + "/acceptance", desk.hidden(page));

        assertThat(desk.get(desk.next(done)).body())
                .contains("You have let the payer have NGN\u00a045,000.00", "Loss accepted", "Ben Obi")
                .doesNotContain("Accept the loss of", "??");
    }

    @Test
    void strangersSeeNothing() {
        Dispute dispute = dispute(PAID);
        String page = "/disputes/" + dispute.id();
        UUID file = attach(dispute, "signed.pdf");

        Browser payer = browser(ada);
        assertThat(payer.get("/disputes").statusCode()).isEqualTo(403);
        assertThat(payer.get(page).statusCode()).isEqualTo(403);
        assertThat(payer.get("/documents/" + file).statusCode()).isEqualTo(404);
        assertProblem(get(ada, "/disputes/" + dispute.id()), 403, "forbidden");
        harbour = Till.business(tenants);
        Person mallory = people.join(harbour, "Mallory", Role.ADMIN);
        Browser other = browser(mallory);
        assertThat(other.get(page).statusCode()).isEqualTo(404);
        assertThat(other.get("/documents/" + file).statusCode()).isEqualTo(404);
        assertThat(other.post(page + "/evidence", other.hidden("/disputes"), "draft", "true")
                        .statusCode())
                .isIn(403, 404);
        assertProblem(get(mallory, page), 404, "not-found");
        assertProblem(post(mallory, page + "/accept", "", "k"), 404, "not-found");
        assertThat(body(get(mallory, "/disputes")).at("/data").size()).isZero();
    }

    @Test
    void programsReadAndContest() {
        Complaint complaint = complain(1_000);
        Dispute dispute = in(() -> disputes.of(payment())).getFirst();
        UUID file = attach(dispute, "signed.pdf");
        attach(dispute, "not-this.pdf");
        String path = "/disputes/" + dispute.id();

        JsonNode shown = body(get(ben, path));
        assertThat(shown.at("/stage").asString()).isEqualTo("needs_response");
        assertThat(shown.at("/amount/amount").asLong()).isEqualTo(1_000);
        assertThat(shown.at("/payment_id").asString())
                .isEqualTo(dispute.payment().toString());
        assertThat(body(get(ben, "/disputes?stage=needs_response"))
                        .at("/data/0/id")
                        .asString())
                .isEqualTo(dispute.id().toString());
        assertThat(body(get(ben, "/disputes?stage=won")).at("/data").size()).isZero();
        assertProblem(get(ben, "/disputes?stage=gone"), 400, "malformed");
        assertProblem(post(ben, path + "/evidence", "{\"explanation\": \" \"}", "a"), 422, "invalid");
        assertProblem(post(ben, path + "/evidence", "{\"explanation\": \"x\"}", null), 400, "idempotency-key-required");
        assertProblem(post(ben, path + "/evidence", evidence("x", UUID.randomUUID()), "b"), 422, "invalid");

        JsonNode answered = body(post(ben, path + "/evidence", evidence("It was done.", file), "c"));

        assertThat(answered.at("/stage").asString()).isEqualTo("under_review");
        assertThat(answered.at("/answers/0/status").asString()).isEqualTo("sent");
        assertThat(answered.at("/answers/0/document_ids").size()).isEqualTo(1);
        assertThat(in(() -> sandbox.said(complaint)).getLast())
                .contains("signed.pdf")
                .doesNotContain("not-this");
        assertProblem(post(ben, path + "/evidence", "{\"explanation\": \"More.\"}", "d"), 409, "wrong-stage");
        assertProblem(post(ben, path + "/accept", "", "e"), 409, "wrong-stage");
    }

    @Test
    void programsAcceptWithAFreshProof() {
        Dispute dispute = dispute(PAID);
        String path = "/disputes/%s/accept".formatted(dispute.id());
        String token = token(ben);
        clock.pass(Duration.ofMinutes(6));

        assertProblem(post(token, path, "", "k"), 403, "step-up-required");
        var accepted = post(ben, path, "", "k");

        assertThat(body(accepted).at("/stage").asString()).isEqualTo("accepted");
        assertThat(post(ben, path, "", "k").body()).isEqualTo(accepted.body());
    }

    @Test
    void thoseWhoMayAnswerAreTold() {
        dispute(PAID);

        await().until(() -> body(get(ben, "/notifications")).at("/data").size() == 1);

        assertThat(body(get(ben, "/notifications")).at("/data/0/subject").asString())
                .startsWith("Dispute about SR-2026-000123: answer by ");
        assertThat(body(get(ada, "/notifications")).toString()).doesNotContain("Dispute");
    }

    @Test
    void thoseWhoMayAnswerAreRemindedOnce() {
        dispute(PAID);
        await().until(() -> body(get(ben, "/notifications")).at("/data").size() == 1);

        for (int i = 0; i < 3; i++) {
            clock.pass(Duration.ofHours(49));
            courtroom.look();
        }
        clock.pass(Duration.ofHours(20));
        courtroom.look();

        assertThat(body(get(ben, "/notifications")).at("/data").size()).isEqualTo(2);
        assertThat(body(get(ben, "/notifications")).at("/data/0/subject").asString())
                .startsWith("Answer the dispute about SR-2026-000123 by ");
    }

    @Test
    void complaintsAboutWhatNobodyKnowsAreNamed() {
        CurrentTenant.run(harbour, () -> disputes.changed("sandbox", "sandbox-dispute-of-others"));
        assertThat(desk.get("/disputes").body()).doesNotContain("sandbox-dispute-of-others");

        clock.pass(Duration.ofHours(2));

        assertThat(browser(ben).get("/disputes").body())
                .contains("We cannot tell about which payment these complaints are", "sandbox-dispute-of-others");
    }

    private Dispute dispute(long amount) {
        complain(amount);
        return in(() -> disputes.of(payment())).getFirst();
    }

    private Complaint complain(long amount) {
        UUID bill = in(() -> bills.bill(harbour, ada.member().id(), PAID));
        CurrentMember payer = in(() -> members.toCurrent(ada.member()));
        in(() -> checkout.pay(
                payer, wish(bill, "sandbox", "sandbox_ok"), UUID.randomUUID().toString()));
        return in(() -> sandbox.complain(amount));
    }

    private UUID payment() {
        return in(() -> transactions.execute(status -> jdbc.sql("select id from payments.payment where tenant_id = ?")
                .param(harbour.value())
                .query((row, index) -> row.getObject(1, UUID.class))
                .single()));
    }

    private UUID attach(Dispute dispute, String name) {
        CurrentMember staff = in(() -> members.toCurrent(ben.member()));
        return in(() -> documents.attach(
                        staff,
                        new NewDocument(
                                new Subject("dispute", dispute.id().value()),
                                name,
                                false,
                                null,
                                target -> Files.writeString(target, PDF))))
                .id()
                .value();
    }

    private static String evidence(String explanation, UUID file) {
        return "{\"explanation\": \"%s\", \"document_ids\": [\"%s\"]}".formatted(explanation, file);
    }

    private Browser browser(Person person) {
        String slug = tenants.find(person.member().tenant()).orElseThrow().slug();
        var browser = new Browser("http://localhost:%d/t/%s".formatted(port, slug));
        browser.get("/come-in/" + person.identity());
        return browser;
    }

    private HttpResponse<String> get(Person person, String path) {
        return send(token(person), HttpRequest.newBuilder(uri(path)).GET());
    }

    private HttpResponse<String> post(Person person, String path, String body, @Nullable String key) {
        return post(token(person), path, body, key);
    }

    private HttpResponse<String> post(String token, String path, String body, @Nullable String key) {
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return send(token, key == null ? request : request.header("Idempotency-Key", key));
    }

    private HttpResponse<String> send(String token, HttpRequest.Builder request) {
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

    /** Of somebody who has just signed in. */
    private String token(Person person) {
        UUID family = UUID.randomUUID();
        jdbc.sql("insert into identity.refresh_family (id, identity_id, created_at) values (?, ?, ?)")
                .params(family, person.identity().value(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return tokens.issue(person.identity(), person.member().tenant(), family);
    }

    private void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(body(answer).at("/code").asString()).isEqualTo(code);
    }

    private JsonNode body(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    private URI uri(String path) {
        return URI.create("http://localhost:%d/api/v1%s".formatted(port, path));
    }

    private <T> T in(Supplier<T> work) {
        return CurrentTenant.call(harbour, work::get);
    }
}
