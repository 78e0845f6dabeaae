package com.gmservices.requests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.database.Cursor;
import com.gmservices.requests.Boatyard;
import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.requests.Offering;
import com.gmservices.requests.Offering.Pricing;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.requests.Wanted;
import com.gmservices.requests.web.Client.Answer;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Members.Contact;
import com.gmservices.tenancy.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class WalkInPagesTests {

    @Autowired
    Boatyard boatyard;

    @Autowired
    Clients clients;

    @Autowired
    ServiceDesk desk;

    @Autowired
    Members members;

    Yard yard;
    Offering crane;
    Client ben;

    @BeforeEach
    void openYard() {
        yard = boatyard.open();
        crane = boatyard.offer(yard, draft("Crane out and in"));
        ben = clients.browser(yard, yard.ben());
    }

    @Test
    void customersAreFoundByNameTelephoneAndMail() {
        yard.inside(() -> members.add(yard.ben(), new Contact("Zainab Bello", "zb@mail.example", "+234 803 555 0101")));

        for (String words : List.of("zain", "0803 555", "zb@mail")) {
            assertThat(send("find", "q", words).text()).contains("Zainab Bello");
        }
        assertThat(send("find", "q", "nobody at all").text()).contains("Nobody is known by that yet.");
    }

    @Test
    void whatWasSoughtInVainIsWhereSomebodyNewBegins() {
        assertThat(send("find", "q", "Yemi Q", "customer_name", "Yemi").text()).contains("value=\"Yemi Q\"");
        assertThat(send("find", "q", "0803 1", "customer_name", "Uche").text())
                .contains("name=\"customer_name\" maxlength=\"160\" autocomplete=\"off\" value=\"Uche\"");
        assertThat(send("details", "q", "Ye", "customer", "new", "customer_name", "Yemi Quick")
                        .text())
                .contains("value=\"Yemi Quick\"");
    }

    @Test
    void whatIsAskedForMostComesFirst() {
        Offering wash = boatyard.offer(yard, draft("Zinc and wash"));
        boatyard.request(yard, wash, yard.chidi());

        String page = ben.get("/requests/new").text();
        assertThat(page.indexOf("Zinc and wash")).isLessThan(page.indexOf("Crane out and in"));
    }

    @Test
    void choosingAServiceShowsItsQuestions() {
        assertThat(ben.get("/requests/new").text()).doesNotContain("details.boat");
        assertThat(send("details", "service", crane.id().toString(), "customer_name", "Uche")
                        .text())
                .contains("name=\"details.", "value=\"Uche\"")
                .doesNotContain("??");
    }

    @Test
    void somebodyNewIsTakenInWithTheRequest() {
        Answer taken = create("customer", "new", "customer_name", "Uche Walk-in", "customer_phone", "0803 111 2222");

        assertThat(taken.status()).isEqualTo(302);
        ServiceRequest request = newest();
        assertThat(taken.header("Location")).endsWith("/requests/" + request.id());
        assertThat(yard.in(() -> members.find(request.order().customer()))
                        .orElseThrow()
                        .name())
                .isEqualTo("Uche Walk-in");
    }

    @Test
    void somebodyKnownIsNotTakenInTwice() {
        assertThat(create("customer", yard.chidi().id().toString()).status()).isEqualTo(302);

        assertThat(newest().order().customer()).isEqualTo(yard.chidi().id());
        assertThat(customers()).isEqualTo(1);
    }

    @Test
    void whatCannotBeTakenInLeavesNobodyBehind() {
        Answer refused =
                send("create", "service", crane.id().toString(), "customer", "new", "customer_name", "Uche Walk-in");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Please look at what is marked below", "Uche Walk-in");
        assertThat(customers()).isEqualTo(1);
    }

    @Test
    void whatIsMissingIsSaid() {
        assertThat(send("create", "customer", "new", "customer_name", "Uche").text())
                .contains("aria-describedby=\"service-error\"", "id=\"service-error\">Choose what it is about");
        assertThat(create("customer", "new").text())
                .contains(
                        "aria-describedby=\"customer_name-error\"",
                        "id=\"customer_name-error\">Give the customer&#39;s name");
        assertThat(create().text()).contains("id=\"customer-error\">Find the customer, or take in a new one");
        assertThat(create("customer", "new", "customer_name", "Uche", "customer_email", "nowhere")
                        .status())
                .isEqualTo(422);
    }

    @Test
    void isForStaffOfThisBusiness() {
        Yard elsewhere = boatyard.open();

        assertThat(clients.browser(yard, yard.chidi()).get("/requests/new").status())
                .isEqualTo(403);
        assertThat(clients.browser(elsewhere, elsewhere.ben())
                        .submit(
                                "/requests/new",
                                "/requests/new",
                                "step",
                                "find",
                                "q",
                                "Chidi",
                                "customer",
                                yard.chidi().id().toString())
                        .text())
                .doesNotContain(yard.chidi().id().toString());
    }

    private Answer create(String... fields) {
        List<String> all = new ArrayList<>(List.of("service", crane.id().toString()));
        all.addAll(List.of("details.boat", "Albatross", "details.length", "11.4", "details.hull", "wood"));
        all.addAll(List.of("details.jobs", "wash", "details.mooring.harbour", "Apapa"));
        all.addAll(List.of(fields));
        return send("create", all.toArray(String[]::new));
    }

    private Answer send(String step, String... fields) {
        return ben.submit(
                "/requests/new",
                "/requests/new",
                Stream.concat(Stream.of("step", step), Stream.of(fields)).toArray(String[]::new));
    }

    private ServiceRequest newest() {
        return yard.in(() -> desk.list(yard.ben(), Wanted.ALL, null, 1)).data().getFirst();
    }

    private int customers() {
        return yard.in(() -> members.list(yard.ben(), Role.CUSTOMER, null, Cursor.newest(), 50))
                .data()
                .size();
    }

    private static Draft draft(String name) {
        return new Draft("haul_out", name, "", Pricing.FIXED, 900_000L, List.of(), List.of(), null, true);
    }
}
