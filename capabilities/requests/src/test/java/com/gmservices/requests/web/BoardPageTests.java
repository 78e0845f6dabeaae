package com.gmservices.requests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.Boatyard;
import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.requests.Offering;
import com.gmservices.requests.Providers;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.requests.ServiceRequest;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BoardPageTests {

    @Autowired
    Boatyard boatyard;

    @Autowired
    Clients clients;

    @Autowired
    ServiceDesk desk;

    @Autowired
    Providers providers;

    Yard yard;
    Client ben;

    @BeforeEach
    void openYard() {
        yard = boatyard.open();
        ben = clients.browser(yard, yard.ben());
    }

    @Test
    void anEmptyBoardSaysWhatItIsFor() {
        assertThat(ben.get("/board").text())
                .contains("Nothing is waiting.", "New", "Quoted", "Completed (7 days)")
                .doesNotContain("??");
        assertThat(ben.get("/board?mine=true").text()).contains("Nothing is assigned to you.");
    }

    @Test
    void itsColumnsArePartsThatFollowWhatOthersDo() {
        boatyard.request(yard);

        assertThat(ben.get("/board").text())
                .contains("data-live=\"request\"", "id=\"column-pending\"", "Crane out and in", "Chidi Okafor");
    }

    @Test
    void mineIsWhatIsAssignedToMe() {
        Offering offering = boatyard.offer(yard, crane());
        ServiceRequest bens = boatyard.request(yard, offering, yard.chidi());
        ServiceRequest nobodys = boatyard.request(yard, offering, yard.chidi());
        yard.inside(() -> {
            var draft = new Providers.Draft("Ben", yard.ben().id(), Set.of("haul_out"), true);
            desk.assign(
                    yard.ada(),
                    bens.id(),
                    null,
                    providers.add(yard.ada(), draft).id());
        });

        assertThat(ben.get("/board").text()).contains(bens.reference(), nobodys.reference(), "Assigned to Ben");
        assertThat(ben.get("/board?mine=true").text())
                .contains(bens.reference())
                .doesNotContain(nobodys.reference());
        assertThat(clients.browser(yard, yard.efe()).get("/board?mine=true").text())
                .contains("Nothing is assigned to you.");
    }

    @Test
    void isForStaffOfThisBusiness() {
        ServiceRequest request = boatyard.request(yard);
        Yard elsewhere = boatyard.open();

        assertThat(clients.browser(yard, yard.chidi()).get("/board").status()).isEqualTo(403);
        assertThat(clients.browser(elsewhere, elsewhere.ben()).get("/board").text())
                .doesNotContain(request.id().toString());
    }

    private static Draft crane() {
        return new Draft("haul_out", "Crane", "", Offering.Pricing.FIXED, 900_000L, List.of(), List.of(), null, true);
    }
}
