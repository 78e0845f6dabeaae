package com.gmservices.tenancy.web;

import static com.gmservices.tenancy.web.Http.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Fixtures;
import com.gmservices.tenancy.Fixtures.Business;
import com.gmservices.tenancy.Role;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
class TenantApiTests {

    @Autowired
    private Http http;

    @Autowired
    private Fixtures fixtures;

    private Business harbour;

    @BeforeEach
    void aBusiness() {
        harbour = fixtures.harbourMotors();
    }

    @Test
    void showsTheSettingsToMembers() {
        CurrentMember chidi = fixtures.join(harbour, "Chidi", Role.CUSTOMER);

        assertThat(http.get(chidi, "/api/v1/tenant"))
                .hasHeader("ETag", "\"1\"")
                .bodyJson()
                .isEqualTo("""
                {"id": "%s", "slug": "%s", "name": "Harbour Motors", "accent": "#0b5cad", "currency": "NGN",
                 "time_zone": "Africa/Lagos", "tax_number": null, "tax_rates": [], "domains": ["automotive"],
                 "second_factor_required": false, "allowed_origins": [], "status": "active", "revision": 1, "created_at": "%s",
                 "closes_at": null}
                """.formatted(
                                harbour.tenant().id(),
                                harbour.tenant().slug(),
                                harbour.tenant().createdAt()));
    }

    @Test
    void changesWhatIsSaidAndLeavesTheRest() {
        assertThat(patch(1, """
                {"accent": "#7A1F3D", "currency": "EUR", "time_zone": "Europe/Paris", "tax_number": "DE 123",
                 "tax_rates": [{"code": "vat", "name": "VAT", "rate": "7.5"}], "domains": ["logistics", "automotive"]}
                """)).hasHeader("ETag", "\"2\"").bodyJson().isLenientlyEqualTo("""
                {"name": "Harbour Motors", "accent": "#7a1f3d", "currency": "EUR", "time_zone": "Europe/Paris",
                 "tax_number": "DE 123", "tax_rates": [{"code": "vat", "name": "VAT", "rate": "7.5"}],
                 "domains": ["automotive", "logistics"], "revision": 2}
                """);

        assertThat(patch(2, "{\"tax_number\": null}"))
                .bodyJson()
                .isLenientlyEqualTo("{\"accent\": \"#7a1f3d\", \"tax_number\": null}");
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertRefused(patch(1, "{\"accent\": \"#ffcc00\"}"), "poor-contrast");
        assertRefused(patch(1, "{\"accent\": \"blue\"}"), "invalid");
        assertRefused(patch(1, "{\"domains\": []}"), "invalid");
        assertRefused(patch(1, "{\"name\": \" \"}"), "invalid");
        assertRefused(patch(1, "{\"currency\": \"XXX\"}"), "invalid");
        assertRefused(patch(1, """
                {"tax_rates": [{"code": "vat", "name": "VAT", "rate": "7.5"}, {"code": "vat", "name": "V", "rate": "5"}]}
                """), "invalid");
        assertThat(patch(1, "{\"tax_rates\": [null]}")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(patch(1, "{\"slug\": \"other\"}")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(http.get(harbour.ada(), "/api/v1/tenant")).hasHeader("ETag", "\"1\"");
    }

    @Test
    void namesWebSitesAsBrowsersDo() {
        assertThat(patch(1, "{\"allowed_origins\": [\"https://shop.example\", \"https://a-b.example:8443\"]}"))
                .bodyJson()
                .isLenientlyEqualTo("{\"allowed_origins\": [\"https://a-b.example:8443\", \"https://shop.example\"]}");

        for (String other : List.of(
                "http://shop.example",
                "https://Shop.example",
                "https://shop.example/",
                "https://shop.example/path",
                "https://*.example",
                "https://shop.example:443",
                "https://shop.example:99999",
                "https://me@shop.example",
                "https://shop.example?x",
                "https://-shop.example",
                "https://shop..example",
                "shop.example",
                "null",
                "*",
                "")) {
            assertRefused(patch(2, "{\"allowed_origins\": [\"%s\"]}".formatted(other)), "invalid");
        }
        assertThat(patch(2, "{\"allowed_origins\": []}")).bodyJson().isLenientlyEqualTo("{\"allowed_origins\": []}");
    }

    @Test
    void theSlowerOfTwoAdministratorsIsTold() {
        CurrentMember ben = fixtures.join(harbour, "Ben", Role.ADMIN);
        patch(1, "{\"name\": \"Harbour\"}");

        assertRefused(http.patch(ben, "/api/v1/tenant", 1, "{\"name\": \"Ben's\"}"), "stale");
        assertThat(http.get(ben, "/api/v1/tenant")).bodyJson().isLenientlyEqualTo("{\"name\": \"Harbour\"}");
    }

    @Test
    void staffMayNotChangeSettings() {
        CurrentMember ben = fixtures.join(harbour, "Ben", Role.STAFF);

        assertRefused(http.patch(ben, "/api/v1/tenant", 1, "{\"name\": \"Ben's\"}"), "forbidden");
    }

    @Test
    void deliversTheAccentAsAStylesheet() {
        assertThat(http.get(harbour.ada(), "/accent.css"))
                .hasContentTypeCompatibleWith("text/css")
                .hasHeader("Cache-Control", "no-cache")
                .hasHeader("ETag", "\"0b5cad\"")
                .bodyText()
                .isEqualTo(":root{--accent:#0b5cad}");
        assertThat(http.get(harbour.ada(), "/accent.css?v=1"))
                .hasHeader("Cache-Control", "max-age=31536000, public, immutable");
    }

    private MvcTestResult patch(int revision, String json) {
        return http.patch(harbour.ada(), "/api/v1/tenant", revision, json);
    }
}
