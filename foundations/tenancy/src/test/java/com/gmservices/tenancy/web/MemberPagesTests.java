package com.gmservices.tenancy.web;

import static com.gmservices.tenancy.web.Http.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Fixtures;
import com.gmservices.tenancy.Fixtures.Business;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.OwnRole;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.Roles;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
class MemberPagesTests {

    @Autowired
    private Http http;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Members members;

    @Autowired
    private Roles roles;

    private Business harbour;
    private CurrentMember ada;
    private CurrentMember ben;
    private CurrentMember chidi;

    @BeforeEach
    void aBusiness() {
        harbour = fixtures.harbourMotors();
        ada = harbour.ada();
        ben = fixtures.join(harbour, "Ben", Role.STAFF);
        chidi = fixtures.join(harbour, "Chidi", Role.CUSTOMER);
    }

    @Test
    void listsEverybodyWithFiltersInTheAddress() {
        assertThat(http.get(ada, "/members?role=customer&q=chi"))
                .hasStatusOk()
                .bodyText()
                .contains("Chidi", "/members?role=staff&amp;q=chi", "Invite staff")
                .doesNotContain(">Ben<");
    }

    @Test
    void staffDoNotInvite() {
        assertThat(http.get(ben, "/members"))
                .bodyText()
                .contains("Add a customer")
                .doesNotContain("Invite staff");
    }

    @Test
    void theOwnerHandsTheBusinessOverToAnAdministrator() {
        CurrentMember efe = fixtures.join(harbour, "Efe", Role.ADMIN);
        String page = "/members/" + efe.id();

        assertThat(http.get(efe, page)).bodyText().doesNotContain("Hand it over to Efe");
        assertThat(http.get(ada, "/members/" + ben.id())).bodyText().doesNotContain("Hand it over to Ben");
        assertThat(http.get(ada, page)).bodyText().contains("Hand it over to Efe");
        assertThat(http.submit(ada, page + "/ownership")).hasRedirectedUrl(page);
        assertThat(http.get(ada, page)).bodyText().contains(">Owner</span>").doesNotContain("Hand it over to Efe");
    }

    @Test
    void saysWhenNobodyMatches() {
        assertThat(http.get(ada, "/members?q=zoe")).bodyText().contains("Nobody matches zoe");
    }

    @Test
    void showsTwentyFiveAndMore() {
        IntStream.range(0, 25).forEach(i -> fixtures.join(harbour, "Customer " + i, Role.CUSTOMER));

        assertThat(http.get(ada, "/members?role=customer"))
                .bodyText()
                .contains("Customer 24", "Customer 0<", "/members?cursor=", "&amp;role=customer")
                .doesNotContain("Chidi");
    }

    @Test
    void addsAWalkIn() {
        assertThat(http.get(ben, "/members/new")).hasStatusOk().bodyText().contains("Add this customer");
        assertThat(http.submit(ben, "/members", "name", "Efe", "phone", "0803", "email", ""))
                .hasRedirectedUrl("/members");
        assertThat(http.get(ben, "/members?q=efe")).bodyText().contains("no sign-in", "0803");
    }

    @Test
    void tellsWhatToMend() {
        assertThat(http.submit(ben, "/members", "name", "", "email", "nowhere"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Say what they are called", "looks like name@example.com", "value=\"nowhere\"");
    }

    @Test
    void administratorsChangeRoles() {
        assertThat(http.get(ada, "/members/{id}", chidi.id())).bodyText().contains("name=\"roles\"");

        http.submit(
                ada,
                "/members/" + chidi.id(),
                "name",
                "Chidi",
                "roles",
                "customer",
                "roles",
                "staff",
                "active",
                "true",
                "revision",
                "1");

        assertThat(stored(chidi.id()).roles()).containsExactly(Role.CUSTOMER, Role.STAFF);
    }

    @Test
    void administratorsGiveARoleUntilADay() {
        OwnRole role = harbour.inside(() -> roles.create(ada, new Roles.Wish("Front desk", Set.of("read:members"))));
        assertThat(give("2999-12-24")).hasRedirectedUrl("/members/" + chidi.id());
        assertThat(stored(chidi.id()).until(role.id().toString())).isEqualTo(Instant.parse("2999-12-24T23:00:00Z"));
        assertThat(http.get(ada, "/members/{id}", chidi.id())).bodyText().contains("value=\"2999-12-24\"");
        assertThat(http.get(ada, "/members/roles")).bodyText().contains("Front desk", "until 24 Dec 2999");
        assertThat(http.get(ada, "/members/roles/{id}", role.id()))
                .bodyText()
                .contains("Chidi", "take it from one person");
    }

    @Test
    void aDayThatIsNoneOrHasPassedIsToBeMended() {
        harbour.inside(() -> roles.create(ada, new Roles.Wish("Front desk", Set.of("read:members"))));
        for (String day : List.of("2020-01-01", "soon")) {
            assertThat(give(day))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains("ends on a day from today on");
        }
    }

    private MvcTestResult give(String day) {
        return http.submit(
                ada,
                "/members/" + chidi.id(),
                "name",
                "Chidi",
                "roles",
                "front-desk",
                "rolesUntil[front-desk]",
                day,
                "active",
                "true",
                "revision",
                "1");
    }

    @Test
    void staffChangeACustomersContactAndNothingElse() {
        assertThat(http.get(ben, "/members/{id}", chidi.id())).bodyText().doesNotContain("name=\"roles\"");

        http.submit(ben, "/members/" + chidi.id(), "name", "Chidi O.", "roles", "admin", "revision", "1");

        assertThat(stored(chidi.id()).name()).isEqualTo("Chidi O.");
        assertThat(stored(chidi.id()).roles()).containsExactly(Role.CUSTOMER);
        assertThat(stored(chidi.id()).active()).isTrue();
        assertThat(http.get(ben, "/members/{id}", ada.id())).bodyText().doesNotContain("<form");
        assertRefused(http.submit(ben, "/members/" + ada.id(), "name", "Ben's", "revision", "1"), "forbidden");
    }

    @Test
    void theOwnerStays() {
        assertThat(http.submit(
                        ada,
                        "/members/" + ada.id(),
                        "name",
                        "Ada",
                        "roles",
                        "staff",
                        "active",
                        "true",
                        "revision",
                        "1"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("The owner of a business stays its active administrator");
    }

    @Test
    void somebodyHasARole() {
        assertThat(http.submit(ada, "/members/" + ben.id(), "name", "Ben", "active", "true", "revision", "1"))
                .bodyText()
                .contains("at least one role");
    }

    @Test
    void strangersFindNobody() {
        assertRefused(http.get(fixtures.harbourMotors().ada(), "/members/{id}", chidi.id()), "not-found");
    }

    private Member stored(MemberId id) {
        return harbour.inside(() -> members.find(id)).orElseThrow();
    }
}
