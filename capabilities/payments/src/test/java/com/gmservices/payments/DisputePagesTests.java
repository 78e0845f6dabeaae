package com.gmservices.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gmservices.payments.dispute.Dispute;
import com.gmservices.payments.gateway.Complaints.Complaint;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Role;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Disputes as staff meet them. */
class DisputePagesTests extends ComplaintDesk {

    @Test
    void withoutDisputesThePageTeaches() {
        var page = desk.get("/disputes");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("No disputes", "Keep what customers agree to")
                .doesNotContain("??");
    }

    @Test
    void theListGoesIntoASpreadsheet() {
        dispute(PAID);

        assertThat(browser(people.join(harbour, "Eva Admin", Role.ADMIN))
                        .get("/disputes.csv")
                        .body())
                .contains("For,Payer,Stage", "SR-2026-000123,Ada Obi,To answer,", ",45000.00,NGN");
        assertThat(desk.get("/disputes.csv").statusCode()).isEqualTo(403);
    }

    @Test
    void theListSaysWhatIsDueAndThePaymentShowsIt() {
        Dispute dispute = dispute(PAID);

        assertThat(desk.get("/disputes").body())
                .contains("SR-2026-000123", "Ada Obi", "To answer", "7 days left", "NGN\u00a045,000.00")
                .contains("did not get what they paid for")
                .doesNotContain("??");
        assertThat(desk.get("/disputes/" + dispute.id()).body())
                .contains(
                        "href=\"/t/",
                        "/payments/" + dispute.payment(),
                        "/bills/",
                        "Answer by",
                        "was taken back from you")
                .doesNotContain("??");
        assertThat(desk.get("/payments/" + dispute.payment()).body())
                .contains("/disputes/" + dispute.id())
                .doesNotContain("??", "Give money back");
    }

    @Test
    void whatIsDueSoonStandsOut() {
        Dispute dispute = dispute(PAID);
        clock.pass(Duration.ofDays(6).plusHours(1));

        assertThat(browser(ben).get("/disputes/" + dispute.id()).body()).containsPattern("badge (warn|bad)");
    }

    @Test
    void anAnswerIsKeptReadThroughAndSentWithItsFiles() {
        Complaint complaint = complain(PAID);
        Dispute dispute = in(() -> disputes.of(payment())).getFirst();
        String page = "/disputes/" + dispute.id();
        attach(dispute, "signed.pdf");
        Map<String, String> form = desk.hidden(page);
        form.put("explanation", "She has signed\nfor it.");

        desk.post(page + "/evidence", form, "draft", "true");
        assertThat(desk.get(page).body()).contains("She has signed", "signed.pdf", "The file below goes along");
        assertThat(in(() -> sandbox.said(complaint))).isEmpty();
        var unsure = desk.post(page + "/evidence", form);
        assertThat(unsure.statusCode()).isEqualTo(422);
        assertThat(unsure.body()).contains("Say that you have read it through", "She has signed");

        var sent = desk.post(page + "/evidence", form, "sure", "true");

        assertThat(desk.get(desk.next(sent)).body())
                .contains("The gateway has got your answer", "Being decided", "Contested", "signed.pdf", "Delivered")
                .doesNotContain("Send it to the bank", "??");
        assertThat(in(() -> sandbox.said(complaint)))
                .containsExactly("She has signed\nfor it.", "[signed.pdf (%d bytes)]".formatted(PDF.length()));
        form.put("key", "another");
        var late = desk.post(page + "/evidence", form, "sure", "true");
        assertThat(desk.get(desk.next(late)).body()).contains("This dispute takes no answer at the moment");
    }

    @Test
    void anEmptyAnswerIsNotSent() {
        Dispute dispute = dispute(PAID);
        String page = "/disputes/" + dispute.id();

        var refused = desk.post(page + "/evidence", desk.hidden(page), "sure", "true");

        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("Say why the charge is right");
    }

    @Test
    void acceptingTheLossAsksWhoOneIs() {
        Dispute dispute = dispute(PAID);
        String page = "/disputes/" + dispute.id();
        clock.pass(Duration.ofMinutes(6));

        var asked = desk.post(page + "/acceptance", desk.hidden(page));
        assertThat(asked.statusCode()).isEqualTo(403);
        assertThat(desk.get(page).body()).contains("To answer");
        desk = browser(ben);
        var done = desk.post(page + "/acceptance", desk.hidden(page));

        assertThat(desk.get(desk.next(done)).body())
                .contains("You have let the payer have NGN\u00a045,000.00", "Loss accepted", "Ben Obi")
                .doesNotContain("Accept the loss of", "??");
    }

    @Test
    void strangersSeeNothing() {
        Dispute dispute = dispute(PAID);
        String page = "/disputes/" + dispute.id();
        UUID file = attach(dispute, "signed.pdf");

        Browser payer = browser(ada);
        assertThat(payer.get("/disputes").statusCode()).isEqualTo(403);
        assertThat(payer.get(page).statusCode()).isEqualTo(403);
        assertThat(payer.get("/documents/" + file).statusCode()).isEqualTo(404);
        assertProblem(get(ada, "/disputes/" + dispute.id()), 403, "forbidden");
        harbour = Till.business(tenants);
        Person mallory = people.join(harbour, "Mallory", Role.ADMIN);
        Browser other = browser(mallory);
        assertThat(other.get(page).statusCode()).isEqualTo(404);
        assertThat(other.get("/documents/" + file).statusCode()).isEqualTo(404);
        assertThat(other.post(page + "/evidence", other.hidden("/disputes"), "draft", "true")
                        .statusCode())
                .isIn(403, 404);
        assertProblem(get(mallory, page), 404, "not-found");
        assertProblem(post(mallory, page + "/accept", "", "k"), 404, "not-found");
        assertThat(body(get(mallory, "/disputes")).at("/data").size()).isZero();
    }

    @Test
    void thoseWhoMayAnswerAreTold() {
        dispute(PAID);

        await().until(() -> body(get(ben, "/notifications")).at("/data").size() == 1);

        assertThat(body(get(ben, "/notifications")).at("/data/0/subject").asString())
                .startsWith("Dispute about SR-2026-000123: answer by ");
        assertThat(body(get(ada, "/notifications")).toString()).doesNotContain("Dispute");
    }

    @Test
    void thoseWhoMayAnswerAreRemindedOnce() {
        dispute(PAID);
        await().until(() -> body(get(ben, "/notifications")).at("/data").size() == 1);

        for (int i = 0; i < 3; i++) {
            clock.pass(Duration.ofHours(49));
            courtroom.look();
        }
        clock.pass(Duration.ofHours(20));
        courtroom.look();

        assertThat(body(get(ben, "/notifications")).at("/data").size()).isEqualTo(2);
        assertThat(body(get(ben, "/notifications")).at("/data/0/subject").asString())
                .startsWith("Answer the dispute about SR-2026-000123 by ");
    }

    @Test
    void complaintsAboutWhatNobodyKnowsAreNamed() {
        CurrentTenant.run(harbour, () -> disputes.changed("sandbox", "sandbox-dispute-of-others"));
        assertThat(desk.get("/disputes").body()).doesNotContain("sandbox-dispute-of-others");

        clock.pass(Duration.ofHours(2));

        assertThat(browser(ben).get("/disputes").body())
                .contains("We cannot tell about which payment these complaints are", "sandbox-dispute-of-others");
    }
}
