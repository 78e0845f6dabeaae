package com.gmservices.requests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.Boatyard;
import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.Offering;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.requests.web.Client.Answer;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class AskAgainTests {

    @Autowired
    Boatyard boatyard;

    @Autowired
    Clients clients;

    @Autowired
    ServiceDesk desk;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    Yard yard;
    Offering offering;
    ServiceRequest request;
    Client chidi;

    @BeforeEach
    void aCancelledRequest() {
        yard = boatyard.open();
        offering = boatyard.offer(yard, Boatyard.crane());
        request = boatyard.request(yard, offering, yard.chidi());
        yard.inside(() -> desk.cancel(yard.chidi(), request.id(), null, "She sank"));
        chidi = clients.browser(yard, yard.chidi());
    }

    @Test
    void opensTheFormAsItWasFilledIn() {
        Answer answer = again(chidi);

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/services/" + offering.id() + "/order");
        assertThat(chidi.get("/services/" + offering.id() + "/order").text())
                .contains("Albatross", "11.4", "C 12", "She touched a sandbank.", "Anode", "06:30")
                .contains("name=\"details.needed_by\" value=\"20");
    }

    @Test
    void daysThatHavePassedAreLeftEmpty() {
        yard.inside(() -> transactions.executeWithoutResult(status -> jdbc.sql("""
                update requests.request set details = jsonb_set(details, '{needed_by}', '"2020-01-01"')
                where tenant_id = ? and id = ?
                """)
                .params(yard.tenant().id().value(), request.id().value())
                .update()));

        again(chidi);

        assertThat(chidi.get("/services/" + offering.id() + "/order").text())
                .contains("Albatross")
                .doesNotContain("2020-01-01");
    }

    @Test
    void whatIsNoLongerOfferedLeadsToTheCatalogue() {
        yard.inside(() -> transactions.executeWithoutResult(
                status -> jdbc.sql("update requests.offering set active = false where tenant_id = ? and id = ?")
                        .params(yard.tenant().id().value(), offering.id().value())
                        .update()));

        assertThat(again(chidi).header("Location")).endsWith("/services");
        assertThat(chidi.get("/services").text()).contains("This service is no longer offered.");
    }

    @Test
    void onlyWhatIsFinishedAndOnesOwn() {
        ServiceRequest open = boatyard.request(yard, offering, yard.chidi());
        CurrentMember dayo = boatyard.join(yard, "Dayo Bello", Role.CUSTOMER);

        assertThat(chidi.get("/requests/" + open.id()).text()).doesNotContain("Ask again");
        assertThat(chidi.get("/requests/" + request.id()).text()).contains("Ask again");
        assertThat(chidi.submit("/requests", "/requests/" + open.id() + "/again")
                        .status())
                .isEqualTo(404);
        assertThat(again(clients.browser(yard, dayo)).status()).isEqualTo(404);
        assertThat(again(clients.browser(yard, yard.ben())).status()).isEqualTo(404);
        Yard elsewhere = boatyard.open();
        assertThat(again(clients.browser(elsewhere, elsewhere.chidi())).status())
                .isEqualTo(404);
    }

    private Answer again(Client client) {
        return client.submit("/requests", "/requests/" + request.id() + "/again");
    }
}
