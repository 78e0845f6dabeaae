package com.gmservices.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.tenancy.Role;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class WalletTests extends Counter {

    @Autowired
    UnreliableKeeper keeper;

    @Autowired
    Forgetting forgetting;

    @Test
    void whatIsSavedWhilePayingPaysTheNextTime() {
        Map<String, String> form = ada.hidden(pay());
        form.put("keep", "true");
        ada.post(pay(), form, "choice", "sandbox/sandbox_ok");
        assertThat(ada.get("/payment-methods").body())
                .contains("visa ending in 4242", "Offered first", "until 12/2034");

        bill = bill(payer);
        String again = ada.get(pay()).body();
        assertThat(again).contains("visa ending in 4242");
        var answer = ada.post(pay(), ada.hidden(pay()), "choice", "sandbox/" + savedId(again));

        assertThat(ada.next(answer)).isEqualTo("/bills/" + bill);
        assertThat(stillDue()).isZero();
    }

    @Test
    void whatWasNotToBeKeptIsNot() {
        ada.post(pay(), ada.hidden(pay()), "choice", "sandbox/sandbox_ok");

        assertThat(ada.get("/payment-methods").body()).contains("Nothing saved yet");
    }

    @Test
    void oneIsSavedAtTheGatewayAndForgottenThere() {
        add();
        String page = ada.get("/payment-methods").body();
        assertThat(page).contains("visa ending in 4242").doesNotContain("token-4242", "??");
        add();
        assertThat(ada.get("/payment-methods").body().split("ending in 4242</strong>", -1))
                .hasSize(2);

        keeper.forgotten.clear();
        ada.post("/payment-methods/" + id(page) + "/removal", ada.hidden("/payment-methods"));

        assertThat(ada.get("/payment-methods").body()).contains("Nothing saved yet");
        assertThat(keeper.forgotten).containsKey("token-4242");
    }

    @Test
    void whatASilentGatewayHasNotForgottenIsGoneHereAndForgottenLater() {
        add();
        String removal = "/payment-methods/" + id(ada.get("/payment-methods").body()) + "/removal";
        keeper.forgotten.clear();
        keeper.dead = true;
        ada.post(removal, ada.hidden("/payment-methods"));
        later(Duration.ofMinutes(5));
        keeper.dead = false;
        assertThat(ada.get("/payment-methods").body()).contains("Nothing saved yet");
        assertThat(keeper.forgotten).isEmpty();

        later(Duration.ofHours(1));
        assertThat(keeper.forgotten.remove("token-4242")).isNotNull();
        later(Duration.ofDays(1));

        assertThat(keeper.forgotten).isEmpty();
    }

    @Test
    void whatIsKeptAnewMeanwhileStaysWithItsGateway() {
        add();
        String removal = "/payment-methods/" + id(ada.get("/payment-methods").body()) + "/removal";
        keeper.forgotten.clear();
        keeper.dead = true;
        ada.post(removal, ada.hidden("/payment-methods"));
        keeper.dead = false;
        add();

        later(Duration.ofHours(1));

        assertThat(keeper.forgotten).isEmpty();
    }

    private void later(Duration time) {
        clock.pass(time);
        forgetting.goOn();
    }

    @Test
    void nobodyPaysWithWhatSomebodyElseHasSaved() {
        add();
        String id = id(ada.get("/payment-methods").body());
        Person eve = people.join(harbour, "Eve", Role.CUSTOMER);
        bill = bill(eve.member().id());
        Browser hers = browser(eve);

        assertThat(hers.get("/payment-methods").body()).contains("Nothing saved yet");
        assertThat(hers.post("/payment-methods/" + id + "/removal", hers.hidden("/payment-methods"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(hers.post(pay(), hers.hidden(pay()), "choice", "unreliable/" + id)
                        .statusCode())
                .isEqualTo(422);
    }

    @Test
    void aGatewayThatIsSilentIsTriedAgainLater() {
        keeper.dead = true;
        ada.post("/payment-methods", ada.hidden("/payment-methods"), "gateway", "unreliable");
        keeper.dead = false;

        assertThat(ada.get("/payment-methods").body()).contains("cannot be saved at the moment", "Nothing saved yet");
    }

    private void add() {
        var away = ada.post("/payment-methods", ada.hidden("/payment-methods"), "gateway", "unreliable");
        String back = String.valueOf(away.headers().firstValue("Location").orElse(""));
        ada.get(back.substring(back.indexOf("/payment-methods")));
    }

    private static String id(String page) {
        return page.replaceAll("(?s).*/payment-methods/([0-9a-f-]{36})/removal.*", "$1");
    }

    private static String savedId(String page) {
        return page.replaceAll("(?s).*value=\"sandbox/([0-9a-f-]{36})\".*", "$1");
    }
}
