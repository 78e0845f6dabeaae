package com.gmservices.tenancy.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Fixtures;
import com.gmservices.tenancy.Fixtures.Business;
import com.gmservices.tenancy.OpeningHours.Span;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.Sites;
import java.time.DayOfWeek;
import java.time.LocalTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpStatus;

@SpringBootTest
class SitePagesTests {

    @Autowired
    private Http http;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Sites sites;

    private Business harbour;
    private CurrentMember ada;

    @BeforeEach
    void aBusiness() {
        harbour = fixtures.harbourMotors();
        ada = harbour.ada();
    }

    @Test
    void listsThePlaces() {
        assertThat(http.get(ada, "/settings/sites"))
                .hasStatusOk()
                .bodyText()
                .contains("Harbour Motors", "No address yet", "/settings/sites/" + first().id());
    }

    @Test
    void showsAPlaceAndWhenItIsOpen() {
        assertThat(http.get(ada, "/settings/sites/{id}", first().id()))
                .hasStatusOk()
                .bodyText()
                .contains("name=\"days[0].spans[0].from\"", "value=\"08:00\"", "Sunday, opens again", "Nigeria");
    }

    @Test
    void opensAnotherOneWithTheHoursOfTheFirst() {
        assertThat(http.get(ada, "/settings/sites/new"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"08:00\"");

        assertThat(http.submit(
                        ada,
                        "/settings/sites",
                        "name",
                        "Ikeja",
                        "timeZone",
                        "Africa/Lagos",
                        "address.city",
                        "Ikeja",
                        "address.country",
                        "NG",
                        "days[5].spans[0].from",
                        "18:00",
                        "days[5].spans[0].to",
                        "00:00"))
                .hasRedirectedUrl("/settings/sites");

        Site ikeja = harbour.inside(() -> sites.all().getLast());
        assertThat(ikeja.address().text()).isEqualTo("Ikeja, NG");
        assertThat(ikeja.openingHours().on(DayOfWeek.SATURDAY))
                .containsExactly(new Span(LocalTime.of(18, 0), LocalTime.MIDNIGHT));
        assertThat(ikeja.openingHours().on(DayOfWeek.MONDAY)).isEmpty();
        assertThat(http.get(ada, "/settings/sites/{id}", ikeja.id())).bodyText().contains("value=\"00:00\"");
    }

    @Test
    void tellsWhatToMendBesideTheDay() {
        String uri = "/settings/sites/" + first().id();

        assertThat(http.submit(ada, uri, "name", "", "timeZone", "Africa/Lagos"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Say what the site is called");
        for (String[] hours : new String[][] {{"08:00", ""}, {"18:00", "08:00"}}) {
            assertThat(http.submit(
                            ada,
                            uri,
                            "name",
                            "Ikeja",
                            "timeZone",
                            "Africa/Lagos",
                            "revision",
                            "1",
                            "days[1].spans[0].from",
                            hours[0],
                            "days[1].spans[0].to",
                            hours[1]))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyText()
                    .contains("Say from when until when");
        }
        assertThat(first().revision()).isEqualTo(1);
    }

    @Test
    void theSlowerOfTwoIsTold() {
        String uri = "/settings/sites/" + first().id();
        http.submit(ada, uri, "name", "Ikeja", "timeZone", "Africa/Lagos", "revision", "1");

        assertThat(http.submit(ada, uri, "name", "Lekki", "timeZone", "Africa/Lagos", "revision", "1"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Somebody else has changed this");
    }

    private Site first() {
        return harbour.inside(() -> sites.first());
    }
}
