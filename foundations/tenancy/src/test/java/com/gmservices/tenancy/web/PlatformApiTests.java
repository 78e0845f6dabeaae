package com.gmservices.tenancy.web;

import static com.gmservices.tenancy.web.Http.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Fixtures;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpStatus;

@SpringBootTest
class PlatformApiTests {

    @Autowired
    private Http http;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Tenants tenants;

    @Test
    void listsEveryBusinessTheNewestFirst() {
        Tenant first = fixtures.harbourMotors().tenant();
        CurrentMember ada = fixtures.harbourMotors().ada();

        var page = http.get(ada, "/api/v1/platform/tenants?limit=1");
        var next = http.get(ada, "/api/v1/platform/tenants?limit=1&cursor=" + Http.read(page, "$.next_cursor"));

        assertThat(Http.read(page, "$.data[0].id")).isEqualTo(ada.tenant().toString());
        assertThat(Http.read(next, "$.data[0].slug")).isEqualTo(first.slug());
    }

    @Test
    void suspendsAndResumes() {
        CurrentMember ada = fixtures.harbourMotors().ada();
        String uri = "/api/v1/platform/tenants/" + ada.tenant();

        assertThat(http.post(ada, uri + "/suspend", "")).bodyJson().isLenientlyEqualTo("{\"status\": \"suspended\"}");
        assertThat(tenants.find(ada.tenant()).orElseThrow().isActive()).isFalse();
        assertThat(http.post(ada, uri + "/suspend", "")).bodyJson().isLenientlyEqualTo("{\"revision\": 2}");

        assertThat(http.post(ada, uri + "/resume", "")).bodyJson().isLenientlyEqualTo("{\"status\": \"active\"}");
        assertThat(tenants.find(ada.tenant()).orElseThrow().isActive()).isTrue();
    }

    @Test
    void knowsWhenThereIsNoSuchBusiness() {
        CurrentMember ada = fixtures.harbourMotors().ada();

        assertRefused(http.post(ada, "/api/v1/platform/tenants/" + TenantId.next() + "/suspend", ""), "not-found");
    }

    @Test
    void agreesOnAPlanThatHoldsAtOnce() {
        CurrentMember ada = fixtures.harbourMotors().ada();
        String uri = "/api/v1/platform/tenants/" + ada.tenant();
        String plan = """
                {"plan": {"name": "Fleet", "calls_per_minute": 600, "calls_burst": 100, "calls_per_hour": 9000,
                          "storage_bytes": 1000, "monthly_fee": {"amount": 4900, "currency": "USD"},
                          "payment_basis_points": 150, "sms_day": "40.00", "sms_country_day": "0.00"}}""";

        assertThat(http.get(ada, uri)).bodyJson().isLenientlyEqualTo("""
                {"tenant": {"revision": 1}, "plan": {"name": "Standard", "calls_per_minute": 100, "calls_burst": 20,
                 "calls_per_hour": 1000, "payment_basis_points": 0, "sms_day": null, "sms_country_day": null}}""");
        assertThat(http.patch(ada, uri, 1, plan)).bodyJson().isLenientlyEqualTo(plan);

        assertThat(http.get(ada, "/api/v1/tenant/plan"))
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"name\": \"Fleet\", \"monthly_fee\": {\"amount\": 4900, \"currency\": \"USD\"}}");
        assertRefused(http.patch(ada, uri, 1, plan), "stale");
    }

    @Test
    void takesNoMoreThanTheWholePaymentAndNothingUnlessToldSo() {
        CurrentMember ada = fixtures.harbourMotors().ada();
        String uri = "/api/v1/platform/tenants/" + ada.tenant();
        String plan = """
                {"plan": {"name": "Fleet", "calls_per_minute": 600, "calls_burst": 100, "calls_per_hour": 9000,
                          "storage_bytes": 1000%s}}""";

        assertThat(http.patch(ada, uri, 1, plan.formatted(", \"payment_basis_points\": 10001")))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(http.patch(ada, uri, 1, plan.formatted("")))
                .bodyJson()
                .isLenientlyEqualTo("{\"plan\": {\"payment_basis_points\": 0}}");
    }
}
