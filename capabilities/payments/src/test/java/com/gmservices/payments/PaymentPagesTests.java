package com.gmservices.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Role;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The pages as people meet them, without JavaScript. */
class PaymentPagesTests extends Counter {

    @Autowired
    UnresolvedPayments unresolved;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    Browser ben = new Browser("");

    @BeforeEach
    void staff() {
        ben = browser("Ben", Role.STAFF);
    }

    @Test
    void thePageSaysWhatAndHowMuchAndThatItIsATest() {
        var page = ada.get(pay());

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("SR-2026-000123", "Pay NGN\u00a045,000.00", "A card that works", "Test mode")
                .doesNotContain("name=\"amount\"", "??");
    }

    @Test
    void aCardThatWorksLeadsBackWithThanks() {
        var answer = choose("sandbox/sandbox_ok");

        assertThat(ada.next(answer)).isEqualTo("/bills/" + bill);
        assertThat(ada.get(ada.next(answer)).body()).contains("Thank you, your payment has arrived.");
        assertThat(ada.get(pay()).body()).contains("There is nothing to pay here");
    }

    @Test
    void aFormThatIsSentTwicePaysOnce() {
        Map<String, String> hidden = ada.hidden(pay());

        ada.post(pay(), hidden, "choice", "sandbox/sandbox_declined");
        var again = ada.post(pay(), hidden, "choice", "sandbox/sandbox_declined");

        assertThat(again.statusCode()).isEqualTo(302);
        assertThat(count("payment")).isEqualTo(1);
        assertThat(count("attempt")).isEqualTo(1);
    }

    @Test
    void anotherCardOnThePageThatOneWentBackToIsAnotherPayment() {
        Map<String, String> hidden = ada.hidden(pay());
        ada.post(pay(), hidden, "choice", "sandbox/sandbox_declined");

        var answer = ada.post(pay(), hidden, "choice", "sandbox/sandbox_ok");

        assertThat(ada.next(answer)).isEqualTo("/bills/" + bill);
        assertThat(stillDue()).isZero();
    }

    @Test
    void afterADeclineAnotherCardPaysTheSamePayment() {
        String outcome = ada.next(choose("sandbox/sandbox_declined"));
        assertThat(ada.get(outcome).body()).contains("Your bank declined the card.", "Nothing was taken from you.");

        var answer = ada.post(
                outcome.replace("outcome", "confirmation"), ada.hidden(outcome), "choice", "sandbox/sandbox_ok");

        assertThat(ada.next(answer)).isEqualTo("/bills/" + bill);
        assertThat(count("payment")).isEqualTo(1);
        assertThat(count("attempt")).isEqualTo(2);
    }

    @Test
    void aSilentBankIsWaitedForWithoutChargingTwice() {
        String outcome = ada.next(choose("sandbox/sandbox_silent"));
        assertThat(ada.get(outcome).body())
                .contains("We are asking your bank", "You will not be charged twice", "hx-trigger=\"load delay:4s\"");
        assertThat(ada.next(ada.get(pay()))).isEqualTo(outcome);

        clock.pass(Duration.ofSeconds(6));
        unresolved.resolve();

        assertThat(ada.get(outcome, "HX-Request", "true").body())
                .contains("your payment of NGN\u00a045,000.00 has arrived")
                .doesNotContain("<html", "hx-trigger");
    }

    @Test
    void theBanksPageConfirmsAndLeadsBack() {
        String bank = ada.next(choose("sandbox/sandbox_action"));
        assertThat(ada.get(bank).body()).contains("Confirm NGN\u00a045,000.00", "SR-2026-000123");

        String back = ada.next(ada.post(bank + "/approval", ada.hidden(bank)));

        String thanks = ada.next(ada.get(back));
        assertThat(thanks).isEqualTo("/bills/" + bill);
        assertThat(ada.get(thanks).body()).contains("Thank you, your payment has arrived.");
        assertThat(stillDue()).isZero();
    }

    @Test
    void theBanksPageRefusesAndLeadsBack() {
        String bank = ada.next(choose("sandbox/sandbox_action"));

        String back = ada.next(ada.post(bank + "/refusal", ada.hidden(bank)));

        assertThat(ada.get(back).body()).contains("You did not confirm the payment with your bank.");
        assertThat(ada.get(bank).body()).contains("This has been decided already.");
    }

