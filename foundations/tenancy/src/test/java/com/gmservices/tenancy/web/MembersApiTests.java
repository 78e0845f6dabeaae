package com.gmservices.tenancy.web;

import static com.gmservices.tenancy.web.Http.assertRefused;
import static com.gmservices.tenancy.web.Http.location;
import static com.gmservices.tenancy.web.Http.names;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Fixtures;
import com.gmservices.tenancy.Fixtures.Business;
import com.gmservices.tenancy.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
class MembersApiTests {

    @Autowired
    private Http http;

    @Autowired
    private Fixtures fixtures;

    private Business harbour;
    private CurrentMember ada;

    @BeforeEach
    void aBusiness() {
        harbour = fixtures.harbourMotors();
        ada = harbour.ada();
    }

    @Test
    void staffWriteDownAWalkIn() {
        CurrentMember ben = fixtures.join(harbour, "Ben", Role.STAFF);

        var answer = add(ben, "{\"name\": \" Chidi Okafor \", \"email\": \"\", \"phone\": \" 0803 555 0101 \"}");

        assertThat(answer).hasStatus(HttpStatus.CREATED).hasHeader("ETag", "\"1\"");
        assertThat(answer).bodyJson().isLenientlyEqualTo("""
                {"name": "Chidi Okafor", "email": null, "phone": "0803 555 0101", "roles": ["customer"],
                 "owner": false, "active": true, "signs_in": false, "revision": 1}
                """);
        assertThat(http.get(ben, location(answer))).hasStatusOk();
    }

    @Test
    void findsByNameEmailAndPhone() {
        add(ada, "{\"name\": \"Chidi Okafor\", \"phone\": \"+234 803-555-0101\"}");

        assertThat(names(search("okaf"))).containsExactly("Chidi Okafor");
        assertThat(names(search("ADA@HARBOUR"))).containsExactly("Ada Obi");
        assertThat(names(search("0803 555"))).containsExactly("Chidi Okafor");
        assertThat(names(search("100%"))).isEmpty();
    }

    @Test
    void showsARoleAtATime() {
        fixtures.join(harbour, "Ben", Role.STAFF);
        fixtures.join(harbour, "Chidi", Role.CUSTOMER);

        assertThat(names(http.get(ada, "/api/v1/members?role=staff"))).containsExactly("Ben");
    }

    @Test
    void goesOnWhereAPageEnded() {
        fixtures.join(harbour, "Ben", Role.STAFF);
        fixtures.join(harbour, "Chidi", Role.CUSTOMER);

        var first = http.get(ada, "/api/v1/members?limit=2");
        var second = http.get(ada, "/api/v1/members?limit=2&cursor=" + Http.read(first, "$.next_cursor"));

        assertThat(names(first)).containsExactly("Chidi", "Ben");
        assertThat(names(second)).containsExactly("Ada Obi");
        assertThat(Http.read(second, "$.has_more")).isEqualTo("false");
    }

    @Test
    void aNullRemovesAndAnAbsentValueStays() {
        String chidi = location(add(ada, "{\"name\": \"Chidi\", \"email\": \"c@x.example\", \"phone\": \"1\"}"));

        assertThat(http.patch(ada, chidi, 1, "{\"email\": null}"))
                .hasHeader("ETag", "\"2\"")
                .bodyJson()
                .isLenientlyEqualTo("{\"name\": \"Chidi\", \"email\": null, \"phone\": \"1\", \"revision\": 2}");
    }

    @Test
    void theSlowerOfTwoIsTold() {
        String chidi = location(add(ada, "{\"name\": \"Chidi\"}"));
        http.patch(ada, chidi, 1, "{\"name\": \"Chidi O.\"}");

        assertRefused(http.patch(ada, chidi, 1, "{\"name\": \"Chidi X.\"}"), "stale");
    }

    @Test
    void valuesThatDoNotFitAreRefusedOneByOne() {
        assertThat(add(ada, "{\"name\": \" \"}")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(add(ada, "{\"name\": \"Chidi\", \"email\": \"nowhere\"}")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(http.patch(ada, member(ada), 1, "{\"roles\": [null]}")).hasStatus(HttpStatus.BAD_REQUEST);
        assertRefused(http.patch(ada, member(ada), 1, "{\"name\": \" \"}"), "invalid");
    }

    @Test
    void theOwnerHandsTheBusinessOver() {
        CurrentMember ben = fixtures.join(harbour, "Ben", Role.ADMIN);

        assertRefused(http.put(ben, member(ben) + "/ownership"), "owner-only");
        assertThat(http.put(ada, member(ben) + "/ownership"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"name\": \"Ben\", \"owner\": true}");
    }

    @Test
    void strangersFindNobody() {
        CurrentMember stranger = fixtures.harbourMotors().ada();

        assertRefused(http.get(stranger, member(ada)), "not-found");
        assertRefused(http.patch(stranger, member(ada), 1, "{\"name\": \"Mine\"}"), "not-found");
    }

    @Test
    void customersSeeNobody() {
        CurrentMember chidi = fixtures.join(harbour, "Chidi", Role.CUSTOMER);

        assertRefused(http.get(chidi, "/api/v1/members"), "forbidden");
    }

    private MvcTestResult add(CurrentMember caller, String json) {
        return http.post(caller, "/api/v1/members", json);
    }

    private MvcTestResult search(String words) {
        return http.get(ada, "/api/v1/members?q={words}", words);
    }

    private static String member(CurrentMember member) {
        return "/api/v1/members/" + member.id();
    }
}
