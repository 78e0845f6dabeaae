package com.gmservices.requests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.Boatyard;
import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.requests.Offering;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.requests.web.Client.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ExportsTests {

    @Autowired
    Boatyard boatyard;

    @Autowired
    Clients clients;

    Yard yard;
    Client ada;

    @BeforeEach
    void openYard() {
        yard = boatyard.open();
        ada = clients.browser(yard, yard.ada());
    }

    @Test
    void everyRequestIsALineAlsoBeyondTheFirstPage() {
        Offering offering = offer("=Crane, out and in");
        for (int request = 0; request < 101; request++) {
            boatyard.request(yard, offering, yard.chidi());
        }

        Answer file = ada.get("/requests.csv");

        assertThat(file.header("content-type")).isEqualTo("text/csv;charset=UTF-8");
        assertThat(file.header("content-disposition"))
                .startsWith("attachment; filename=\"" + yard.tenant().slug() + "-requests-");
        List<String> lines = file.text().lines().toList();
        assertThat(lines).hasSize(102);
        assertThat(lines.getFirst()).startsWith("\ufeffReference,Service,Type of service,Customer,Status");
        assertThat(lines.getLast())
                .contains("\"'=Crane, out and in\"", "Chidi Okafor", "+01:00", ",9000.00,0.00,0.00,NGN");
    }

    @Test
    void theListsFilterGoesIntoTheFile() {
        ServiceRequest request = boatyard.request(yard);

        assertThat(ada.get("/requests.csv?status=pending").text()).contains(request.reference());
        assertThat(ada.get("/requests.csv?status=completed").text().lines()).hasSize(1);
        assertThat(ada.get("/requests?status=pending").text()).contains("/requests.csv?status=pending");
        offer("Mooring");
        assertThat(ada.get("/catalogue.csv?q=moor").text()).contains("Mooring,", ",Fixed price,9000.00,NGN,");
        assertThat(ada.get("/catalogue.csv?q=tow").text().lines()).hasSize(1);
    }

    @Test
    void isForAdministratorsOfThisBusiness() {
        ServiceRequest request = boatyard.request(yard);
        Client ben = clients.browser(yard, yard.ben());
        Yard elsewhere = boatyard.open();

        for (String list : List.of("/requests.csv", "/catalogue.csv", "/providers.csv")) {
            assertThat(ben.get(list).status()).as(list).isEqualTo(403);
            assertThat(ada.get(list).status()).as(list).isEqualTo(200);
            assertThat(clients.browser(elsewhere, elsewhere.ada())
                            .get(list)
                            .text()
                            .lines())
                    .as(list)
                    .hasSize(1);
        }
        assertThat(ben.get("/requests").text()).contains(request.reference()).doesNotContain(".csv");
    }

    @Test
    void thePreviewShowsWhatIsNotOnOfferYet() {
        Offering hidden = boatyard.offer(yard, draft("Slipway", false));
        String path = "/catalogue/" + hidden.id() + "/preview";

        assertThat(ada.get(path).text())
                .contains("They do not yet", "Slipway", "What customers are asked", "disabled")
                .doesNotContain("??");
        assertThat(clients.browser(yard, yard.chidi()).get(path).status()).isEqualTo(403);
        assertThat(ada.get("/services/" + hidden.id()).status()).isEqualTo(404);
    }

    @Test
    void anOfferingIsMovedWithoutScript() {
        Offering one = offer("One");
        Offering two = offer("Two");

        Answer moved = ada.submit(
                "/catalogue",
                "/catalogue/" + one.id() + "/position",
                "before",
                two.id().toString());

        assertThat(moved.header("location")).endsWith("/catalogue");
        String services = ada.get("/services").text();
        assertThat(services.indexOf("One")).isLessThan(services.indexOf("Two")).isPositive();
    }

    private Offering offer(String name) {
        return boatyard.offer(yard, draft(name, true));
    }

    private static Draft draft(String name, boolean active) {
        return new Draft("haul_out", name, "", Offering.Pricing.FIXED, 900_000L, List.of(), List.of(), null, active);
    }
}
