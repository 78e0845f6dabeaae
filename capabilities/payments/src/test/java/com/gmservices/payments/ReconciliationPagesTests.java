package com.gmservices.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.identity.security.AccessTokens;
import com.gmservices.payments.gateway.Statement.Kind;
import com.gmservices.payments.reconciliation.Comparing;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The administrator's pages of reconciliation and payouts, and what programs read of them. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Till.class)
class ReconciliationPagesTests {

    static final String THEM = UnreliableGateway.NAME;

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Tenants tenants;

    @Autowired
    VendorStatement statement;

    @Autowired
    UnreliableGateway vendor;

    @Autowired
    Checkout checkout;

    @Autowired
    Bills bills;

    @Autowired
    Comparing comparing;

    @Autowired
    TestClock clock;

    @Autowired
    AccessTokens tokens;

    @Autowired
    JsonMapper json;

    TenantId harbour = TenantId.next();
    Browser olu = new Browser("");

    @BeforeEach
    void anAdministrator() {
        statement.silent = false;
        vendor.heal();
        harbour = Till.business(tenants);
        olu = browser(person(Role.ADMIN));
    }

    @Test
    void emptyPagesTeach() {
        assertThat(olu.get("/reconciliation").body())
                .contains("Nothing to compare yet", "it is asked every morning")
                .doesNotContain("??", "Compare a day now");
        assertThat(olu.get("/reconciliation/2026-03-04").body())
                .contains("This day was not compared")
                .doesNotContain("??");
        assertThat(olu.get("/payouts").body()).contains("No payouts yet").doesNotContain("??");
    }

    @Test
    void aDifferenceIsSeenAndResolvedWithANote() {
        tell(Kind.CHARGE, 770_000);
        morning();
        assertThat(olu.get("/reconciliation").body())
                .contains("unreliable took NGN\u00a07,700.00, and we know of no such payment", "1 difference")
                .doesNotContain("??");
        String day = "/reconciliation/" + yesterday();
        String page = olu.get(day).body();
        assertThat(page)
                .contains(
                        "One thing does not agree",
                        "line-1",
                        "If it was paid in another shop of yours",
                        "Payments taken")
                .doesNotContain("??");
        String form = page.replaceAll("(?s).*action=\"[^\"]*(/reconciliation/differences/[^\"]*)\".*", "$1");

        var without = olu.post(form, olu.hidden(day), "note", " ");
        assertThat(without.statusCode()).isEqualTo(422);
        assertThat(without.body()).contains("Say what was done, in at most 500 signs.", "aria-invalid=\"true\"");
        var fields = new LinkedHashMap<>(olu.hidden(day));
        var done = olu.post(form, fields, "note", "Paid in <the> other shop");
        var again = olu.post(form, fields, "note", "Me too");

        assertThat(olu.get(olu.next(done)).body())
                .contains("All was settled", "Paid in &lt;the&gt; other shop", "Resolved by Olu Obi")
                .doesNotContain("??");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("This was resolved by somebody else");
        assertThat(olu.get("/reconciliation").body()).contains("Nothing is open", "compared up to");
    }

    @Test
    void aDayIsComparedByHandAndTheProgressShown() {
        pay();
        var answer = olu.post("/reconciliation/runs", run(yesterday()));

        assertThat(olu.get(olu.next(answer)).body())
                .contains(
                        "Begun: the gateway is being asked",
                        "being compared, 0 of 1 day done",
                        "hx-trigger=\"every 3s\"");
        assertThat(olu.get(olu.next(olu.post("/reconciliation/runs", run(yesterday()))))
                        .body())
                .contains("This gateway is being asked already");
        CurrentTenant.run(harbour, () -> comparing.goOn(THEM));
        assertThat(olu.get("/reconciliation").body())
                .contains("are compared by themselves soon", "Nothing moved")
                .doesNotContain("hx-trigger=\"every", "??");
        var tomorrow = olu.post("/reconciliation/runs", run(yesterday().plusDays(2)));
        assertThat(tomorrow.statusCode()).isEqualTo(422);
        assertThat(tomorrow.body()).contains("Choose a day up to today.");
    }

    @Test
    void theDaysGoOn() {
        pay();
        clock.pass(Duration.ofDays(31));
        for (int day = 1; day <= 3; day++) {
            morning();
        }

        String first = olu.get("/reconciliation").body();
        String earlier = first.replaceAll("(?s).*href=\"[^\"]*(/reconciliation\\?before=[^\"]*)\".*", "$1");

        assertThat(first.split("Nothing moved")).hasSize(32);
        assertThat(olu.get(earlier).body().split("Nothing moved")).hasSize(2);
    }

    @Test
    void payoutsLeadToTheirEntries() {
        tell(Kind.PAYOUT, 500_000);
        morning();

        String page = olu.get("/payouts").body();

        assertThat(page)
                .contains("NGN\u00a05,000.00", "line-1", "NGN\u00a00.25 kept for it")
                .doesNotContain("??");
        String entry = page.replaceAll("(?s).*href=\"[^\"]*(/ledger/entries/[^\"]*)\".*", "$1");
        assertThat(olu.get(entry).body()).contains("Paid out by the gateway", "Bank", "Fees of the gateway");
    }

