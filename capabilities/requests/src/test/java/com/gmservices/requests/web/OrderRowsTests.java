package com.gmservices.requests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.Boatyard;
import com.gmservices.requests.Boatyard.Yard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** A list in the form of an order grows as long as it may be. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class OrderRowsTests {

    private static final String SECOND_ROW = "name=\"details.spares.1.name\"";
    private static final String THIRD_ROW = "name=\"details.spares.2.name\"";
    private static final String BUTTON = "name=\"more\"";

    @Autowired
    Boatyard boatyard;

    @Autowired
    Clients clients;

    Client chidi;
    String page;

    @BeforeEach
    void openForm() {
        Yard yard = boatyard.open();
        chidi = clients.browser(yard, yard.chidi());
        page = "/services/" + boatyard.request(yard).order().offering() + "/order";
    }

    @Test
    void beginsWithOneRow() {
        assertThat(chidi.get(page).text())
                .contains("name=\"details.spares.0.name\"", BUTTON, "formaction=\"#details-spares\"")
                .doesNotContain(SECOND_ROW);
    }

    @Test
    void hasMoreRowsWhenAskedAndKeepsWhatWasTyped() {
        Client.Answer more = chidi.submit(
                page, page, "more", "details.spares", "details.boat", "Albatross", "details.spares.0.name", "Anode");

        assertThat(more.status()).isEqualTo(200);
        assertThat(more.text())
                .contains("Albatross", "Anode", SECOND_ROW, THIRD_ROW)
                .doesNotContain("role=\"alert\"", BUTTON);
        assertThat(chidi.get(page).text()).contains("Albatross", THIRD_ROW);
    }

    @Test
    void showsARowForEachThatWasTyped() {
        Client.Answer wrong =
                chidi.submit(page, page, "details.spares.0.name", "Anode", "details.spares.1.name", "Rope");

        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("Anode", "Rope", BUTTON).doesNotContain(THIRD_ROW);
    }
}
