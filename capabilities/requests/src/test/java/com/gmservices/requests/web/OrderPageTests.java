package com.gmservices.requests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.Boatyard;
import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.requests.Offering;
import com.gmservices.requests.web.Client.Answer;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OrderPageTests {

    @Autowired
    Boatyard boatyard;

    @Autowired
    Clients clients;

    Yard yard;
    Client chidi;

    @BeforeEach
    void openYard() {
        yard = boatyard.open();
        chidi = clients.browser(yard, yard.chidi());
    }

    @Test
    void asksWhenOnlyWhereTheDetailsDoNotSayIt() {
        assertThat(chidi.get(form("haul_out")).text()).contains("preferred_at");
        assertThat(chidi.get(form("rigging")).text()).doesNotContain("preferred_at");
    }

    @Test
    void aFoldedGroupOpensWhenSomethingIsInIt() {
        String form = form("haul_out");

        assertThat(chidi.get(form).text()).contains("details.engine.make").doesNotContain("open=\"open\"");
        assertThat(chidi.submit(form, form, "details.engine.make", "Volvo").text())
                .contains("open=\"open\"");
        assertThat(chidi.submit(form, form, "details.engine.make", " ").text()).doesNotContain("open=\"open\"");
    }

    @Test
    void whoWishesForATimeWhenNobodyIsThereHearsOfIt() {
        String form = form("haul_out");

        assertThat(confirmation(form, "2099-12-27T10:00"))
                .contains("Sun 27 Dec 2099, 10:00", "Apapa Boats is closed then and may propose another time.");
        assertThat(confirmation(form, "2099-12-28T10:00"))
                .contains("Mon 28 Dec 2099, 10:00")
                .doesNotContain("closed then");
    }

    @Test
    void staffSeeThatATimeLiesOutsideOpeningHours() {
        String form = form("haul_out");
        confirmation(form, "2099-12-27T10:00");
        String sent = chidi.submit(form + "/confirm", form + "/confirm").header("location");
        String request = sent.substring(sent.indexOf("/requests/"));
        Client ben = clients.browser(yard, yard.ben());
        assertThat(ben.get(request).text()).containsOnlyOnce("Closed then");

        ben.submit(request, request + "/schedule", "starts_at", "2099-12-28T10:00", "ends_at", "2099-12-28T11:00");
        assertThat(ben.get(request).text()).contains("Mon 28 Dec 2099, 10:00").containsOnlyOnce("Closed then");

        ben.submit(request, request + "/schedule", "starts_at", "2099-12-27T10:00", "ends_at", "2099-12-27T11:00");
        assertThat(ben.get(request).text().split("Closed then", -1)).hasSize(3);
    }

    private String confirmation(String form, String preferredAt) {
        Answer kept = chidi.submit(
                form,
                form,
                "details.boat",
                "Sea Eagle",
                "details.length",
                "9.5",
                "details.hull",
                "steel",
                "details.jobs",
                "wash",
                "details.mooring.harbour",
                "Apapa",
                "preferred_at",
                preferredAt);
        assertThat(kept.status()).isEqualTo(302);
        return chidi.get(form + "/confirm").text();
    }

    private String form(String type) {
        var draft = new Draft(type, type, "", Offering.Pricing.QUOTE, null, List.of(), List.of(), null, true);
        return "/services/" + boatyard.offer(yard, draft).id() + "/order";
    }
}
