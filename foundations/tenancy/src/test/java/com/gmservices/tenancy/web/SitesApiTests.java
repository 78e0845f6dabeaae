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
class SitesApiTests {

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
    void everyBusinessHasAPlaceFromItsFirstDay() {
        assertThat(http.get(ada, "/api/v1/sites")).bodyJson().isLenientlyEqualTo("""
                {"data": [{"name": "Harbour Motors", "time_zone": "Africa/Lagos",
                           "opening_hours": {"monday": [{"from": "08:00", "to": "18:00"}]}}],
                 "next_cursor": null, "has_more": false}
                """);
    }

    @Test
    void opensAnotherPlace() {
        var answer = open("""
                {"name": "Ikeja", "address": {"line1": "1 Allen Avenue", "city": "Ikeja", "country": "ng"},
                 "opening_hours": {"saturday": [{"from": "14:00", "to": "00:00"}, {"from": "09:00", "to": "12:00"}]}}
                """);

        assertThat(answer).hasStatus(HttpStatus.CREATED);
        assertThat(http.get(ada, location(answer)))
                .hasHeader("ETag", "\"1\"")
                .bodyJson()
                .isLenientlyEqualTo("""
                {"name": "Ikeja", "time_zone": "Africa/Lagos",
                 "address": {"line1": "1 Allen Avenue", "line2": "", "city": "Ikeja", "country": "NG"},
                 "opening_hours": {"saturday": [{"from": "09:00", "to": "12:00"}, {"from": "14:00", "to": "23:59"}]}}
                """);
        assertThat(names(http.get(ada, "/api/v1/sites"))).containsExactly("Ikeja", "Harbour Motors");
    }

    @Test
    void aDayWithoutHoursIsClosed() {
        String ikeja = location(open("{\"name\": \"Ikeja\"}"));

        assertThat(http.patch(ada, ikeja, 1, "{\"opening_hours\": {\"monday\": []}}"))
                .bodyJson()
                .extractingPath("$.opening_hours")
                .asMap()
                .doesNotContainKey("tuesday");
    }

    @Test
    void keepsSpecialDaysInTheirOrderUntilOthersTakeTheirPlace() {
        String ikeja = location(open("{\"name\": \"Ikeja\"}"));

        assertThat(http.patch(ada, ikeja, 1, """
                        {"special_days": [{"date": "2030-12-26", "hours": [{"from": "10:00", "to": "14:00"}]},
                                          {"date": "2030-12-25", "name": "Christmas Day"}]}""")).hasStatusOk();
        assertThat(http.patch(ada, ikeja, 2, "{\"opening_hours\": {\"monday\": []}}"))
                .bodyJson()
                .isLenientlyEqualTo("""
                {"special_days": [{"date": "2030-12-25", "name": "Christmas Day", "hours": []},
                                  {"date": "2030-12-26", "name": "", "hours": [{"from": "10:00", "to": "14:00"}]}]}
                """);
        assertThat(http.patch(ada, ikeja, 3, "{\"special_days\": []}"))
                .bodyJson()
                .extractingPath("$.special_days")
                .asArray()
                .isEmpty();
    }

    @Test
    void refusesADayThatStandsThereTwice() {
        String ikeja = location(open("{\"name\": \"Ikeja\"}"));

        assertRefused(
                http.patch(
                        ada, ikeja, 1, "{\"special_days\": [{\"date\": \"2030-12-25\"}, {\"date\": \"2030-12-25\"}]}"),
                "invalid");
        assertRefused(http.patch(ada, ikeja, 1, "{\"special_days\": [{\"date\": \"0030-12-25\"}]}"), "invalid");
    }

    @Test
    void refusesWhatDoesNotFit() {
        assertRefused(open("{}"), "invalid");
        assertThat(open("{\"name\": \"Ikeja\", \"opening_hours\": {\"someday\": []}}"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(
                        open(
                                "{\"name\": \"Ikeja\", \"opening_hours\": {\"monday\": [{\"from\": \"18:00\", \"to\": \"08:00\"}]}}"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(open("{\"name\": \"Ikeja\", \"address\": {\"country\": \"Nigeria\"}}"))
                .hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void theSlowerOfTwoIsTold() {
        String ikeja = location(open("{\"name\": \"Ikeja\"}"));
        http.patch(ada, ikeja, 1, "{\"name\": \"Ikeja Mall\"}");

        assertRefused(http.patch(ada, ikeja, 1, "{\"name\": \"Ikeja City\"}"), "stale");
    }

    @Test
    void strangersFindNothing() {
        String ikeja = location(open("{\"name\": \"Ikeja\"}"));
        CurrentMember stranger = fixtures.harbourMotors().ada();

        assertRefused(http.get(stranger, ikeja), "not-found");
        assertRefused(http.patch(stranger, ikeja, 1, "{\"name\": \"Mine\"}"), "not-found");
    }

    @Test
    void staffMayLookButNotChange() {
        CurrentMember ben = fixtures.join(harbour, "Ben", Role.STAFF);

        assertThat(http.get(ben, "/api/v1/sites")).hasStatusOk();
        assertRefused(http.post(ben, "/api/v1/sites", "{\"name\": \"Ben's\"}"), "forbidden");
    }

    private MvcTestResult open(String json) {
        return http.post(ada, "/api/v1/sites", json);
    }
}
