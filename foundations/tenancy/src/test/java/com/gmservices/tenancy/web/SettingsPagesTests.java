package com.gmservices.tenancy.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Fixtures;
import com.gmservices.tenancy.Tenant;
import com.gmservices.tenancy.Tenants;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@SpringBootTest
class SettingsPagesTests {

    @Autowired
    private Http http;

    @Autowired
    private Fixtures fixtures;

    @Autowired
    private Tenants tenants;

    private CurrentMember ada;

    @BeforeEach
    void aBusiness() {
        ada = fixtures.harbourMotors().ada();
    }

    @Test
    void showsWhatIsSet() {
        assertThat(http.get(ada, "/settings"))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"Harbour Motors\"", "Africa/Lagos", "NGN")
                .contains("Contrast 6.6 to 1: easy to read.");
    }

    @Test
    void webSitesAreWrittenOneALine() {
        assertThat(save("allowedOrigins", " https://Shop.example/\r\n\r\nhttps://desk.example:8443"))
                .hasStatus3xxRedirection();
        assertThat(http.get(ada, "/settings"))
                .bodyText()
                .contains("https://desk.example:8443\nhttps://shop.example</textarea>");

        assertThat(save("allowedOrigins", "shop.example"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("shop.example is no web site&#39;s origin", "aria-describedby=\"allowedOrigins-wrong\"");
    }

    @Test
    void savesAndSaysSo() {
        var answer = save(
                "name",
                "Harbour & Sons",
                "accent",
                "#7A1F3D",
                "taxNumber",
                "DE 123",
                "taxRates[0].name",
                "VAT",
                "taxRates[0].rate",
                "7,5 %",
                "taxRates[2].name",
                "",
                "taxRates[2].rate",
                "");

        assertThat(answer).hasStatus3xxRedirection().hasRedirectedUrl("/settings");
        assertThat(stored().name()).isEqualTo("Harbour & Sons");
        assertThat(stored().accent()).isEqualTo("#7a1f3d");
        assertThat(stored().taxRates()).singleElement().hasToString("TaxRate[code=vat, name=VAT, rate=7.5]");
        assertThat(http.get(ada, "/settings")).bodyText().contains("taxRates[0].name", "taxRates[2].rate");
    }

    @Test
    void aTaxKeepsItsCodeWhenItIsRenamedAndANewOneGetsItsOwn() {
        save(
                "taxRates[0].code",
                "vat",
                "taxRates[0].name",
                "Value added tax",
                "taxRates[0].rate",
                "7.5",
                "taxRates[1].name",
                "VAT",
                "taxRates[1].rate",
                "5");

        assertThat(stored().taxRates()).extracting(rate -> rate.code()).containsExactly("vat", "vat-2");
    }

    @Test
    void anEmptiedRowIsATaxThatGoes() {
        save("taxRates[0].name", "VAT", "taxRates[0].rate", "7.5");
        save("revision", "2", "taxRates[0].code", "vat", "taxRates[0].name", "", "taxRates[0].rate", "");

        assertThat(stored().taxRates()).isEmpty();
    }

    @Test
    void tellsWhatToMendBesideTheField() {
        assertThat(save("name", " "))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Say what the business is called");
        assertThat(save("accent", "#ffcc00"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Contrast 1.5 to 1 is hard to read");
        assertThat(save("taxRates[0].name", "VAT", "taxRates[0].rate", "much"))
                .bodyText()
                .contains("A rate is a number from 0 to 100");
        assertThat(save("timeZone", "Mars/Phobos")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(stored().revision()).isEqualTo(1);
    }

    @Test
    void theSlowerOfTwoIsToldAndKeepsWhatTheyWrote() {
        save("name", "Harbour");

        assertThat(save("name", "Ada's"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("Somebody else has changed this", "value=\"Ada&#39;s\"");
    }

    @Test
    void previewsAColourAsItIsChosen() {
        assertThat(http.get(ada, "/settings/accent?accent={colour}", "#ffcc00"))
                .bodyText()
                .contains("fill=\"#ffcc00\"", "1.5 to 1")
                .doesNotContain("<form");
        assertThat(http.get(ada, "/settings/accent?accent=\"/><script>"))
                .bodyText()
                .doesNotContain("<script");
    }

    /** What a browser sends of the page as it is shown first, with these values in place of those there. */
    private MvcTestResult save(String... changes) {
        var form = new java.util.LinkedHashMap<>(java.util.Map.of(
                "name",
                "Harbour Motors",
                "domains",
                "automotive",
                "accent",
                "#0b5cad",
                "currency",
                "NGN",
                "timeZone",
                "Africa/Lagos",
                "taxNumber",
                "",
                "revision",
                "1"));
        for (int i = 0; i < changes.length; i += 2) {
            form.put(changes[i], changes[i + 1]);
        }
        return http.submit(
                ada,
                "/settings",
                form.entrySet().stream()
                        .flatMap(entry -> Stream.of(entry.getKey(), entry.getValue()))
                        .toArray(String[]::new));
    }

    private Tenant stored() {
        return tenants.find(ada.tenant()).orElseThrow();
    }
}
