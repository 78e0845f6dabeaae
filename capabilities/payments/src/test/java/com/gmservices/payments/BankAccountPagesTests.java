package com.gmservices.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.payments.gateway.Statement.Kind;
import com.gmservices.payments.reconciliation.Comparing;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class BankAccountPagesTests extends Counter {

    static final String GATEWAY = "/settings/gateways/unreliable";
    static final String PAGE = GATEWAY + "/bank-account";
    static final String NUMBER = "0001234567";

    @Autowired
    UnreliableBanks banks;

    @Autowired
    VendorStatement statement;

    @Autowired
    Comparing comparing;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    Browser olu = new Browser("");

    @BeforeEach
    void aGateway() {
        olu = browser("Olu", Role.ADMIN);
        Map<String, String> form = olu.hidden(GATEWAY);
        form.put("enabled", "true");
        form.put("values[word]", "sesame");
        olu.post(GATEWAY, form);
    }

    @AfterEach
    void heal() {
        banks.dead = false;
    }

    @Test
    void anAccountIsTakenOnceItsHolderIsAgreedTo() {
        assertThat(olu.get(PAGE).body())
                .contains("None is named yet.", "Guaranty Trust Bank", "An account in NGN")
                .doesNotContain("??");

        var asked = name("058", "0001 234 567", "");
        assertThat(asked.body()).contains("HARBOUR GARAGE LTD", "Yes, it is ours: use it");
        assertThat(olu.get(PAGE).body()).contains("None is named yet.");
        var used = name("058", NUMBER, "HARBOUR GARAGE LTD");

        assertThat(olu.get(olu.next(used)).body())
                .contains("HARBOUR GARAGE LTD", "Guaranty Trust Bank ••••\u00a04567, NGN")
                .doesNotContain(NUMBER);
        assertThat(olu.get("/settings/gateways").body()).contains("Bank account for payouts");
        assertThat(sealed()).doesNotContain("1234567");
    }

    @Test
    void aHolderThatTheBankDoesNotConfirmIsNotTaken() {
        name("058", NUMBER, "MALLORY LTD");

        assertThat(olu.get(PAGE).body()).contains("None is named yet.");
    }

    @Test
    void whatDoesNotFitIsSaidBesideTheField() {
        assertThat(name("058", NUMBER + "8", "").body()).contains("The bank knows no account with this number");
        var answer = name("777", "12", "");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("id=\"bank-wrong\"", "between 6 and 20 digits");
    }

    @Test
    void aSilentGatewayIsSaidToBeSilent() {
        banks.dead = true;

        assertThat(olu.get(PAGE).body()).contains("does not tell its banks at the moment");
        assertThat(name("058", NUMBER, "").body()).contains("does not tell its banks at the moment");
    }

    @Test
    void payoutsSayIntoWhichAccountTheyWent() {
        payOut(1_000);
        clock.pass(Duration.ofMinutes(1));
        name("058", NUMBER, "HARBOUR GARAGE LTD");
        clock.pass(Duration.ofMinutes(1));
        payOut(2_000);
        clock.pass(Duration.ofMinutes(1));
        end();
        clock.pass(Duration.ofMinutes(1));
        payOut(3_000);
        clock.pass(Duration.ofDays(1));
        CurrentTenant.run(harbour, () -> comparing.daily(UnreliableGateway.NAME));
        olu = browser("Olu", Role.ADMIN);

        assertThat(olu.get("/payouts").body().split("Into Guaranty Trust Bank ••••\u00a04567", -1))
                .hasSize(2);
        assertThat(olu.get("/payouts.csv").body())
                .containsPattern("line-2,20\\.00,.*,Guaranty Trust Bank,0001234567,HARBOUR GARAGE LTD")
                .containsPattern("line-1,10\\.00,.*,,,")
                .containsPattern("line-3,30\\.00,.*,,,");
    }

    @Test
    void isOnlyThereForAdministratorsAndGatewaysThatKnowBanks() {
        assertThat(browser("Ben", Role.STAFF).get(PAGE).statusCode()).isEqualTo(403);
        assertThat(olu.get("/settings/gateways/sandbox/bank-account").statusCode())
                .isEqualTo(404);
    }

    private HttpResponse<String> name(String bank, String number, String holder) {
        Map<String, String> form = olu.hidden(PAGE);
        form.put("currency", "NGN");
        form.put("bank", bank);
        form.put("number", number);
        form.put("holder", holder);
        return olu.post(PAGE, form);
    }

    private void end() {
        olu.post(PAGE + "/removal", olu.hidden(PAGE), "currency", "NGN");
    }

    private void payOut(long amount) {
        CurrentTenant.run(
                harbour, () -> statement.tell(Kind.PAYOUT, UUID.randomUUID(), null, amount, 0, clock.instant()));
    }

    private String sealed() {
        byte[] number = CurrentTenant.call(
                harbour,
                () -> transactions.execute(
                        status -> jdbc.sql("select number from payments.bank_account where tenant_id = ?")
                                .param(harbour.value())
                                .query((row, index) -> row.getBytes(1))
                                .single()));
        return new String(number, StandardCharsets.ISO_8859_1);
    }
}
