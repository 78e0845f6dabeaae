package com.gmservices.requests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.Boatyard;
import com.gmservices.requests.Boatyard.Yard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class QuoteFormTests {

    @Autowired
    Boatyard boatyard;

    @Autowired
    Clients clients;

    Client ben;
    String page;

    @BeforeEach
    void openRequest() {
        Yard yard = boatyard.open();
        ben = clients.browser(yard, yard.ben());
        page = "/requests/" + boatyard.request(yard).id();
    }

    @Test
    void aQuoteOfNothingIsRefusedOnThePage() {
        Client.Answer answer = ben.submit(page, page + "/quote", "valid_until", "2099-01-01");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("role=\"alert\"", "2099-01-01");
    }

    @Test
    void whatWasTypedStaysWhenAQuoteIsRefused() {
        Client.Answer answer = ben.submit(
                page,
                page + "/quote",
                "lines.0.description",
                "Antifouling",
                "lines.0.quantity",
                "2",
                "lines.0.amount",
                "cheap",
                "valid_until",
                "2099-01-01");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text()).contains("Antifouling", "value=\"cheap\"");
    }
}
