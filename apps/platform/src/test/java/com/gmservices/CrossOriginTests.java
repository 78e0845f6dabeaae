package com.gmservices;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Scripts of other web sites, as their browsers see the answers. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CrossOriginTests {

    private static final String SHOP = "https://shop.example";
    private static final String OTHER_SHOP = "https://other-shop.example";
    private static final String TENANT = "/api/v1/tenant";

    @LocalServerPort
    int port;

    private Business harbour;
    private Business york;

    @BeforeAll
    void found() {
        harbour = naming(SHOP);
        york = naming(OTHER_SHOP);
    }

    private Business naming(String origin) {
        var business = new Business(port);
        business.admin
                .with(
                        "If-Match",
                        business.admin
                                .call("GET", TENANT, null)
                                .headers()
                                .firstValue("ETag")
                                .orElseThrow())
                .done("PATCH", TENANT, Map.of("allowed_origins", List.of(origin)));
        return business;
    }

    private HttpHeaders beforehand(String origin) {
        return Program.at(port)
                .with("Origin", origin)
                .with("Access-Control-Request-Method", "PATCH")
                .with("Access-Control-Request-Headers", "authorization,x-tenant,if-match")
                .call("OPTIONS", TENANT, null)
                .headers();
    }

    private HttpResponse<String> call(Business business, String origin) {
        return business.admin.inside(business.slug).with("Origin", origin).call("GET", TENANT, null);
    }

    @Test
    void aNamedSiteIsLetIn() {
        assertThat(beforehand(SHOP).map())
                .containsEntry("access-control-allow-origin", List.of(SHOP))
                .containsEntry("access-control-max-age", List.of("600"))
                .hasEntrySatisfying(
                        "access-control-allow-headers",
                        names -> assertThat(names.getFirst())
                                .contains("Authorization", "X-Tenant", "If-Match", "Idempotency-Key"))
                .hasEntrySatisfying(
                        "access-control-allow-methods",
                        names -> assertThat(names.getFirst()).contains("PATCH"))
                .doesNotContainKey("access-control-allow-credentials");

        HttpResponse<String> answer = call(harbour, SHOP);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().map())
                .containsEntry("access-control-allow-origin", List.of(SHOP))
                .hasEntrySatisfying(
                        "access-control-expose-headers",
                        names -> assertThat(names.getFirst()).contains("ETag", "Retry-After"))
                .hasEntrySatisfying("vary", names -> assertThat(names).contains("Origin"))
                .doesNotContainKey("access-control-allow-credentials");
    }

    /** Else its script could not tell an expired token from a broken wire. */
    @Test
    void itReadsRefusalsToo() {
        HttpResponse<String> refused = Program.at(port)
                .inside(harbour.slug)
                .with("Origin", SHOP)
                .with("Authorization", "Bearer expired")
                .call("GET", TENANT, null);

        assertThat(refused.statusCode()).isEqualTo(401);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).hasValue(SHOP);
    }

    @Test
    void nobodyElseIs() {
        for (String origin : List.of(
                OTHER_SHOP,
                "null",
                "http://shop.example",
                "https://shop.example:8443",
                "https://shop.example.evil.example",
                "https://evil-shop.example",
                "https://sub.shop.example",
                "https://SHOP.example",
                "https://evil.example")) {
            HttpResponse<String> answer = call(harbour, origin);
            assertThat(answer.headers().map())
                    .as(origin)
                    .doesNotContainKey("access-control-allow-origin")
                    .hasEntrySatisfying("vary", names -> assertThat(names).contains("Origin"));
            if (!origin.equals(OTHER_SHOP)) {
                assertThat(beforehand(origin).map()).as(origin).doesNotContainKey("access-control-allow-origin");
            }
        }
    }

    @Test
    void aSiteReadsNothingOfAnotherBusiness() {
        assertThat(call(york, SHOP).headers().map()).doesNotContainKey("access-control-allow-origin");
        assertThat(call(york, OTHER_SHOP).headers().map()).containsKey("access-control-allow-origin");
        HttpResponse<String> asked =
                york.admin.inside(harbour.slug).with("Origin", SHOP).call("GET", TENANT, null);
        assertThat(asked.statusCode()).isEqualTo(403);
    }

    /** Cookies are none of the API's; and pages, which know them, say nothing of other sites. */
    @Test
    void pagesStayClosed() {
        HttpHeaders page = Program.at(port)
                .inside(harbour.slug)
                .with("Origin", SHOP)
                .call("GET", "/t/%s/services".formatted(harbour.slug), null)
                .headers();

        assertThat(page.map()).doesNotContainKey("access-control-allow-origin");
    }

    /** The page of the API's description calls it from here. */
    @Test
    void ourOwnPagesNeedNoLeave() {
        String own = "http://localhost:" + port;

        assertThat(call(harbour, own).statusCode()).isEqualTo(200);
        assertThat(call(harbour, own).headers().map()).doesNotContainKey("access-control-allow-origin");
    }
}
