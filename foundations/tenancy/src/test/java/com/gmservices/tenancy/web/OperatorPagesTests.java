package com.gmservices.tenancy.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Fixtures;
import com.gmservices.tenancy.Tenants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

@SpringBootTest
class OperatorPagesTests {

    @Autowired
    private Http http;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Tenants tenants;

    private CurrentMember ada;
    private String slug;

    @BeforeEach
    void aBusiness() {
        ada = fixtures.harbourMotors().ada();
        slug = tenants.find(ada.tenant()).orElseThrow().slug();
    }

    @Test
    void listsBusinessesByNameOrAddress() {
        assertThat(http.get(ada, "/operator/tenants?q={slug}", slug))
                .hasStatusOk()
                .bodyText()
                .contains("/t/" + slug, "Active", "Automotive");
        assertThat(http.get(ada, "/operator/tenants?q=nosuchbusiness"))
                .bodyText()
                .contains("No business matches");
    }

    @Test
    void asksBeforeItSuspendsAndResumes() {
        String uri = "/operator/tenants/" + ada.tenant();

        assertThat(http.get(ada, uri)).bodyText().contains("Suspend Harbour Motors?", uri + "/suspension");
        assertThat(http.submit(ada, uri + "/suspension")).hasRedirectedUrl("/operator/tenants");

        assertThat(tenants.find(ada.tenant()).orElseThrow().isActive()).isFalse();
        assertThat(http.get(ada, uri)).bodyText().contains("Resume Harbour Motors?", uri + "/resumption");
        http.submit(ada, uri + "/resumption");

        assertThat(tenants.find(ada.tenant()).orElseThrow().isActive()).isTrue();
    }

    @Test
    void agreesOnAPlanAndSaysWhatDoesNotFit() {
        String uri = "/operator/tenants/" + ada.tenant();
        String[] fits = {
            "name",
            "Fleet",
            "callsPerMinute",
            "600",
            "callsBurst",
            "60",
            "callsPerHour",
            "9000",
            "storage",
            "50",
            "monthlyFee",
            "49.00",
            "paymentShare",
            "1.5",
            "smsDay",
            "40.00",
            "smsCountryDay",
            "",
            "revision",
            "1"
        };
        String[] wrong = fits.clone();
        wrong[3] = "many";
        wrong[13] = "100.01";
        wrong[15] = "lots";

        assertThat(http.submit(ada, uri + "/plan", wrong))
                .hasStatus(422)
                .bodyText()
                .contains(
                        "A whole number from 1 to 99999",
                        "value=\"many\"",
                        "A percentage from 0 to 100",
                        "An amount with at most two decimals");
        assertThat(http.submit(ada, uri + "/plan", fits)).hasRedirectedUrl(uri);

        assertThat(http.get(ada, uri))
                .bodyText()
                .contains("value=\"Fleet\"", "value=\"600\"", "value=\"49.00\"", "value=\"1.5\"", "value=\"40.00\"");
        assertThat(http.submit(ada, uri + "/plan", fits))
                .hasStatus(422)
                .bodyText()
                .contains("changed");
    }
}
