package com.gmservices.tenancy.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Fixtures;
import com.gmservices.tenancy.Fixtures.Business;
import com.gmservices.tenancy.OpeningHours.Span;
import com.gmservices.tenancy.Site;
import com.gmservices.tenancy.Sites;
import com.gmservices.tenancy.SpecialDay;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

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
    void keepsHolidaysAndForgetsNoneThatHasPassed() {
        Site site = first();
        harbour.inside(() -> sites.change(
                ada,
                site.id(),
                1,
                new Sites.Change(
                        null,
                        null,
                        null,
                        null,
                        List.of(SpecialDay.closed(LocalDate.parse("2020-12-25"), "Long ago")))));
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(40).toString();

        assertThat(special(site, day, "10:00", "14:00")).hasRedirectedUrl("/settings/sites");

        assertThat(first().openingHours().specialDays())
                .extracting(each -> each.date().toString())
                .containsExactly("2020-12-25", day);
        assertThat(http.get(ada, "/settings/sites/{id}", site.id()))
                .bodyText()
                .contains(day, "Harmattan")
                .doesNotContain("Long ago");
    }

    @Test
    void tellsWhatToMendBesideTheHoliday() {
        Site site = first();
        String day = LocalDate.now(ZoneOffset.UTC).plusDays(40).toString();

        assertThat(special(site, "2020-01-01", "", ""))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Choose a date from today on");
        assertThat(special(site, day, "14:00", "10:00"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("leave all hours empty for a closed day");
    }

    private MvcTestResult special(Site site, String day, String from, String to) {
        return http.submit(
                ada,
                "/settings/sites/" + site.id(),
                "name",
                "Ikeja",
                "timeZone",
                "Africa/Lagos",
                "revision",
                String.valueOf(first().revision()),
                "specialDays[0].date",
                day,
                "specialDays[0].name",
                "Harmattan",
                "specialDays[0].spans[0].from",
                from,
                "specialDays[0].spans[0].to",
                to);
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
