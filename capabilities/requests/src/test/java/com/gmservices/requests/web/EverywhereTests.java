package com.gmservices.requests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.Boatyard;
import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.Members.Contact;
import com.gmservices.tenancy.Role;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class EverywhereTests {

    @Autowired
    Boatyard boatyard;

    @Autowired
    Clients clients;

    @Autowired
    ServiceDesk desk;

    @Autowired
    Members members;

    Yard first;
    Yard second;

    @BeforeEach
    void openYards() {
        first = boatyard.open();
        second = boatyard.open();
    }

    @Test
    void showsWhatIsOpenAtEveryBusiness() {
        ServiceRequest here = boatyard.request(first);
        ServiceRequest there = boatyard.request(second, boatyard.offer(second, Boatyard.crane()), chidiAt(second));

        assertThat(page(first.chidi()))
                .contains(here.reference(), first.tenant().slug() + "/requests/" + here.id())
                .contains(there.reference(), second.tenant().slug() + "/requests/" + there.id())
                .contains("We look at it and answer", first.tenant().accent())
                .doesNotContain("??");
    }

    @Test
    void showsNothingThatOthersAskedFor() {
        boatyard.request(first);
        CurrentMember dayo = boatyard.join(first, "Dayo Bello", Role.CUSTOMER);

        assertThat(page(dayo)).contains("Nothing is open here.").doesNotContain("SR-");
        assertThat(page(first.ben())).doesNotContain("SR-");
    }

    @Test
    void whatWasFinishedLatelyStaysForAWhile() {
        ServiceRequest request = boatyard.request(first);
        first.inside(() -> desk.cancel(first.chidi(), request.id(), null, "She sank"));

        assertThat(page(first.chidi())).contains(request.reference(), "Nothing more happens here.");
    }

    @Test
    void isForPeopleWhoHaveSignedIn() {
        var answer = clients.visitor().get("/me/requests");

        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.header("Location")).contains("/sign-in");
    }

    private CurrentMember chidiAt(Yard yard) {
        var identity = Objects.requireNonNull(first.chidi().identity());
        return yard.in(() -> members.toCurrent(
                members.join(identity, new Contact("Chidi Okafor", null, null), Set.of(Role.CUSTOMER), false)));
    }

    private String page(CurrentMember member) {
        return clients.browser(first, member).get("/me/requests").text();
    }
}
