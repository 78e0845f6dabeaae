package com.gmservices.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.payments.account.GatewayAccounts;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class GatewaySettingsTests extends Counter {

    static final String LIST = "/settings/gateways";
    static final String PAGE = LIST + "/unreliable";

    @Autowired
    GatewayAccounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    Browser ben = new Browser("");

    @BeforeEach
    void anAdministrator() {
        ben = browser("Ben", Role.ADMIN);
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
        assertThat(browser("Carl", Role.STAFF).get(LIST).statusCode()).isEqualTo(403);
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
}
