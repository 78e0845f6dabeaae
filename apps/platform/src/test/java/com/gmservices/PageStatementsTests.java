package com.gmservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** What a page asks of the database: little, and not more when there is more to show. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageStatementsTests {

    private static final int MOST = 12;

    /** A search looks for the words and, when hardly anything has them, for what is like them. */
    private static final int MOST_OF_SEARCH = 15;

    /** Who calls and what their roles allow, when nobody has asked within the last seconds. */
    private static final int WHO_CALLS = 2;

    private static final int FEW = 2;
    private static final int MANY = 12;

    @LocalServerPort
    int port;

    @Autowired
    StatementCount statements;

    @Autowired
    JdbcClient jdbc;

    private final String slug = "count-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<String> offerings = new ArrayList<>();
    private final List<String> members = new ArrayList<>();
    private final List<String> providers = new ArrayList<>();
    private final List<String> requests = new ArrayList<>();
    private final List<String> payments = new ArrayList<>();
    private final List<String> webhooks = new ArrayList<>();
    private Caller owner;
    private Caller customer;
    private Map<String, Cost> whenFew;
    private Map<String, Cost> whenMany;

    /** Of one page: looked at for the first time, and again when what is looked up often is at hand. */
    private record Cost(int first, int again) {}

    @BeforeAll
    void measure() throws Exception {
        found(slug, "owner@" + slug + ".example");
        jdbc.sql("update identity.identity set operator = true where email = ?")
                .param("owner@" + slug + ".example")
                .update();
        owner = new Caller(port, slug).signedIn("owner@" + slug + ".example");
        owner.post("/auth/register", person("customer@" + slug + ".example"));
        customer = new Caller(port, slug).signedIn("customer@" + slug + ".example");
        fill(FEW);
        whenFew = costs();
        fill(MANY);
        whenMany = costs();
    }

    @Test
    void noPageNeedsMoreThanTwelve() {
        assertThat(whenMany).allSatisfy((page, cost) -> {
            int most = page.contains("?q=") ? MOST_OF_SEARCH : MOST;
            assertThat(cost.first()).isLessThanOrEqualTo(most + WHO_CALLS);
            assertThat(cost.again()).isLessThanOrEqualTo(most);
        });
    }

    @Test
    void noPageNeedsMoreForMoreRows() {
        assertThat(whenMany)
                .allSatisfy((page, cost) -> assertThat(whenFew)
                        .hasEntrySatisfying(
                                page, few -> assertThat(cost.again()).isLessThanOrEqualTo(few.again())));
    }

    private Map<String, Cost> costs() throws Exception {
        String last = requests.getLast();
        var costs = new LinkedHashMap<String, Cost>();
        for (String page : List.of(
                "/home",
                "/services",
                "/services/" + offerings.getFirst(),
                "/services/" + offerings.getFirst() + "/order",
                "/requests",
                "/requests/" + requests.getFirst(),
                "/notifications",
                "/receipts",
                "/payment-methods",
                "/payments/" + payments.getFirst() + "/receipt",
                "/me/requests")) {
            costs.put("customer " + named(page), cost(customer, "/t/" + slug + page));
        }
        for (String page : List.of(
                "/day",
                "/day?all=true",
                "/board",
                "/board/" + last,
                "/requests/new",
                "/requests/new?q=customer&service=" + offerings.getFirst(),
                "/overview",
                "/members/roles",
                "/requests.csv",
                "/members.csv",
                "/catalogue.csv",
                "/providers.csv",
                "/payments.csv",
                "/disputes.csv",
                "/ledger/accounts.csv",
                "/ledger/statement.csv?account=revenue&currency=GBP",
                "/notifications/log.csv",
                "/files.csv",
                "/invoices.csv",
                "/settings/sites.csv",
                "/members/roles.csv",
                "/settings/api-keys.csv",
                "/settings/webhooks.csv",
                "/settings/webhooks/" + webhooks.getFirst() + "/deliveries.csv",
                "/catalogue/" + offerings.getFirst() + "/preview",
                "/requests",
                "/requests?status=confirmed&provider=me&sort=status",
                "/requests?q=lovelace&late=true",
                "/requests?q=lovelcae",
                "/requests/" + requests.getFirst(),
                "/requests/" + last,
                "/notifications",
                "/notifications/log",
                "/settings/texts",
                "/members",
                "/members/" + members.getFirst(),
                "/members/" + members.getFirst() + "/data",
                "/members/invitations",
                "/providers",
                "/providers/" + providers.getFirst(),
                "/catalogue",
                "/catalogue/" + offerings.getFirst(),
                "/payments",
                "/payments/" + payments.getFirst(),
                "/invoices",
                "/disputes",
                "/reconciliation",
                "/payouts",
                "/sandbox",
                "/settings/gateways",
                "/settings/gateways/stripe",
                "/ledger",
                "/ledger/accounts",
                "/ledger/statement?account=revenue&currency=GBP",
                "/files",
                "/settings",
                "/settings/data",
                "/settings/sites",
                "/settings/webhooks",
                "/settings/webhooks/events",
                "/settings/webhooks/" + webhooks.getFirst(),
                "/settings/webhooks/" + webhooks.getFirst() + "/edit")) {
            costs.put("staff " + named(page), cost(owner, "/t/" + slug + page));
        }
        for (String page : List.of(
                "/",
                "/me",
                "/me/data",
                "/me/businesses",
                "/operator/tenants",
                "/operator/deletions",
                "/operator/mailbox",
                "/operator/untold",
                "/operator/sign-outs",
                "/operator/audit")) {
            costs.put("platform " + page, cost(owner, page));
        }
        return costs;
    }

    private static String named(String page) {
        return page.replaceAll("[0-9a-f-]{36}", "{id}");
    }

    private Cost cost(Caller caller, String page) throws Exception {
        int first = count(caller, page);
        int again = count(caller, page);
        int onceMore = count(caller, page);
        return new Cost(first, Math.min(again, onceMore));
    }

    private int count(Caller caller, String page) throws Exception {
        String call = UUID.randomUUID().toString();
        HttpResponse<String> answer = caller.open(page, call);
        assertThat(answer.statusCode()).as(page).isEqualTo(200);
        return statements.of(call).get(10, TimeUnit.SECONDS);
    }

    /** Lays in what is missing to so many of everything that pages list. */
    private void fill(int rows) {
        for (int row = offerings.size(); row < rows; row++) {
            found("%s-%d".formatted(slug, row), "owner%d@%s.example".formatted(row, slug));
            offerings.add(offering(row));
            members.add(id(owner.post("/members", """
                    {"name": "Mia %d", "email": "mia%d@%s.example"}""".formatted(row, row, slug))));
            providers.add(id(owner.post("/providers", """
                    {"name": "Lift %d", "service_types": ["maintenance_repair"]}""".formatted(row))));
            owner.post("/sites", """
                    {"name": "Yard %d"}""".formatted(row));
            webhooks.add(id(owner.post("/webhooks", """
                    {"url": "http://localhost:1/%d", "types": ["payment.refunded"]}""".formatted(row)).get("webhook")));
            owner.post("/webhooks/%s/test".formatted(webhooks.getFirst()), "{}");
            requests.add(request());
            payments.add(payment(requests.getLast()));
            owner.post("/service-requests/%s/schedule".formatted(requests.getFirst()), """
                    {"starts_at": "2031-01-%02dT09:00:00Z", "ends_at": "2031-01-%02dT10:00:00Z"}""".formatted(row + 1, row + 1));
        }
        await().until(() -> customer.get("/notifications?limit=100").get("data").size() >= rows);
    }

    private void found(String slug, String owner) {
        new Caller(port, slug).post("/tenants", """
                {"slug": "%s", "name": "Count Garage", "time_zone": "Europe/London", "currency": "GBP",
                 "domains": ["automotive"], "owner": %s}""".formatted(slug, person(owner)));
    }

    private static String person(String email) {
        return """
                {"email": "%s", "password": "%s", "first_name": "Ada", "last_name": "Lovelace"}""".formatted(email, Caller.PASSWORD);
    }

    private String offering(int row) {
        return id(owner.post("/services", """
                {"service_type": "maintenance_repair", "name": "Service %d", "description": "By the book.",
                 "pricing": "fixed", "price": {"amount": 14900, "currency": "GBP"}}""".formatted(row)));
    }

    private String request() {
        JsonNode example = owner.get("/services/" + offerings.getLast())
                .get("details_schema")
                .get("examples")
                .get(0);
        String request = id(customer.post("/service-requests", """
                {"service_id": "%s", "details": %s}""".formatted(offerings.getLast(), example)));
        owner.post("/service-requests/%s/assign".formatted(request), """
                {"provider_id": "%s"}""".formatted(providers.getLast()));
        owner.post("/service-requests/%s/accept".formatted(request), "");
        return request;
    }

    private String payment(String request) {
        return id(customer.post("/payments", """
                {"service_request_id": "%s", "gateway": "sandbox", "payment_method": "sandbox_ok"}""".formatted(request)));
    }

    private static String id(JsonNode created) {
        return created.get("id").asString();
    }
}
