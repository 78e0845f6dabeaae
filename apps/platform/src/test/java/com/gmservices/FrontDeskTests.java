package com.gmservices;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.shell.MenuEntry;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** A role of a business's own, "front desk", that may quote but not give money back: on pages, by API and in the menu. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FrontDeskTests {

    private static final List<String> ALLOWED =
            List.of("read:requests", "read:all-requests", "quote:requests", "read:payments", "collect:payments");

    @LocalServerPort
    int port;

    @Autowired
    List<MenuEntry> menu;

    private Business business;
    private String role;
    private Browser browser;

    /** Joe, who was a customer, works at the front desk. */
    @BeforeEach
    void aFrontDesk() {
        if (business == null) {
            business = new Business(port);
        }
        role = Business.id(business.admin.done(
                "POST", "/api/v1/roles", Map.of("name", "Front desk " + UUID.randomUUID(), "permissions", ALLOWED)));
        give(role);
        browser = Browser.signedIn(port, business.email("joe"));
    }

    @Test
    void seesInTheMenuWhatItMayOpen() {
        String page = open("/board").body();
        assertThat(page).contains("/t/" + business.slug + "/board").contains("/t/" + business.slug + "/payments");
        assertThat(page)
                .doesNotContain("/t/" + business.slug + "/members\"")
                .doesNotContain("/t/" + business.slug + "/settings\"")
                .doesNotContain("/t/" + business.slug + "/overview\"");
        assertThat(Stream.of("/members", "/settings", "/overview", "/catalogue")
                        .map(path -> open(path).statusCode()))
                .containsOnly(403);
    }

    /** Whatever a business puts together to a role. */
    @Test
    void whatStandsInTheMenuOpens() {
        menu.stream()
                .filter(entry -> entry.menu() != MenuEntry.Menu.CUSTOMER
                        && entry.permission().contains(":"))
                .forEach(entry -> {
                    var wish = Map.of("name", "Only " + UUID.randomUUID(), "permissions", List.of(entry.permission()));
                    give(Business.id(business.admin.done("POST", "/api/v1/roles", wish)));
                    assertThat(open(entry.path()).statusCode()).as("%s", entry).isEqualTo(200);
                });
    }

    @Test
    void quotesAndGivesNothingBack() {
        String request = business.ask("maintenance_repair");
        assertThat(actions(request)).contains("quote").doesNotContain("start", "assign", "schedule");
        business.otherCustomer.done("POST", path(request, "quote"), Business.quote());
        assertThat(business.otherCustomer
                        .call("POST", path(request, "assign"), Map.of("provider_id", business.provider))
                        .statusCode())
                .isEqualTo(403);
        String payment = pay(request);
        HttpResponse<String> refund = business.otherCustomer
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .call("POST", "/api/v1/payments/" + payment + "/refunds", Map.of());
        assertThat(refund.statusCode()).isEqualTo(403);
        assertThat(open("/payments/" + payment).body()).doesNotContain("/refunds\"");
        assertThat(Browser.signedIn(port, business.email("ben"))
                        .get("/t/" + business.slug + "/payments/" + payment)
                        .body())
                .contains("/refunds\"");
        assertThat(submit("/payments/" + payment + "/refunds", Map.of()).statusCode())
                .isEqualTo(403);
    }

    @Test
    void itsPageOfARequestOffersAQuoteAlone() {
        String request = business.ask("maintenance_repair");
        String page = open("/requests/" + request).body();
        assertThat(page).contains("/requests/" + request + "/quote\"");
        assertThat(page).doesNotContain("/requests/" + request + "/assign\"");
    }

    /** Its role does not let it see people. */
    @Test
    void knowsCustomersAgainWithoutTheirAddresses() {
        String request = business.ask("maintenance_repair");
        String page = open("/requests/" + request).body();
        assertThat(page).contains("m***a@").doesNotContain(business.email("mia"), "mailto:");
        assertThat(Browser.signedIn(port, business.email("ben"))
                        .get("/t/" + business.slug + "/requests/" + request)
                        .body())
                .contains("mailto:" + business.email("mia"));
    }

    /** The page was opened while the role was there. */
    @Test
    void whoseRoleIsGoneIsToldSoByTheNextForm() {
        String request = business.ask("maintenance_repair");
        assertThat(open("/requests/" + request).statusCode()).isEqualTo(200);
        business.admin.done("DELETE", "/api/v1/roles/" + role + "?take_away=true", null);
        HttpResponse<String> answer = submit("/requests/" + request + "/quote", Map.of());
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("may not do this").contains("administrator");
        assertThat(business.otherCustomer
                        .call("POST", path(request, "quote"), Business.quote())
                        .statusCode())
                .isEqualTo(403);
        assertThat(me().path("roles").valueStream().map(JsonNode::asString)).containsExactly("customer");
    }

    @Test
    void aHeldRoleIsRemovedOnlyWhenThatIsSaid() {
        HttpResponse<String> answer = business.admin.call("DELETE", "/api/v1/roles/" + role, null);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("role-held");
    }

    @Test
    void tellsItsRolesByTheirCodes() {
        JsonNode roles = business.admin.done("GET", "/api/v1/roles", null).path("data");
        String code = roles.valueStream()
                .filter(one -> one.path("id").asString().equals(role))
                .map(one -> one.path("code").asString())
                .findFirst()
                .orElseThrow();
        assertThat(me().path("roles").valueStream().map(JsonNode::asString)).containsExactly("customer", code);
        assertThat(me().path("permissions").valueStream().map(JsonNode::asString))
                .containsAll(ALLOWED);
    }

    private JsonNode me() {
        return business.otherCustomer.done("GET", "/api/v1/me", null).path("member");
    }

    private void give(String roleOf) {
        String member = "/api/v1/members/" + Business.memberId(business.otherCustomer);
        String tag = business.admin
                .call("GET", member, null)
                .headers()
                .firstValue("ETag")
                .orElseThrow();
        business.admin.with("If-Match", tag).done("PATCH", member, Map.of("roles", List.of("customer", roleOf)));
    }

    private List<String> actions(String request) {
        return business.otherCustomer
                .done("GET", "/api/v1/service-requests/" + request, null)
                .path("allowed_actions")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }

    private String pay(String request) {
        business.customer.done("POST", path(request, "accept"), null);
        return Business.id(business.customer
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .done("POST", "/api/v1/payments", Business.payment(request, "sandbox_ok")));
    }

    private static String path(String request, String part) {
        return "/api/v1/service-requests/" + request + "/" + part;
    }

    private HttpResponse<String> open(String path) {
        return browser.get("/t/" + business.slug + path);
    }

    private HttpResponse<String> submit(String path, Map<String, String> fields) {
        return browser.submit("/t/" + business.slug + path, fields);
    }
}
