package com.gmservices.requests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.Boatyard;
import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.RequestId;
import com.gmservices.requests.ServiceDesk;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The response clock as staff read it on the page of a request. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ClockWordsTests {

    @Autowired
    Boatyard boatyard;

    @Autowired
    Clients clients;

    @Autowired
    ServiceDesk desk;

    Yard yard;
    RequestId id;

    @BeforeEach
    void openYard() {
        yard = boatyard.open();
        id = boatyard.request(yard).id();
    }

    @Test
    void saysWhenTheAnswerIsDueAndWhy() {
        assertThat(page())
                .containsPattern("Answer due in \\d+ \\w+( \\d+ min)? \\(by [^)]+\\)")
                .contains("Priority Normal: an answer within 8 h and the work within 60 h.")
                .containsPattern("Apapa Boats is (open \\S+|closed) today");
    }

    @Test
    void saysHowSoonItWasAnswered() {
        yard.inside(() -> desk.accept(yard.ben(), id, null));

        assertThat(page()).contains("Answered after 1 min, in time").containsPattern("To be done in \\d+ ");
    }

    @Test
    void saysSinceWhenAndWhyItStandsStill() {
        yard.inside(() -> {
            desk.accept(yard.ben(), id, null);
            desk.start(yard.ben(), id, null);
            desk.hold(yard.ben(), id, null, "Waiting for the tide");
        });

        assertThat(page()).containsPattern("Paused since [^<]+: Waiting for the tide");
    }

    @Test
    void customersAreNotTroubledWithIt() {
        assertThat(clients.browser(yard, yard.chidi()).get("/requests/" + id).text())
                .doesNotContain("Answer due");
    }

    private String page() {
        return clients.browser(yard, yard.ben()).get("/requests/" + id).text();
    }
}
