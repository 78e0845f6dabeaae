package com.gmservices.requests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.requests.Boatyard;
import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.Catalogue.Draft;
import com.gmservices.requests.Offering;
import com.gmservices.requests.ServiceDesk;
import com.gmservices.requests.ServiceRequest;
import com.gmservices.requests.web.Client.Answer;
import com.gmservices.tenancy.OpeningHours.Span;
import com.gmservices.tenancy.Sites;
import com.gmservices.tenancy.SpecialDay;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "gm.base-url=https://desk.example")
class PublicPageTests {

    private static final Pattern DATA =
            Pattern.compile("<script type=\"application/ld\\+json\" nonce=\"([^\"]+)\">(.*?)</script>", Pattern.DOTALL);

    @Autowired
    Boatyard boatyard;

    @Autowired
    Clients clients;

    @Autowired
    ServiceDesk desk;

    @Autowired
    Sites sites;

    Yard yard;

    @BeforeEach
    void openYard() {
        yard = boatyard.open();
    }

    @Test
    void anEmptyBusinessStillHasAPage() {
        assertThat(home().text())
                .contains("Apapa Boats", "The catalogue is empty so far", "Monday")
                .doesNotContain("What customers say", "aggregateRating", "??");
    }

    @Test
    void listsServicesByLineWithPrices() {
        boatyard.offer(yard, priced("Crane", Offering.Pricing.FIXED, 900_000L));
        boatyard.offer(yard, priced("Mast", Offering.Pricing.FROM, 250_000L));
        boatyard.offer(yard, priced("Survey", Offering.Pricing.QUOTE, null));

        assertThat(home().text())
                .contains("Logistics", "Crane", "9,000.00", "Mast", "2,500.00", "Survey", "Price on request")
                .doesNotContain("??");
    }

    @Test
    void showsReviewsWithoutFullNames() {
        reviewed("Quick and friendly.");

        assertThat(home().text())
                .contains("What customers say", "Quick and friendly.", "Chidi O.")
                .doesNotContain("Okafor");
    }

    @Test
    void tellsSearchEnginesWhatItIs() {
        boatyard.offer(yard, priced("Mast", Offering.Pricing.FROM, 250_000L));
        reviewed("Fine");

        JsonNode business = data(home());

        assertThat(business.at("/@type").asString()).isEqualTo("LocalBusiness");
        assertThat(business.at("/name").asString()).isEqualTo("Apapa Boats");
        assertThat(business.at("/url").asString())
                .isEqualTo("https://desk.example/t/" + yard.tenant().slug() + "/home");
        assertThat(business.at("/openingHoursSpecification")).hasSize(5);
        assertThat(business.at("/openingHoursSpecification/0/dayOfWeek").asString())
                .isEqualTo("https://schema.org/Monday");
        assertThat(business.at("/openingHoursSpecification/0/opens").asString()).isEqualTo("08:00");
        assertThat(business.at("/aggregateRating/ratingValue").asDouble()).isEqualTo(4.0);
        assertThat(business.at("/aggregateRating/reviewCount").asInt()).isEqualTo(1);
        assertThat(business.at("/makesOffer").valueStream())
                .anySatisfy(offer -> assertThat(
                                offer.at("/priceSpecification/minPrice").asString())
                        .isEqualTo("2500.00"));
    }

    @Test
    void holidaysAreNoDaysOfTheWeek() {
        LocalDate eve = LocalDate.now(yard.tenant().timeZone()).plusDays(3);
        var holidays = List.of(
                new SpecialDay(eve, "Eve", List.of(span("10:00", "14:00"))), SpecialDay.closed(eve.plusDays(1), ""));
        yard.inside(() ->
                sites.change(yard.ada(), sites.first().id(), 1, new Sites.Change(null, null, null, null, holidays)));

        Answer home = home();

        assertThat(home.text())
                .contains("08:00–18:00", "datetime=\"" + eve + "\"", "10:00–14:00", "Eve", eve.plusDays(1) + "\"");
        JsonNode special = data(home).at("/specialOpeningHoursSpecification");
        assertThat(special).hasSize(2);
        assertThat(special.at("/0/opens").asString()).isEqualTo("10:00");
        assertThat(special.at("/1/validThrough").asString())
                .isEqualTo(eve.plusDays(1).toString());
        assertThat(special.at("/1/closes").asString()).isEqualTo("00:00");
    }

    private static Span span(String from, String to) {
        return new Span(LocalTime.parse(from), LocalTime.parse(to));
    }

    @Test
    void saysWhereItIsToThoseWhoLink() {
        assertThat(home().text())
                .contains("<link rel=\"canonical\" href=\"https://desk.example/t/"
                        + yard.tenant().slug() + "/home\">")
                .contains("property=\"og:title\"", "property=\"og:description\"", "name=\"description\"");
    }

    @Test
    void noNameEndsTheScript() {
        String evil = "</script><script>alert(1)</script>&amp;";
        boatyard.offer(yard, priced(evil, Offering.Pricing.QUOTE, null));

        Answer answer = home();

        assertThat(answer.text()).doesNotContain("<script>alert");
        assertThat(data(answer).at("/makesOffer/0/itemOffered/name").asString()).isEqualTo(evil);
    }

    @Test
    void onlyThisBusinessIsShown() {
        Yard elsewhere = boatyard.open();
        boatyard.offer(elsewhere, priced("Somewhere else", Offering.Pricing.QUOTE, null));

        assertThat(home().text()).doesNotContain("Somewhere else");
    }

    @Test
    void namesAreShortened() {
        assertThat(PublicPage.shortened("Chidi Okafor")).isEqualTo("Chidi O.");
        assertThat(PublicPage.shortened(" Ada  van der Berg ")).isEqualTo("Ada B.");
        assertThat(PublicPage.shortened("Ngozi")).isEqualTo("Ngozi");
    }

    private void reviewed(String comment) {
        ServiceRequest request = boatyard.request(yard);
        yard.inside(() -> {
            desk.accept(yard.ben(), request.id(), null);
            desk.start(yard.ben(), request.id(), null);
            desk.complete(yard.ben(), request.id(), null);
            desk.review(yard.chidi(), request.id(), null, 4, comment);
        });
    }

    private Answer home() {
        return clients.visitor(yard).get("/home");
    }

    private static JsonNode data(Answer answer) {
        Matcher found = DATA.matcher(answer.text());
        assertThat(found.find()).isTrue();
        assertThat(answer.header("Content-Security-Policy")).contains("'nonce-" + found.group(1) + "'");
        return new JsonMapper().readTree(found.group(2));
    }

    private static Draft priced(String name, Offering.Pricing pricing, @Nullable Long price) {
        return new Draft("haul_out", name, "", pricing, price, List.of(), List.of(), null, true);
    }
}
