package com.gmservices.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.identity.security.AccessTokens;
import com.gmservices.money.Money;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
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
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/** The list of payments as an administrator narrows it down, its file, and the chart above it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Till.class)
class PaymentSearchTests {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Tenants tenants;

    @Autowired
    Bills bills;

    @Autowired
    Checkout checkout;

    @Autowired
    Refunding refunding;

    @Autowired
    TestClock clock;

    @Autowired
    AccessTokens tokens;

    @Autowired
    JsonMapper json;

    TenantId harbour = TenantId.next();
    Person ada;
    Person chidi;
    Browser olu = new Browser("");

    @BeforeEach
    void people() {
        harbour = Till.business(tenants);
        ada = people.join(harbour, "Ada", Role.CUSTOMER);
        chidi = people.join(harbour, "Chidi", Role.CUSTOMER);
        olu = administrator();
    }

    @Test
    void filtersLiveInTheAddress() {
        pay(ada, 1_000, "sandbox", "sandbox_ok");
        pay(ada, 2_050, "sandbox", "sandbox_declined");
        pay(chidi, 3_000, UnreliableGateway.NAME, UnreliableGateway.CARD);

        assertThat(found("")).isEqualTo(3);
        assertThat(found("?status=failed")).isEqualTo(1);
        assertThat(found("?status=")).isEqualTo(3);
        assertThat(found("?gateway=unreliable")).isEqualTo(1);
        assertThat(found("?amount=20.50")).isEqualTo(1);
        assertThat(found("?amount=20.51")).isZero();
        assertThat(found("?q=chidi")).isEqualTo(1);
        assertThat(found("?q=sr-2026")).isEqualTo(3);
        assertThat(found("?q=SR-2027")).isZero();
        assertThat(found("?q=Ada&status=succeeded&gateway=sandbox&amount=10&from=%s&to=%s".formatted(today(), today())))
                .isEqualTo(1);
        assertThat(olu.get("/payments?q=nobody").body()).contains("None like this");
    }

    @Test
    void whatWasChosenStaysChosen() {
        pay(ada, 1_000, "sandbox", "sandbox_ok");

        String page =
                olu.get("/payments?q=Ada+%26+co&status=failed&from=2026-01-02").body();

        assertThat(page)
                .contains("value=\"Ada &amp; co\"", "value=\"2026-01-02\"", "name=\"status\" value=\"failed\"")
                .contains("/payments.csv?status=failed&amp;from=2026-01-02&amp;q=Ada%20%26%20co\"")
                .contains("/payments?status=succeeded&amp;from=2026-01-02&amp;q=Ada%20%26%20co\"")
                .doesNotContain("??");
    }

    @Test
    void daysAreThoseOfTheBusiness() {
        pay(ada, 1_000, "sandbox", "sandbox_ok");
        clock.pass(Duration.ofDays(2));
        pay(ada, 1_000, "sandbox", "sandbox_ok");
        olu = administrator();

        assertThat(found("?from=" + today())).isEqualTo(1);
        assertThat(found("?to=" + today().minusDays(1))).isEqualTo(1);
        assertThat(found("?from=%s&to=%s".formatted(today().minusDays(2), today())))
                .isEqualTo(2);
        assertThat(found("?from=" + today().plusDays(1))).isZero();
    }

    @Test
    void whatIsNoAmountIsSaidBesideTheField() {
        pay(ada, 1_000, "sandbox", "sandbox_ok");

        String page = olu.get("/payments?amount=a+lot").body();

        assertThat(page)
                .contains("An amount, such as 49.00", "aria-invalid=\"true\"")
                .doesNotContain("SR-2026-000123");
        assertThat(olu.get("/payments.csv?amount=a+lot").statusCode()).isEqualTo(422);
    }

    @Test
    void theListGoesOnWithinWhatWasChosen() {
        for (int i = 0; i < 28; i++) {
            pay(i % 28 == 3 ? chidi : ada, 1_000, "sandbox", "sandbox_declined");
        }

        String first = olu.get("/payments?q=Ada").body();
        String more = first.replaceAll("(?s).*hx-get=\"[^\"]*(/payments\\?[^\"]*)\".*", "$1")
                .replace("&amp;", "&");

        assertThat(first.split("data-open")).hasSize(26);
        assertThat(olu.get(more).body().split("data-open")).hasSize(3);
    }

    @Test
    void theFileFollowsTheFilters() {
        pay(ada, 1_000, "sandbox", "sandbox_ok");
        pay(chidi, 3_000, "sandbox", "sandbox_ok");

        assertThat(olu.get("/payments.csv").body()).contains("Ada Obi", "Chidi Obi");
        assertThat(olu.get("/payments.csv?q=Chidi").body())
                .contains("Chidi Obi")
                .doesNotContain("Ada Obi");
    }

    @Test
    void programsFilterTheSameWay() throws Exception {
        pay(ada, 1_000, "sandbox", "sandbox_ok");
        pay(chidi, 3_000, "sandbox", "sandbox_ok");
        Person admin = people.join(harbour, "Olu", Role.ADMIN);

        assertThat(read(admin, "?q=Chidi")).isEqualTo(1);
        assertThat(read(admin, "?amount=1000&gateway=sandbox&from=" + today())).isEqualTo(1);
        assertThat(read(admin, "?to=" + today().minusDays(1))).isZero();
        assertThat(read(ada, "")).isEqualTo(1);
        assertThat(read(ada, "?q=Chidi")).isZero();
    }

    @Test
    void theChartShowsWhatWasTakenLessWhatWentBack() {
        Payment payment = pay(ada, 100_000, "sandbox", "sandbox_ok");
        clock.pass(Duration.ofDays(1));
        CurrentTenant.run(
                harbour,
                () -> refunding.refund(Till.staff(harbour, "Ben"), payment.id(), Money.of(25_000, "NGN"), null, "k"));
        olu = administrator();

        String page = olu.get("/payments").body();

        assertThat(page)
                .contains(
                        "NGN\u00a0750.00 in 30 days",
                        "Taken NGN\u00a01,000.00, given back NGN\u00a0250.00",
                        "gm-columns")
                .contains("Figures as a table", "-NGN\u00a0250.00")
                .doesNotContain("??");
        assertThat(olu.get("/payments?by=MONTH").body())
                .contains("NGN\u00a0750.00 in 12 months")
                .doesNotContain("??");
        assertThat(olu.get("/payments?by=WEEK").body())
                .contains("NGN\u00a0750.00 in 13 weeks")
                .doesNotContain("??");
        assertThat(browser(people.join(harbour, "Ben", Role.STAFF))
                        .get("/payments")
                        .body())
                .doesNotContain("gm-columns");
    }

    @Test
    void othersFindNothing() {
        pay(ada, 1_000, "sandbox", "sandbox_ok");
        harbour = Till.business(tenants);
        Browser mallory = administrator();

        assertThat(mallory.get("/payments?q=Ada").body())
                .contains("None like this")
                .doesNotContain("gm-columns");
        assertThat(mallory.get("/payments.csv").body()).doesNotContain("Ada Obi");
    }

    private int found(String query) {
        var answer = olu.get("/payments" + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body().split("data-open", -1).length - 1;
    }

    private Payment pay(Person payer, long amount, String gateway, String method) {
        return CurrentTenant.call(harbour, () -> {
            UUID bill = bills.bill(harbour, payer.member().id(), amount);
            return checkout.pay(
                    customer(payer.member().id()),
                    Till.wish(bill, gateway, method),
                    UUID.randomUUID().toString());
        });
    }

    private CurrentMember customer(MemberId id) {
        CurrentMember somebody = Till.customer(harbour, "Somebody");
        return new CurrentMember(harbour, id, null, somebody.name(), somebody.roles(), somebody.permissions());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Africa/Lagos"));
    }

    private Browser administrator() {
        return browser(people.join(harbour, "Olu", Role.ADMIN));
    }

    private Browser browser(Person person) {
        String slug = tenants.find(person.member().tenant()).orElseThrow().slug();
        var browser = new Browser("http://localhost:%d/t/%s".formatted(port, slug));
        browser.get("/come-in/" + person.identity());
        return browser;
    }

    private int read(Person person, String query) throws Exception {
        String token = tokens.issue(person.identity(), person.member().tenant(), people.justSignedIn(person));
        var request = HttpRequest.newBuilder(URI.create("http://localhost:%d/api/v1/payments%s".formatted(port, query)))
                .header("Authorization", "Bearer " + token)
                .build();
        try (var client = HttpClient.newHttpClient()) {
            return json.readTree(client.send(request, BodyHandlers.ofString()).body())
                    .at("/data")
                    .size();
        }
    }
}
