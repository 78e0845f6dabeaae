package com.gmservices.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.tenancy.Role;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaymentLinkTests extends Counter {

    Browser ben = new Browser("");
    Browser nobody = new Browser("");

    @BeforeEach
    void staffAndSomebody() {
        ben = browser("Ben", Role.STAFF);
        nobody = nobody();
    }

    @Test
    void whoHasTheLinkPaysWithoutAnAccount() {
        String link = make(null);
        String page = nobody.get(link).body();
        assertThat(page)
                .contains("Harbour Garage", "SR-2026-000123", "NGN\u00a045,000.00")
                .doesNotContain("Ada", "??");

        var answer = nobody.post(link, nobody.hidden(link), "choice", "sandbox/sandbox_ok");

        assertThat(nobody.next(answer)).isEqualTo(link);
        assertThat(nobody.get(link).body())
                .contains("Paid, thank you", "Harbour Garage has received NGN\u00a045,000.00");
        assertThat(stillDue()).isZero();
    }

    @Test
    void theBanksPageLeadsBackToTheLink() {
        String link = make(null);
        String bank = nobody.next(nobody.post(link, nobody.hidden(link), "choice", "sandbox/sandbox_action"));

        var back = nobody.post(bank + "/approval", nobody.hidden(bank));

        assertThat(nobody.next(back)).isEqualTo(link);
        assertThat(nobody.get(link).body()).contains("Paid, thank you");
    }

    @Test
    void aDeclineCanBeTriedAgainAndSilenceIsWaitedFor() {
        String link = make(null);
        nobody.post(link, nobody.hidden(link), "choice", "sandbox/sandbox_declined");
        assertThat(nobody.get(link).body()).contains("Your bank declined the card.", "Nothing was taken from you.");

        nobody.post(link, nobody.hidden(link), "choice", "sandbox/sandbox_silent");

        assertThat(nobody.get(link).body()).contains("Paid, thank you");
        assertThat(stillDue()).isZero();
    }

    @Test
    void aPartIsPaidAsStaffHaveAgreedItAndNoMore() {
        String link = make("10000");
        assertThat(nobody.get(link).body()).contains("NGN\u00a010,000.00").doesNotContain("Pay NGN\u00a045,000.00");

        nobody.post(link, nobody.hidden(link), "choice", "sandbox/sandbox_ok");

        assertThat(stillDue()).isEqualTo(DUE - 1_000_000);
        assertThat(nobody.get(link).body()).doesNotContain("name=\"choice\"");
    }

    @Test
    void whatIsWithdrawnOrOldDoesNotWork() {
        String withdrawn = make(null);
        ben.post(withdrawn.replace("/pay/links/", "/payment-links/") + "/revocation", ben.hidden("/payments"));
        var answer = nobody.get(withdrawn);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.body()).contains("This link does not work any more");

        String old = make(null);
        clock.pass(Duration.ofDays(31));
        assertThat(nobody.get(old).statusCode()).isEqualTo(404);
        clock.reset();
        assertThat(nobody.get("/pay/links/" + UUID.randomUUID()).statusCode()).isEqualTo(404);
    }

    @Test
    void onlyWhoCollectsMakesLinksAndForNoMoreThanIsDue() {
        assertThat(ada.post("/pay/service-request/" + bill + "/links", ada.hidden(pay()))
                        .statusCode())
                .isEqualTo(403);

        var answer = ben.post("/pay/service-request/" + bill + "/links", ben.hidden(pay()), "amount", "45000.01");

        assertThat(ben.next(answer)).isEqualTo(pay());
        assertThat(ben.get(pay()).body()).contains("The amount must be above nothing");
    }

    private String make(@Nullable String amount) {
        Map<String, String> form = ben.hidden(pay());
        if (amount != null) {
            form.put("amount", amount);
        }
        String made = ben.next(ben.post("/pay/service-request/" + bill + "/links", form));
        String link = made.replace("/payment-links/", "/pay/links/");
        assertThat(ben.get(made).body()).contains(link);
        return link;
    }
}
