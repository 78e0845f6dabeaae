package com.gmservices.requests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.database.Cursor;
import com.gmservices.money.Money;
import com.gmservices.requests.Boatyard;
import com.gmservices.requests.Boatyard.Yard;
import com.gmservices.requests.Catalogue;
import com.gmservices.requests.Offering;
import com.gmservices.requests.OfferingId;
import com.gmservices.requests.Provider;
import com.gmservices.requests.ProviderId;
import com.gmservices.requests.Providers;
import com.gmservices.requests.web.Client.Answer;
import com.gmservices.tenancy.Role;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** Catalogue and providers as administrators meet them, without JavaScript. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class CataloguePagesTests {

    @Autowired
    Boatyard boatyard;

    @Autowired
    Clients clients;

    @Autowired
    Catalogue catalogue;

    @Autowired
    Providers providers;

    Yard yard;
    Client ada;

    @BeforeEach
    void openYard() {
        yard = boatyard.open();
        ada = clients.browser(yard, yard.ada());
    }

    @Test
    void anEmptyCatalogueTeachesAndOffersTheUsual() {
        assertThat(ada.get("/catalogue").text())
                .contains("Say what you offer", "Begin with 3 services", "Antifouling", "Add the usual services")
                .doesNotContain("??");

        assertThat(ada.submit("/catalogue", "/catalogue/proposals").header("location"))
                .endsWith("/catalogue");
        assertThat(ada.get("/catalogue").text())
                .contains("Antifouling", "NGN\u00a09,000.00", "by quote", "The usual services are in your catalogue")
                .doesNotContain("Say what you offer");
        assertThat(ada.get("/catalogue/new").text()).doesNotContain("Add the usual services");
    }

    @Test
    void whatIsFilledInIsSaved() {
        Answer saved = ada.submit(
                "/catalogue/new",
                "/catalogue",
                "serviceType",
                "haul_out",
                "name",
                "Crane",
                "description",
                "Two slings.\nNo keel.",
                "pricing",
                "from",
                "price",
                "NGN 45,000.50",
                "duration",
                "90",
                "tiers[0].name",
                "Over 12 m",
                "tiers[0].price",
                "60,000",
                "tiers[1].name",
                "Over 12 m",
                "tiers[1].price",
                "70000",
                "addOns[1].name",
                "Wäsche",
                "addOns[1].price",
                "0",
                "active",
                "true");

        assertThat(saved.status()).isEqualTo(302);
        Offering offering = offering("Crane");
        assertThat(offering.price()).isEqualTo(Money.of(4_500_050, "NGN"));
        assertThat(offering.pricing()).isEqualTo(Offering.Pricing.FROM);
        assertThat(offering.durationMinutes()).isEqualTo(90);
        assertThat(offering.tiers()).extracting(Offering.Choice::code).containsExactly("over_12_m", "over_12_m_2");
        assertThat(offering.addOns()).extracting(Offering.Choice::name).containsExactly("Wäsche");
        assertThat(ada.get("/catalogue/" + offering.id()).text())
                .contains("value=\"45,000.50\"", "value=\"60,000.00\"", "No keel.", "value=\"over_12_m_2\"");
    }

    @Test
    void everythingTypedStaysBesideWhatIsWrong() {
        Answer refused = ada.submit(
                "/catalogue/new",
                "/catalogue",
                "serviceType",
                "haul_out",
                "name",
                "",
                "description",
                "Half a text",
                "pricing",
                "fixed",
                "price",
                "45,00",
                "duration",
                "long",
                "tiers[0].name",
                "",
                "tiers[0].price",
                "5",
                "addOns[0].name",
                "Wash",
                "addOns[0].price",
                "");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains(
                        "Give it a name that customers understand.",
                        "Write the price in figures, such as 45,000.00.",
                        "Write a whole number of minutes",
                        "Give it a name, or empty its price.",
                        "Say what it costs; 0 if nothing.",
                        "value=\"45,00\"",
                        "value=\"long\"",
                        "Half a text",
                        "value=\"Wash\"",
                        "aria-invalid=\"true\"")
                .doesNotContain("??", "checked=\"checked\" name=\"active\"");
        assertThat(ada.get("/catalogue").text()).contains("Say what you offer");
    }

    @Test
    void aPriceThatIsQuotedIsAskedAbout() {
        assertThat(ada.submit(
                                "/catalogue/new",
                                "/catalogue",
                                "serviceType",
                                "haul_out",
                                "name",
                                "Crane",
                                "pricing",
                                "quote",
                                "price",
                                "100")
                        .text())
                .contains("You quote for this: leave the price empty");
    }

    @Test
    void nonsenseIsNoFailure() {
        String[] form = {"serviceType", "dry_cleaning", "name", "x", "pricing", "free", "price", "1"};
        Answer refused = ada.submit("/catalogue/new", "/catalogue", form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Choose how the price comes about.");

        form[5] = "fixed";
        assertThat(ada.submit("/catalogue/new", "/catalogue", form).text())
                .contains("There is no such type of service");
        assertThat(ada.submit("/catalogue/new", "/catalogue").status()).isEqualTo(422);
        assertThat(ada.submit("/catalogue/new", "/catalogue", "revision", "x").status())
                .isEqualTo(400);
        assertThat(ada.submit("/catalogue/new", "/catalogue", "tiers[9999999].name", "x")
                        .status())
                .isBetween(400, 422);
    }

    @Test
    void theSlowerOfTwoAdministratorsIsToldAndKeepsTheText() {
        boatyard.offer(yard, crane());
        String page = "/catalogue/" + offering("Crane").id();
        String[] form = {
            "revision", "1", "serviceType", "haul_out", "name", "Big crane", "pricing", "fixed", "price", "9,500"
        };

        assertThat(ada.submit(page, page, form).status()).isEqualTo(302);
        Answer refused = ada.submit(page, page, form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("Somebody else has changed this", "value=\"Big crane\"");
        assertThat(offering("Big crane").active()).isFalse();
    }

    @Test
    void onlyAdministratorsComeIn() {
        boatyard.offer(yard, crane());
        OfferingId id = offering("Crane").id();

        for (Client other : new Client[] {clients.browser(yard, yard.ben()), clients.browser(yard, yard.chidi())}) {
            assertThat(other.get("/catalogue").status()).isEqualTo(403);
            assertThat(other.get("/catalogue/" + id).status()).isEqualTo(403);
        }
        Yard elsewhere = boatyard.open();
        assertThat(clients.browser(elsewhere, elsewhere.ada())
                        .get("/catalogue/" + id)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void longListsGoOn() {
        for (int each = 0; each < 101; each++) {
            boatyard.offer(yard, crane());
        }
        String first = ada.get("/catalogue?q=crane").text();
        Matcher more =
                Pattern.compile("href=\"[^\"]*(/catalogue\\?cursor=[^\"]*)\"").matcher(first);

        assertThat(more.find()).isTrue();
        String next = more.group(1).replace("&amp;", "&");
        assertThat(next).endsWith("&q=crane");
        assertThat(ada.get(next).text()).containsOnlyOnce("data-open").doesNotContain("cursor=");
        assertThat(ada.get("/catalogue?q=submarine").text()).contains("Nothing matches “submarine”");
    }

    @Test
    void aProviderMayBeSomebodyOfTheStaff() {
        assertThat(ada.get("/providers").text()).contains("Nobody can be assigned yet");
        assertThat(ada.get("/providers/new").text())
                .contains("Ben Okoro", "Rigging")
                .containsPattern("value=\"" + yard.ada().id() + "\"\\s+selected")
                .containsPattern("value=\"rigging\"\\s+checked")
                .doesNotContain("Chidi", "??");

        Answer saved = ada.submit(
                "/providers/new",
                "/providers",
                "memberId",
                yard.ben().id().toString(),
                "name",
                "",
                "serviceTypes",
                "haul_out",
                "serviceTypes",
                "rigging",
                "active",
                "true");

        assertThat(saved.status()).isEqualTo(302);
        String list = ada.get("/providers").text();
        assertThat(list).contains("Ben Okoro", "Haul-out", "Rigging", "Can be assigned");
        Provider ben = provider(list);
        assertThat(ben.member()).isEqualTo(yard.ben().id());
        assertThat(ada.get("/providers/" + ben.id()).text()).contains("value=\"Ben Okoro\"");
        assertThat(ada.get("/providers/new").text()).doesNotContain("value=\"rigging\" checked");
    }

    @Test
    void aProviderHasANameAndDoesSomething() {
        Answer refused = ada.submit("/providers/new", "/providers", "memberId", "", "name", " ");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text())
                .contains("Give a name, or choose somebody of the staff.", "Tick at least one.")
                .doesNotContain("??");
    }

    @Test
    void strangersAreNoProvidersOfTheHouse() {
        String chidi = yard.chidi().id().toString();

        assertThat(ada.submit(
                                "/providers/new",
                                "/providers",
                                "memberId",
                                chidi,
                                "name",
                                "Chidi",
                                "serviceTypes",
                                "haul_out")
                        .text())
                .contains("Nobody of the staff has this id");
        assertThat(ada.submit("/providers/new", "/providers", "memberId", "nobody", "name", "x")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void staffLookAtProvidersAndChangeNothing() {
        ada.submit("/providers/new", "/providers", "name", "Firm", "serviceTypes", "haul_out", "active", "true");
        Client ben = clients.browser(yard, yard.ben());
        Provider firm = provider(ada.get("/providers").text());

        assertThat(ben.get("/providers").text()).contains("Firm").doesNotContain("/providers/" + firm.id());
        assertThat(ben.get("/providers/" + firm.id()).status()).isEqualTo(403);
        assertThat(clients.browser(yard, boatyard.join(yard, "Dayo", Role.CUSTOMER))
                        .get("/providers")
                        .status())
                .isEqualTo(403);
    }

    private static Catalogue.Draft crane() {
        return new Catalogue.Draft(
                "haul_out", "Crane", "", Offering.Pricing.FIXED, 900_000L, List.of(), List.of(), null, true);
    }

    private Offering offering(String name) {
        return yard.in(() -> catalogue.list(new Catalogue.Filter(null, name, true), Cursor.newest(), 1))
                .data()
                .getFirst();
    }

    private Provider provider(String list) {
        Matcher id = Pattern.compile("/providers/([0-9a-f-]{36})").matcher(list);
        assertThat(id.find()).isTrue();
        var found = new ProviderId(UUID.fromString(Objects.requireNonNull(id.group(1))));
        return yard.in(() -> providers.find(found).orElseThrow());
    }
}
