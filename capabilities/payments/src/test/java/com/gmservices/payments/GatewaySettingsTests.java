package com.gmservices.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.payments.account.GatewayAccounts;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(Till.class)
class GatewaySettingsTests {

    static final long DUE = 4_500_000;
    static final String LIST = "/settings/gateways";
    static final String PAGE = LIST + "/unreliable";

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    Tenants tenants;

    @Autowired
    Bills bills;

    @Autowired
    GatewayAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    TenantId harbour = TenantId.next();
    UUID bill = UUID.randomUUID();
    Browser ada = new Browser("");
    Browser ben = new Browser("");

    @BeforeEach
    void aBill() {
        harbour = Till.business(tenants);
        Person payer = people.join(harbour, "Ada", Role.CUSTOMER);
        bill = CurrentTenant.call(
                harbour, () -> bills.bill(harbour, payer.member().id(), DUE));
        ada = browser(payer);
        ben = browser(people.join(harbour, "Ben", Role.ADMIN));
    }

    @Test
    void whatIsFilledInIsSealedCheckedAndNeverShownAgain() {
        save("sesame", "Harbour Ltd");

        assertThat(ben.get(LIST).body()).contains("It lets us in as Harbour Ltd", "Test mode");
        assertThat(ben.get(PAGE).body()).contains("Kept: leave it empty").doesNotContain("sesame");
        assertThat(in(() -> new String(sealed(), StandardCharsets.ISO_8859_1))).doesNotContain("sesame");
        assertThat(in(() -> accounts.of("unreliable").require("word"))).isEqualTo("sesame");
    }

    @Test
    void anEmptyFieldLeavesWhatIsThere() {
        save("sesame", "Harbour Ltd");

        save("", "Harbour GmbH");

        assertThat(ben.get(LIST).body()).contains("It lets us in as Harbour GmbH");
    }

    @Test
    void whatDoesNotFitIsSaidInTheGatewaysWords() {
        save("abracadabra", "");

        assertThat(ben.get(LIST).body()).contains("That is not the word.");
    }

    @Test
    void withoutItsSecretItIsNotSwitchedOn() {
        var answer = save("", "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("word is missing");
    }

    @Test
    void whoSavesWhatSomebodyElseHasChangedIsTold() {
        Map<String, String> earlier = form("sesame");
        save("sesame", "");

        assertThat(ben.post(PAGE, earlier).body()).contains("Somebody else has changed this meanwhile");
    }

    @Test
    void payersAreOfferedWhatIsOnAndTakesTheCurrency() {
        assertThat(ada.get(pay()).body()).contains("unreliable/card");
        Map<String, String> form = form("sesame");
        form.put("currencies", "usd, jpy");
        ben.post(PAGE, form);
        assertThat(ada.get(pay()).body()).doesNotContain("unreliable/card");

        form = form("");
        form.put("currencies", "NGN");
        ben.post(PAGE, form);
        assertThat(ada.get(pay()).body()).contains("unreliable/card");

        form = form("");
        form.remove("enabled");
        ben.post(PAGE, form);
        assertThat(ada.get(pay()).body()).doesNotContain("unreliable/card");
    }

    @Test
    void thePreferredOneIsOfferedFirst() {
        save("sesame", "");
        ben.post(LIST + "/unreliable/preference", ben.hidden(LIST));

        String page = ada.get(pay()).body();

        assertThat(page.indexOf("unreliable/card")).isLessThan(page.indexOf("sandbox/sandbox_ok"));
    }

    @Test
    void aLimitHoldsForEveryPayment() {
        Map<String, String> form = ben.hidden(LIST);
        form.put("currency", "NGN");
        form.put("least", "100");
        form.put("most", "44999.99");
        ben.post(LIST + "/limits", form);
        assertThat(ben.get(LIST).body()).contains("From NGN\u00a0100.00 to NGN\u00a044,999.99");

        assertThat(ada.post(pay(), ada.hidden(pay()), "choice", "sandbox/sandbox_ok")
                        .statusCode())
                .isEqualTo(422);

        ben.post(LIST + "/limits/NGN/removal", ben.hidden(LIST));
        assertThat(ada.post(pay(), ada.hidden(pay()), "choice", "sandbox/sandbox_ok")
                        .statusCode())
                .isEqualTo(302);
    }

    @Test
    void onlyAdministratorsComeHere() {
        assertThat(ada.get(LIST).statusCode()).isEqualTo(403);
        assertThat(browser(people.join(harbour, "Carl", Role.STAFF)).get(LIST).statusCode())
                .isEqualTo(403);
    }

    private HttpResponse<String> save(String value, String name) {
        Map<String, String> form = form(value);
        form.put("values[name]", name);
        return ben.post(PAGE, form);
    }

    private Map<String, String> form(String word) {
        Map<String, String> form = ben.hidden(PAGE);
        form.put("enabled", "true");
        form.put("live", "false");
        form.put("values[word]", word);
        return form;
    }

    private byte[] sealed() {
        return transactions.execute(
                status -> jdbc.sql("select credentials from payments.gateway_account where tenant_id = ?")
                        .param(harbour.value())
                        .query((row, index) -> row.getBytes(1))
                        .single());
    }

    private <T> T in(Supplier<T> work) {
        return CurrentTenant.call(harbour, work::get);
    }

    private String pay() {
        return "/pay/service-request/" + bill;
    }

    private Browser browser(Person person) {
        String slug = tenants.find(person.member().tenant()).orElseThrow().slug();
        var browser = new Browser("http://localhost:%d/t/%s".formatted(port, slug));
        browser.get("/come-in/" + person.identity());
        return browser;
    }
}