    @Test
    void whoForgetsToChooseIsToldAndKeepsTheKey() {
        Map<String, String> hidden = ada.hidden(pay());

        var answer = ada.post(pay(), hidden);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Choose how to pay", hidden.get("key"));
    }

    @Test
    void whoSawAnotherAmountLooksAgain() {
        Map<String, String> hidden = ada.hidden(pay());
        CurrentTenant.run(harbour, () -> bills.change(bill, DUE + 100));

        var answer = ada.post(pay(), hidden, "choice", "sandbox/sandbox_ok");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("The amount has changed", "Pay NGN\u00a045,001.00");
        assertThat(count("payment")).isZero();
    }

    @Test
    void staffTakeADeposit() {
        var fields = ben.hidden(pay());
        fields.put("amount", "100.50");

        var answer = ben.post(pay(), fields, "choice", "sandbox/sandbox_ok");

        assertThat(ben.next(answer)).isEqualTo("/bills/" + bill);
        assertThat(stillDue()).isEqualTo(DUE - 10_050);
        fields = ben.hidden(pay());
        fields.put("amount", "a lot");
        assertThat(ben.post(pay(), fields, "choice", "sandbox/sandbox_ok").body())
                .contains("This cannot be paid like that");
    }

    @Test
    void staffSeeThePaymentsAndGiveBack() {
        choose("sandbox/sandbox_ok");
        assertThat(ben.get("/payments?status=succeeded").body()).contains("SR-2026-000123", "Ada Obi", ">Paid<");
        assertThat(ben.get("/payments?status=failed").body()).contains("None like this");
        String page = "/payments/" + id();
        assertThat(ben.get(page).body())
                .contains("Give money back", "value=\"45000.00\"")
                .doesNotContain("??");

        var refused = ben.post(page + "/refunds", ben.hidden(page), "amount", "45000.01");
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("at most NGN\u00a045,000.00");
        var done = ben.post(page + "/refunds", ben.hidden(page), "amount", "45000");

        assertThat(ben.get(ben.next(done)).body())
                .contains("The money is on its way back to the payer.")
                .doesNotContain("Give money back");
    }

    @Test
    void theListGoesOn() {
        for (int i = 0; i < 27; i++) {
            choose("sandbox/sandbox_declined");
        }

        String first = ben.get("/payments").body();

        assertThat(first.split("data-open")).hasSize(26);
        String more = first.replaceAll("(?s).*hx-get=\"[^\"]*(/payments\\?[^\"]*)\".*", "$1")
                .replace("&amp;", "&");
        assertThat(ben.get(more).body().split("data-open")).hasSize(3);
    }

    @Test
    void othersFindNothing() {
        choose("sandbox/sandbox_ok");
        Browser eve = browser("Eve", Role.CUSTOMER);
        String payment = "/payments/" + id();

        assertThat(eve.get(pay()).statusCode()).isEqualTo(404);
        assertThat(eve.get(payment + "/outcome").statusCode()).isEqualTo(404);
        assertThat(eve.get(payment).statusCode()).isEqualTo(403);
        harbour = Till.business(tenants);
        Browser mallory = browser("Mallory", Role.ADMIN);
        assertThat(mallory.get(payment).statusCode()).isEqualTo(404);
        assertThat(mallory.get(pay()).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> choose(String choice) {
        return ada.post(pay(), ada.hidden(pay()), "choice", choice);
    }

    private UUID id() {
        return CurrentTenant.call(
                harbour,
                () -> transactions.execute(status -> jdbc.sql("select id from payments.payment where tenant_id = ?")
                        .param(harbour.value())
                        .query((row, index) -> row.getObject(1, UUID.class))
                        .single()));
    }

    private int count(String table) {
        return CurrentTenant.call(
                harbour,
                () -> transactions.execute(
                        status -> jdbc.sql("select count(*) from payments.%s where tenant_id = ?".formatted(table))
                                .param(harbour.value())
                                .query(Integer.class)
                                .single()));
    }
}
