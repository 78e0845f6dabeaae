package com.gmservices;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Pages that one comes to on the way, on a telephone, light and dark: nothing sticks out and nobody is shut out. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoundPagesTests {

    private static final String REQUESTS = Business.BASE + "/service-requests/";

    private static final int PHONE = 360;

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    private final List<String> faults = new ArrayList<>();
    private final Map<String, String> requests = new LinkedHashMap<>();
    private final Chromium chromium = new Chromium();
    private Business business;

    @BeforeAll
    void bringARequestToEachStage() {
        business = new Business(port);
        for (String stage :
                List.of("pending", "quoted", "confirmed", "in_progress", "on_hold", "completed", "cancelled")) {
            requests.put(stage, business.ask("maintenance_repair"));
        }
        move(business.customer, "cancelled", "cancel", Map.of("reason", "Sold the car"));
        for (String stage : List.of("quoted", "confirmed", "in_progress", "on_hold", "completed")) {
            move(business.staff, stage, "quote", Business.quote());
        }
        for (String stage : List.of("confirmed", "in_progress", "on_hold", "completed")) {
            move(business.customer, stage, "accept", Map.of());
            move(
                    business.staff,
                    stage,
                    "schedule",
                    Map.of("starts_at", Business.in(1, ChronoUnit.DAYS), "ends_at", Business.in(2, ChronoUnit.DAYS)));
        }
        for (String stage : List.of("in_progress", "on_hold", "completed")) {
            move(business.staff, stage, "start", Map.of());
        }
        move(business.staff, "on_hold", "hold", Map.of("reason", "The part comes tomorrow"));
        move(business.staff, "completed", "complete", Map.of());
    }

    private void move(Program person, String stage, String move, Map<String, Object> body) {
        person.done("POST", REQUESTS + requests.get(stage) + "/" + move, body.isEmpty() ? null : body);
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void ofACustomer() {
        try (BrowserContext context = chromium.window(PHONE, ColorScheme.LIGHT, true)) {
            Page page = signedIn(context, "mia");
            requests.forEach((stage, request) -> look(page, "/requests/" + request));
            look(page, "/services/" + business.services.get("maintenance_repair") + "/order");
            look(page, "/board");
            look(page, "/me/notifications");
            look(page, "/notifications");
            look(page, "/me/data");
            look(page, "/payment-methods");
            look(page, "/nowhere");
            pay(page, "confirmed", "asks you to confirm");
            look(page);
            pay(page, "in_progress", "declined");
            look(page);
            pay(page, "on_hold", "does not answer");
            look(page);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void ofStaff() {
        try (BrowserContext context = chromium.window(PHONE, ColorScheme.LIGHT, true)) {
            Page page = signedIn(context, "owner");
            requests.forEach((stage, request) -> look(page, "/requests/" + request));
            look(page, "/members/new");
            look(page, "/members/roles");
            look(page, "/settings/api-keys");
            look(page, "/members/" + Business.memberId(business.customer));
            look(page, "/providers/" + business.provider);
            look(page, "/catalogue/" + business.services.get("maintenance_repair"));
            look(page, "/settings/sites/new");
            look(page, "/settings/webhooks");
            look(page, "/settings/webhooks/events");
            look(page, "/files");
            look(page, "/settings/webhooks/new");
            page.locator("main input[type=url]").fill("https://127.0.0.1/hooks");
            page.locator("main button.btn-primary").click();
            look(page);
            page.locator("main input[type=url]").fill("http://localhost:1/hooks");
            page.locator("main button.btn-primary").click();
            look(page);
            page.locator("main a.btn").click();
            page.locator("form[action$=tests] button").click();
            look(page);
            page.locator("main a").first().click();
            look(page);
            look(page, "/settings/webhooks");
            look(page, "/notifications/log");
            look(page, "/notifications/log?member=" + Business.memberId(business.customer));
            look(page, "/settings/texts");
            look(page, "/settings/texts/requests.news.customer.quote,fr,mail");
            look(page, "/members/" + Business.memberId(business.customer) + "/data");
            look(page, "/settings/data");
            page.locator("#passphrase").fill("too short");
            page.locator("form[action$=exports] button").click();
            look(page);
            page.navigate(at("/requests/" + requests.get("pending")));
            page.locator("#quote button.btn-primary").click();
            look(page);
            look(page, "/payments/" + paid());
            page.navigate(at("/requests/" + requests.get("completed")));
            page.locator("form[action$='/invoice'] button").click();
            look(page);
            look(page, "/invoices");
            look(page, "/disputes");
            look(page, "/reconciliation");
            look(page, "/payouts");
            look(page, "/payments");
            look(page, "/sandbox");
            look(page, "/settings/gateways");
            look(page, "/settings/gateways/stripe");
            page.locator("main form button.btn-primary").click();
            look(page);
            page.navigate(at("/pay/service-request/" + requests.get("confirmed")));
            page.locator("form[action$='/links'] button").first().click();
            look(page);
            look(page, "/pay/links/" + page.url().substring(page.url().lastIndexOf('/') + 1));
            look(page, "/ledger");
            look(page, "/ledger/accounts");
            page.locator("main tbody a").last().click();
            look(page);
            page.locator("main tbody a").first().click();
            look(page);
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void ofTheOperator() {
        jdbc.sql("update identity.identity set operator = true where email = ?")
                .param(business.email("joe"))
                .update();
        try (BrowserContext context = chromium.window(PHONE, ColorScheme.LIGHT, true)) {
            Page page = signedIn(context, "joe");
            for (String path : List.of(
                    "/operator/untold",
                    "/operator/sign-outs",
                    "/operator/tenants",
                    "/operator/audit",
                    "/operator/tenants/" + business.id,
                    "/operator/texts",
                    "/operator/tenants/" + business.id + "/imports",
                    "/operator/deletions",
                    "/operator/mailbox")) {
                open(page, "http://localhost:" + port + path);
                look(page);
            }
            page.locator("a[data-open]").first().click();
            look(page);
        }
        assertThat(faults).isEmpty();
    }

    private String paid() {
        return Business.id(business.customer
                .with("Idempotency-Key", UUID.randomUUID().toString())
                .done(
                        "POST",
                        Business.BASE + "/payments",
                        Business.payment(String.valueOf(requests.get("completed")), "sandbox_ok")));
    }

    private void pay(Page page, String stage, String card) {
        page.navigate(at("/pay/service-request/" + requests.get(stage)));
        page.getByLabel(Pattern.compile(card)).check();
        look(page);
        page.locator("main button.btn-primary").click();
    }

    private void look(Page page, String path) {
        open(page, at(path));
        look(page);
    }

    /** A page that says that something is out of order can be sound too. */
    private void open(Page page, String address) {
        int status = page.navigate(address).status();
        if (status >= 500) {
            faults.add(address + " answers " + status);
        }
    }

    private void look(Page page) {
        faults.addAll(Faults.of(page, page.url(), PHONE));
    }

    private Page signedIn(BrowserContext context, String name) {
        Page page = context.newPage();
        page.navigate(at("/sign-in"));
        page.locator("input[type=email]").fill(business.email(name));
        page.locator("input[type=password]").fill(Business.PASSWORD);
        page.locator("main button.btn-primary").click();
        page.waitForURL(url -> !url.contains("sign-in"));
        return page;
    }

    private String at(String path) {
        return "http://localhost:" + port + "/t/" + business.slug + path;
    }
}
