package com.gmservices.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.documents.NewDocument;
import com.gmservices.documents.Subject;
import com.gmservices.payments.dispute.Dispute;
import com.gmservices.payments.dispute.DisputeStage;
import com.gmservices.payments.gateway.Complaints.Enclosures;
import com.gmservices.tenancy.Refusal;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a business says to a complaint, and how it reaches the gateway. */
class DisputeAnswersTests extends Complainants {

    @Test
    void anAnswerIsSentOnceThoughTheGatewaysWordIsLost() {
        Dispute dispute = complain(pay(), PART);
        complaints.mute = true;
        courtroomContest(dispute, "k");
        assertThat(answers(dispute)).containsExactly("contest pending");
        complaints.mute = false;

        clock.pass(Duration.ofMinutes(2));
        courtroom.look();

        assertThat(answers(dispute)).containsExactly("contest sent");
        assertThat(now(dispute).stage()).isEqualTo(DisputeStage.UNDER_REVIEW);
        assertThat(complaints.contested).hasValue(1);
    }

    @Test
    void anAnswerThatDidNotArriveIsSentAgain() {
        Dispute dispute = complain(pay(), PART);
        complaints.deaf = true;
        courtroomContest(dispute, "k");
        clock.pass(Duration.ofMinutes(2));
        courtroom.look();
        assertThat(answers(dispute)).containsExactly("contest pending");
        complaints.deaf = false;

        clock.pass(Duration.ofMinutes(10));
        courtroom.look();

        assertThat(answers(dispute)).containsExactly("contest sent");
        assertThat(now(dispute).stage()).isEqualTo(DisputeStage.UNDER_REVIEW);
    }

    @Test
    void anAnswerThatNeverArrivesIsGivenUpAndMayBeGivenAnew() {
        Dispute dispute = complain(pay(), PART, null);
        complaints.deaf = true;
        courtroomContest(dispute, "k");
        for (int i = 0; i < 22; i++) {
            clock.pass(Duration.ofMinutes(61));
            courtroom.look();
        }
        assertThat(answers(dispute)).containsExactly("contest failed");
        complaints.deaf = false;

        courtroomContest(dispute, "l");

        assertThat(answers(dispute)).containsExactly("contest sent", "contest failed");
    }

    @Test
    void manyWhoAnswerAtOnceGiveOneAnswer() throws Exception {
        Dispute dispute = complain(pay(), PART);

        List<Object> outcomes = together(
                10,
                () -> courtroom.contest(
                        ben, dispute, "It was done.", UUID.randomUUID().toString()));

        assertThat(outcomes.stream().filter(Dispute.class::isInstance)).hasSize(1);
        assertThat(complaints.contested).hasValue(1);
        assertThat(in(() -> courtroom.trail(dispute.id().value()))).containsExactly("dispute.answered");
    }

    @Test
    void filesThatTheGatewayDoesNotTakeAreNotEvenTried() {
        Dispute dispute = complain(pay(), PART);
        attach(dispute);
        attach(dispute);
        List.of(
                        new Enclosures(10, 1_000_000, Set.of("image/png")),
                        new Enclosures(1, 1_000_000, Set.of()),
                        new Enclosures(10, 100, Set.of()))
                .forEach(takes -> {
                    complaints.takes = takes;
                    assertThatExceptionOfType(Refusal.class)
                            .isThrownBy(() -> courtroomContest(dispute, "k"))
                            .withMessageStartingWith("The gateway takes");
                });
        assertThat(answers(dispute)).isEmpty();

        complaints.takes = new Enclosures(2, 1_000_000, Set.of("application/pdf"));
        courtroomContest(dispute, "k");

        assertThat(answers(dispute)).containsExactly("contest sent");
    }

    private void attach(Dispute dispute) {
        in(() -> documents.attach(
                ben,
                new NewDocument(
                        new Subject("dispute", dispute.id().value()),
                        "signed.pdf",
                        false,
                        null,
                        target -> Files.writeString(target, DisputePagesTests.PDF))));
    }

    @Test
    void theSameKeyAnswersOnce() {
        Dispute dispute = complain(pay(), PART);

        courtroomContest(dispute, "k");
        courtroomContest(dispute, "k");

        assertThat(complaints.contested).hasValue(1);
    }

    @Test
    void whatIsAcceptedIsLost() {
        Dispute dispute = complain(pay(), PART);

        Dispute accepted = in(() -> courtroom.accept(ben, dispute, "k"));

        assertThat(accepted.stage()).isEqualTo(DisputeStage.ACCEPTED);
        assertThat(balance("disputes")).isEqualTo(PART);
        assertThat(in(() -> courtroom.trail(dispute.id().value()))).containsExactly("dispute.accepted");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> courtroomContest(dispute, "l"))
                .matches(refusal -> refusal.code().equals("wrong-stage"));
    }
}
