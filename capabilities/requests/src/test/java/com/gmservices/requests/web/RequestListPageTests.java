package com.gmservices.requests.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gmservices.requests.Boatyard;
import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.requests.Offering;
import com.gmservices.requests.ProviderId;
import com.gmservices.requests.Providers;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.requests.ServiceRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import tools.jackson.databind.JsonNode;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class RequestListPageTests {

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
    void anEmptyListSaysWhatItIsFor() {
        assertThat(ben.get("/requests").text())
                .contains("No requests here", "New request", "Due today")
                .doesNotContain("??");
        assertThat(ben.get("/requests?late=true").text())
                .contains("Nothing matches", "All requests")
                .doesNotContain("??");
    }

    @Test
    void chipsAddToWhatIsAskedForAndTakeAway() {
        boatyard.request(yard);

        assertThat(ben.get("/requests?q=albatross&status=pending&priority=normal&sort=due")
                        .text())
                .contains("Crane out and in", "Chidi Okafor", ">CO<", "Answer due", "9,000.00")
                .contains("?q=albatross&amp;status=pending&amp;status=quoted&amp;priority=normal&amp;sort=due")
                .contains("?q=albatross&amp;priority=normal&amp;sort=due")
                .contains("aria-sort=\"ascending\"")
                .doesNotContain("??");
    }

    @Test
    void moreFollowsOnWhatIsShown() {
        Offering offering = boatyard.offer(yard, crane());
        ServiceRequest first = boatyard.request(yard, offering, yard.chidi());
        for (int more = 0; more < 25; more++) {
            boatyard.request(yard, offering, yard.chidi());
        }
        String page = ben.get("/requests?status=pending").text();
        String next = page.replaceAll("(?s).*hx-get=\"([^\"]*cursor=[^\"]*)\".*", "$1")
                .replace("&amp;", "&");

        assertThat(page).doesNotContain(first.reference());
        assertThat(ben.get("/requests" + next, "HX-Request", "true").text())
                .contains(first.reference())
                .doesNotContain("<html", "hx-get");
        assertThat(ben.get("/requests" + next).text()).contains(first.reference(), "<html");
    }

    @Test
    void saysWhenItHasGuessed() {
        boatyard.request(yard);

        assertThat(ben.get("/requests?q=albatros").text()).doesNotContain("Hardly anything");
        await().untilAsserted(() -> assertThat(ben.get("/requests?q=ablatros").text())
                .contains("Hardly anything has the words", "Chidi Okafor"));
    }

    @Test
    void whatIsTickedIsAssignedAndWhatIsNotIsNamed() {
        Offering offering = boatyard.offer(yard, crane());
        ServiceRequest free = boatyard.request(yard, offering, yard.chidi());
        ServiceRequest moved = boatyard.request(yard, offering, yard.chidi());
        ProviderId bens = provider();
        yard.inside(() -> desk.accept(yard.ben(), moved.id(), null));

        Client.Answer answer = ben.submit(
                "/requests?status=pending",
                "/requests/assignments?status=pending",
                "request",
                free.id() + ".1",
                "request",
                moved.id() + ".1",
                "assignee",
                bens.toString());

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).endsWith("/requests?status=pending");
        assertThat(ben.get("/requests?status=pending").text())
                .contains(
                        "1 request assigned to Ben",
                        moved.reference(),
                        "was not assigned: Somebody else has changed it");
    }

    @Test
    void customersSeeTheirOwn() {
        ServiceRequest request = boatyard.request(yard);
        Client chidi = clients.browser(yard, yard.chidi());

        assertThat(chidi.get("/requests").text()).contains(request.reference()).doesNotContain("type=\"checkbox\"");
        assertThat(chidi.get("/requests/assignments").status()).isNotEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "q=albatross",
                "status=pending&status=quoted",
                "domain=logistics",
                "type=haul_out&provider=none",
                "paid=false&status=confirmed",
                "priority=normal",
                "sort=due",
                "sort=customer",
                "sort=price",
                "sort=status"
            })
    void theApiTakesTheSame(String query) {
        Offering offering = boatyard.offer(yard, crane());
        ServiceRequest pending = boatyard.request(yard, offering, yard.chidi());
        ServiceRequest confirmed = boatyard.request(yard, offering, yard.chidi());
        yard.inside(() -> desk.accept(yard.ben(), confirmed.id(), null));

        JsonNode data = clients.program(yard.ben())
                .get("/service-requests?" + query)
                .json()
                .get("data");

        List<String> found =
                data.valueStream().map(one -> one.get("id").asString()).toList();
        assertThat(found).hasSizeBetween(1, 2);
        assertThat(List.of(pending.id().toString(), confirmed.id().toString())).containsAll(found);
    }

    /** An order may have changed in the address, and a cursor may be anything. */
    @ParameterizedTest
    @ValueSource(strings = {"DUE 0 %s never", "PRICE 0 %s dear", "STATUS 0 %s new", "PRICE 0 me 1", "NEWEST 0 %s"})
    void aCursorOfAnotherListIsRefused(String cursor) {
        String text = cursor.formatted("0198c9b2-2a3b-7c4d-8e5f-0123456789ab");
        String encoded = Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
        Client program = clients.program(yard.ben());

        assertThat(program.get("/service-requests?sort=due&cursor=" + encoded).status())
                .isBetween(400, 422);
        assertThat(program.get("/service-requests?sort=price&cursor=" + encoded).status())
                .isBetween(400, 422);
    }

    @Test
    void whatIsLeftEmptyInTheFormIsNotAskedFor() {
        ServiceRequest request = boatyard.request(yard);

        assertThat(ben.get("/requests?q=&type=&provider=&priority=&from=&to=").text())
                .contains(request.reference());
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=nonsense", "provider=nobody", "sort=colour", "from=yesterday", "status=lost"})
    void whatCannotBeReadIsRefused(String query) {
        assertThat(clients.program(yard.ben()).get("/service-requests?" + query).status())
                .isBetween(400, 422);
    }

    private ProviderId provider() {
        return yard.in(() -> providers.add(
                        yard.ada(), new Providers.Draft("Ben", yard.ben().id(), Set.of("haul_out"), true)))
                .id();
    }

    private static Draft crane() {
        return new Draft("haul_out", "Crane", "", Offering.Pricing.FIXED, 900_000L, List.of(), List.of(), null, true);
    }
}
