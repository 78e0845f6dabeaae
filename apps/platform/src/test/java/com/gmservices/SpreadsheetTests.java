package com.gmservices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What administrators look after goes into spreadsheets as the pages show it, and the trail knows of it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SpreadsheetTests {

    @LocalServerPort
    int port;

    private Business business;
    private Browser owner;
    private String deliveries;

    @BeforeAll
    void fill() {
        business = new Business(port);
        owner = Browser.signedIn(port, business.email("owner"));
        String webhook = Business.id(business.admin
                .done(
                        "POST",
                        "/api/v1/webhooks",
                        Map.of("url", "http://localhost:1/hook", "types", List.of("payment.refunded")))
                .path("webhook"));
        business.admin.done("POST", "/api/v1/webhooks/" + webhook + "/test", Map.of());
        deliveries = "/settings/webhooks/" + webhook + "/deliveries.csv";
    }

    @Test
    void files() {
        String request = business.ask("maintenance_repair");
        String form = """
                --b\r
                Content-Disposition: form-data; name="subject_id"\r
                \r
                %s\r
                --b\r
                Content-Disposition: form-data; name="file"; filename="=Note.txt"\r
                Content-Type: text/plain\r
                \r
                It squeals\r
                --b--\r
                """.formatted(request);
        business.customer
                .with("Content-Type", "multipart/form-data; boundary=b")
                .send("POST", "/api/v1/documents", BodyPublishers.ofString(form));

        assertThat(lines("/files.csv"))
                .hasSize(2)
                .first()
                .asString()
                .contains("Name,Kind,Bytes,State,Staff only,Customer,Sent by,Received,Page,SHA-256");
        assertThat(lines("/files.csv").getLast())
                .startsWith("'=Note.txt,text/plain,10,")
                .contains(",no,mia Okafor,mia Okafor,20", ",/requests/" + request + ",");
        assertThat(page("/files").body()).contains("/files.csv");
    }

    @Test
    void invoicesWithWhatIsOpen() {
        String path = "/api/v1/service-requests/" + business.ask("maintenance_repair");
        business.staff.done("POST", path + "/quote", Business.quote());
        business.customer.done("POST", path + "/accept", null);
        business.staff.done("POST", path + "/start", null);
        business.staff.done("POST", path + "/complete", null);

        await().untilAsserted(() -> assertThat(lines("/invoices.csv?open=true")).hasSize(2));
        assertThat(lines("/invoices.csv?kind=INVOICE").getLast())
                .startsWith("INV-")
                .contains(",mia Okafor,675.00,")
                .endsWith(",675.00,0.00,0.00,675.00,GBP");
        assertThat(lines("/invoices.csv?kind=RECEIPT")).hasSize(1);
        assertThat(page("/invoices?open=true").body()).containsPattern("/invoices.csv\\?[^\"]*open=true\"");
        assertThat(lines("/invoices.csv?kind&open")).hasSize(2);
    }

    @Test
    void sitesWithADayInEachColumn() {
        business.admin.done(
                "POST",
                "/api/v1/sites",
                Map.of(
                        "name",
                        "Dock 2",
                        "address",
                        Map.of("line1", "1 Quay", "city", "Leith", "country", "GB"),
                        "opening_hours",
                        Map.of("tuesday", List.of(Map.of("from", "20:00", "to", "00:00"))),
                        "special_days",
                        List.of(Map.of("date", "2099-12-25", "name", "Christmas", "hours", List.of()))));

        assertThat(lines("/settings/sites.csv").getFirst()).contains("Time zone,Monday,Tuesday,", "Sunday,Special");
        assertThat(lines("/settings/sites.csv").getLast())
                .isEqualTo("Dock 2,1 Quay,,Leith,,GB,Europe/London,closed,20:00–24:00,closed,closed,closed,closed,"
                        + "closed,2099-12-25 Christmas closed");
    }

    @Test
    void rolesSideBySide() {
        assertThat(lines("/members/roles.csv").getFirst())
                .isEqualTo("\ufeffWhat it allows,Permission,Customer,Staff,Administrator");
        assertThat(lines("/members/roles.csv"))
                .anyMatch(line -> line.endsWith(",read:members,no,yes,yes"))
                .noneMatch(line -> line.contains("??"));
    }

    @Test
    void keysOfTheBusinessWithoutTheKey() {
        String key = business.admin
                .done("POST", "/api/v1/api-keys", Map.of("name", "Till", "scopes", List.of("read:requests")))
                .path("key")
                .asString();

        assertThat(lines("/settings/api-keys.csv").getLast())
                .startsWith("Till,")
                .contains(key.substring(key.length() - 4) + ",read:requests,Ada Obi,")
                .doesNotContain(key);
    }

    @Test
    void webhooksAndWhatWasSentThere() {
        assertThat(lines("/settings/webhooks.csv").getLast())
                .startsWith("localhost,http://localhost:1/hook,payment.refunded,Standard Webhooks,");
        assertThat(lines(deliveries)).hasSize(2).last().asString().contains(",webhook.test,20");
        assertThat(lines(deliveries + "?state=delivered")).hasSize(1);
        assertThat(page("/settings/webhooks").body()).contains("/settings/webhooks.csv");
        assertThat(page(deliveries.replace("/deliveries.csv", "?state=delivered"))
                        .body())
                .doesNotContain(".csv");
    }

    @Test
    void areForThoseWhoMaySeeTheList() {
        Browser ben = Browser.signedIn(port, business.email("ben"));

        for (String list : List.of(
                "/files.csv",
                "/settings/sites.csv",
                "/members/roles.csv",
                "/settings/api-keys.csv",
                "/settings/webhooks.csv",
                "/invoices.csv",
                deliveries)) {
            assertThat(ben.get("/t/" + business.slug + list).statusCode())
                    .as(list)
                    .isEqualTo(403);
        }
    }

    @Test
    void theTrailSaysWhoTookAListAlongHoweverDeepItLies() {
        lines("/ledger/accounts.csv");
        lines(deliveries);

        assertThat(lines("/audit.csv").stream().filter(line -> line.contains("list.exported")))
                .anyMatch(line -> line.contains("accounts.csv"))
                .anyMatch(line -> line.contains("deliveries.csv"));
    }

    private List<String> lines(String list) {
        HttpResponse<String> file = page(list);
        assertThat(file.statusCode()).as(list).isEqualTo(200);
        return file.body().lines().toList();
    }

    private HttpResponse<String> page(String path) {
        return owner.get("/t/" + business.slug + path);
    }
}