    @Test
    void listsGoIntoSpreadsheets() {
        tell(Kind.PAYOUT, 500_000);
        tell(Kind.CHARGE, 770_000);
        morning();

        assertThat(olu.get("/reconciliation.csv").body())
                .contains(
                        "What differs,Line of the gateway",
                        "\"unreliable took NGN\u00a07,700.00, and we know of no",
                        ",7700.00,,NGN,");
        assertThat(olu.get("/reconciliation/" + yesterday() + "/movements.csv").body())
                .contains("unreliable,Payments taken,line-2,7700.00,0.25,NGN,Unknown here")
                .contains("unreliable,Paid out to your bank,line-1,5000.00,0.25,NGN,Known here");
        assertThat(olu.get("/payouts.csv").body()).contains("unreliable,line-1,5000.00,0.25,NGN,");
        assertThat(olu.get("/ledger/accounts.csv").body()).contains("Bank,,1,5000.00,NGN");
        assertThat(olu.get("/ledger/statement.csv?account=bank&currency=NGN").body())
                .contains("Paid out by the gateway,With the gateway,unreliable,5000.00,5000.00,NGN,");
        assertThat(olu.get("/ledger/statement.csv?account=bank&currency=JPY").statusCode())
                .isEqualTo(404);
    }

    @Test
    void programsReadDifferencesAndPayouts() throws Exception {
        tell(Kind.PAYOUT, 500_000);
        tell(Kind.CHARGE, 770_000);
        morning();
        Person admin = person(Role.ADMIN);

        JsonNode difference = read(admin, "/reconciliation/differences?status=open&gateway=" + THEM)
                .at("/data/0");
        JsonNode payout = read(admin, "/payouts").at("/data/0");

        assertThat(difference.at("/kind").asString()).isEqualTo("unknown_charge");
        assertThat(difference.at("/theirs/amount").asLong()).isEqualTo(770_000);
        assertThat(difference.at("/proposal").asString()).contains("see whose it is");
        assertThat(difference.has("note")).isFalse();
        assertThat(payout.at("/amount/amount").asLong()).isEqualTo(500_000);
        assertThat(payout.at("/fee/amount").asLong()).isEqualTo(25);
        assertThat(read(admin, "/ledger/entries/" + payout.at("/entry_id").asString())
                        .at("/type")
                        .asString())
                .isEqualTo("settlement");
        assertThat(read(admin, "/reconciliation/differences?status=resolved")
                        .at("/data")
                        .size())
                .isZero();
    }

    @Test
    void othersDoNotGetIn() {
        tell(Kind.CHARGE, 770_000);
        morning();
        String day = "/reconciliation/" + yesterday();
        String form =
                olu.get(day).body().replaceAll("(?s).*action=\"[^\"]*(/reconciliation/differences/[^\"]*)\".*", "$1");
        Browser ben = browser(person(Role.STAFF));

        assertThat(ben.get("/reconciliation").statusCode()).isEqualTo(403);
        assertThat(ben.get("/payouts").statusCode()).isEqualTo(403);
        harbour = Till.business(tenants);
        Browser mallory = browser(person(Role.ADMIN));
        assertThat(mallory.get(day).body())
                .contains("This day was not compared")
                .doesNotContain("line-1");
        assertThat(mallory.post(form, mallory.hidden("/reconciliation"), "note", "Mine")
                        .statusCode())
                .isEqualTo(404);
    }

    private Map<String, String> run(LocalDate day) {
        var fields = olu.hidden("/reconciliation");
        fields.put("gateway", THEM);
        fields.put("day", day.toString());
        return fields;
    }

    private void tell(Kind kind, long gross) {
        CurrentTenant.run(harbour, () -> statement.tell(kind, UUID.randomUUID(), null, gross, 25, clock.instant()));
    }

    private void pay() {
        CurrentMember ada = Till.customer(harbour, "Ada");
        CurrentTenant.run(
                harbour,
                () -> assertThat(checkout.pay(
                                        ada,
                                        Till.wish(bills.bill(harbour, ada.id(), 1_000), THEM, UnreliableGateway.CARD),
                                        "k")
                                .status())
                        .isEqualTo(PaymentStatus.SUCCEEDED));
    }

    private void morning() {
        clock.pass(Duration.ofDays(1));
        CurrentTenant.run(harbour, () -> comparing.daily(THEM));
        // The way in was proved a day ago by now.
        olu = browser(person(Role.ADMIN));
    }

    private LocalDate yesterday() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Africa/Lagos")).minusDays(1);
    }

    private Person person(Role role) {
        return people.join(harbour, role == Role.ADMIN ? "Olu" : "Ben", role);
    }

    private Browser browser(Person person) {
        String slug = tenants.find(person.member().tenant()).orElseThrow().slug();
        var browser = new Browser("http://localhost:%d/t/%s".formatted(port, slug));
        browser.get("/come-in/" + person.identity());
        return browser;
    }

    private String token(Person person) {
        return tokens.issue(person.identity(), person.member().tenant(), people.justSignedIn(person));
    }

    private JsonNode read(Person person, String path) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/api/v1%s".formatted(port, path)))
                .header("Authorization", "Bearer " + token(person))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return json.readTree(client.send(request, BodyHandlers.ofString()).body());
        }
    }
}
