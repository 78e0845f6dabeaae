package com.gmservices.payments;

import static com.gmservices.payments.Till.wish;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

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
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A business that was paid, and whose payer complains. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Till.class)
abstract class ComplaintDesk {

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

    Dispute dispute(long amount) {
        complain(amount);
        return in(() -> disputes.of(payment())).getFirst();
    }

    Complaint complain(long amount) {
        UUID bill = in(() -> bills.bill(harbour, ada.member().id(), PAID));
        CurrentMember payer = in(() -> members.toCurrent(ada.member()));
        in(() -> checkout.pay(
                payer, wish(bill, "sandbox", "sandbox_ok"), UUID.randomUUID().toString()));
        return in(() -> sandbox.complain(amount));
    }

    UUID payment() {
        return in(() -> transactions.execute(status -> jdbc.sql("select id from payments.payment where tenant_id = ?")
                .param(harbour.value())
                .query((row, index) -> row.getObject(1, UUID.class))
                .single()));
    }

    UUID attach(Dispute dispute, String name) {
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

    static String evidence(String explanation, UUID file) {
        return "{\"explanation\": \"%s\", \"document_ids\": [\"%s\"]}".formatted(explanation, file);
    }

    Browser browser(Person person) {
        String slug = tenants.find(person.member().tenant()).orElseThrow().slug();
        var browser = new Browser("http://localhost:%d/t/%s".formatted(port, slug));
        browser.get("/come-in/" + person.identity());
        return browser;
    }

    HttpResponse<String> get(Person person, String path) {
        return send(token(person), HttpRequest.newBuilder(uri(path)).GET());
    }

    HttpResponse<String> post(Person person, String path, String body, @Nullable String key) {
        return post(token(person), path, body, key);
    }

    HttpResponse<String> post(String token, String path, String body, @Nullable String key) {
        var request = HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body));
        return send(token, key == null ? request : request.header("Idempotency-Key", key));
    }

    HttpResponse<String> send(String token, HttpRequest.Builder request) {
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
    String token(Person person) {
        UUID family = UUID.randomUUID();
        jdbc.sql("insert into identity.refresh_family (id, identity_id, created_at) values (?, ?, ?)")
                .params(family, person.identity().value(), clock.instant().atOffset(ZoneOffset.UTC))
                .update();
        return tokens.issue(person.identity(), person.member().tenant(), family);
    }

    void assertProblem(HttpResponse<String> answer, int status, String code) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(body(answer).at("/code").asString()).isEqualTo(code);
    }

    JsonNode body(HttpResponse<String> answer) {
        return json.readTree(answer.body());
    }

    URI uri(String path) {
        return URI.create("http://localhost:%d/api/v1%s".formatted(port, path));
    }

    <T> T in(Supplier<T> work) {
        return CurrentTenant.call(harbour, work::get);
    }
}
