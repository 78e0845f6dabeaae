package com.gmservices.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.money.Money;
import com.gmservices.payments.UnreliableGateway.Fault;
import com.gmservices.payments.dispute.Dispute;
import com.gmservices.payments.dispute.DisputeStage;
import com.gmservices.payments.gateway.Complaints.Stage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What gateways say of complaints, and what it means in the books. */
class DisputesTests extends Complainants {

    @Test
    void theMoneyGoesFromTheGatewayToTheDisputes() {
        Payment payment = pay();

        Dispute dispute = complain(payment, PAID);

        assertThat(dispute.stage()).isEqualTo(DisputeStage.NEEDS_RESPONSE);
        assertThat(balance("clearing:unreliable")).isZero();
        assertThat(balance("disputes")).isEqualTo(PAID);
        assertThat(balance("revenue")).isEqualTo(PAID);
        assertSound(2);
    }

    @Test
    void aPartOfThePaymentIsTakenBackInPart() {
        complain(pay(), PART);

        assertThat(balance("clearing:unreliable")).isEqualTo(PAID - PART);
        assertThat(balance("disputes")).isEqualTo(PART);
    }

    /** A bank asks before it takes anything back. */
    @Test
    void anInquiryTakesNothingUntilItBecomesADispute() {
        Payment payment = pay();
        String reference = complaint(payment, PART, null);
        complaints.onlyAsk(reference);
        in(() -> disputes.changed(UnreliableGateway.NAME, reference));
        assertThat(balance("disputes")).isZero();
        assertThat(in(() -> refunding.refundable(payment))).isEqualTo(Money.of(PAID, "NGN"));

        complaints.takeBack(reference);
        in(() -> disputes.changed(UnreliableGateway.NAME, reference));

        assertThat(balance("disputes")).isEqualTo(PART);
        assertThat(in(() -> refunding.refundable(payment))).isEqualTo(Money.of(PAID - PART, "NGN"));
    }

    @Test
    void whatIsWonComesBackOnce() {
        Dispute dispute = complain(pay(), PART);
        complaints.decide(dispute.reference(), Stage.WON);

        hear(dispute);
        hear(dispute);

        assertThat(now(dispute).stage()).isEqualTo(DisputeStage.WON);
        assertThat(now(dispute).decidedAt()).isNotNull();
        assertThat(balance("clearing:unreliable")).isEqualTo(PAID);
        assertThat(balance("disputes")).isZero();
        assertSound(3);
        assertThat(in(() -> courtroom.events("DisputeDecided"))).isEqualTo(1);
    }

    @Test
    void whatIsLostStaysAsTheLossThatItIs() {
        Dispute dispute = complain(pay(), PART);
        complaints.decide(dispute.reference(), Stage.UNDER_REVIEW);
        hear(dispute);
        complaints.decide(dispute.reference(), Stage.LOST);
        hear(dispute);

        assertThat(now(dispute).stage()).isEqualTo(DisputeStage.LOST);
        assertThat(balance("disputes")).isEqualTo(PART);
        assertSound(2);
    }

    @Test
    void oneThatWasDecidedBeforeWeHeardOfItIsBookedWhole() {
        String reference = complaint(pay(), PART);
        complaints.decide(reference, Stage.WON);

        in(() -> disputes.changed(UnreliableGateway.NAME, reference));

        assertThat(balance("disputes")).isZero();
        assertSound(3);
        assertThat(in(() -> courtroom.events("DisputeOpened"))).isEqualTo(1);
        assertThat(in(() -> courtroom.events("DisputeDecided"))).isEqualTo(1);
    }

    @Test
    void oneThatWasWonAndIsTakenUpAgainTakesTheMoneyAgain() {
        Dispute dispute = complain(pay(), PART);
        for (Stage stage : List.of(Stage.WON, Stage.UNDER_REVIEW, Stage.WON, Stage.LOST)) {
            complaints.decide(dispute.reference(), stage);
            hear(dispute);
        }

        assertThat(now(dispute).stage()).isEqualTo(DisputeStage.LOST);
        assertThat(balance("disputes")).isEqualTo(PART);
        assertThat(balance("clearing:unreliable")).isEqualTo(PAID - PART);
        assertSound(6);
    }

    @Test
    void twentyWordsAtOnceAreOneDispute() throws Exception {
        Payment payment = pay();
        String reference = complaint(payment, PART);

        together(20, () -> {
            disputes.changed(UnreliableGateway.NAME, reference);
            return true;
        });

        assertThat(disputes(payment)).hasSize(1);
        assertThat(balance("disputes")).isEqualTo(PART);
        assertSound(2);
        assertThat(in(() -> courtroom.events("DisputeOpened"))).isEqualTo(1);
        assertThat(in(courtroom::words)).isZero();
    }

    /** Whoever has read what is old by now does not write it over what is new. */
    @Test
    void wordsThatCrossEachOtherEndInTheNewest() throws Exception {
        Dispute dispute = complain(pay(), PART);
        complaints.reads.set(0);
        complaints.onRead = () -> {
            switch (complaints.reads.get()) {
                case 5 -> complaints.decide(dispute.reference(), Stage.UNDER_REVIEW);
                case 10 -> complaints.decide(dispute.reference(), Stage.WON);
                default -> {}
            }
        };

        together(20, () -> {
            disputes.changed(UnreliableGateway.NAME, dispute.reference());
            return true;
        });

        assertThat(now(dispute).stage()).isEqualTo(DisputeStage.WON);
        assertThat(balance("disputes")).isZero();
        assertSound(3);
    }

    @Test
    void aComplaintThatIsHeardOfBeforeItsChargeLooksThatUpFirst() {
        vendor.onCharge = Fault.AFTER;
        Payment unknown = pay();
        assertThat(unknown.status()).isEqualTo(PaymentStatus.UNKNOWN);

        complain(unknown, PART);

        assertThat(in(() -> checkout.find(ben, unknown.id())).status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(balance("disputes")).isEqualTo(PART);
        assertSound(2);
    }

    @Test
    void aComplaintAboutAChargeThatNobodyKnowsYetWaitsForIt() {
        vendor.onCharge = Fault.AFTER;
        Payment unknown = pay();
        String reference = complaints.complain(null, "u-" + attempt(unknown), Money.of(PART, "NGN"), null);

        in(() -> disputes.changed(UnreliableGateway.NAME, reference));
        assertThat(disputes(unknown)).isEmpty();
        assertThat(in(courtroom::words)).isEqualTo(1);
        clock.pass(Duration.ofMinutes(2));
        courtroom.look();
        assertThat(disputes(unknown)).isEmpty();

        unresolved.resolve();
        clock.pass(Duration.ofMinutes(10));
        courtroom.look();

        assertThat(disputes(unknown)).hasSize(1);
        assertThat(in(courtroom::words)).isZero();
        assertThat(balance("disputes")).isEqualTo(PART);
    }

    @Test
    void aGatewayThatIsSilentIsAskedAgain() {
        Payment payment = pay();
        String reference = complaint(payment, PART);
        complaints.dead = true;
        in(() -> disputes.changed(UnreliableGateway.NAME, reference));
        complaints.dead = false;

        clock.pass(Duration.ofMinutes(2));
        courtroom.look();

        assertThat(disputes(payment)).hasSize(1);
    }

    @Test
    void aWordThatWasLostIsFoundWhenTheTimeIsOver() {
        Dispute dispute = complain(pay(), PART);
        complaints.decide(dispute.reference(), Stage.LOST);

        clock.pass(Duration.ofDays(6));
        courtroom.look();
        clock.pass(Duration.ofDays(1).plusHours(1));
        courtroom.look();

        assertThat(now(dispute).stage()).isEqualTo(DisputeStage.LOST);
    }

    @Test
    void whatTheGatewayHasTakenBackIsNotGivenBackBeside() {
        Payment payment = pay();
        Dispute dispute = complain(payment, PART);

        assertThatExceptionOfType(PaymentRefused.RefundTooLarge.class).isThrownBy(() -> refund(payment, PAID));
        assertThat(refund(payment, null).amount()).isEqualTo(Money.of(PAID - PART, "NGN"));
        assertThatExceptionOfType(PaymentRefused.NothingToRefund.class).isThrownBy(() -> refund(payment, null));
        complaints.decide(dispute.reference(), Stage.WON);
        hear(dispute);

        assertThat(refund(payment, null).amount()).isEqualTo(Money.of(PART, "NGN"));
        assertThat(balance("clearing:unreliable")).isZero();
    }

    @Test
    void aPaymentThatWasGivenBackMayBeTakenBackBeside() {
        Payment payment = pay();
        refund(payment, PAID);

        complain(payment, PAID);

        assertThat(balance("clearing:unreliable")).isEqualTo(-PAID);
        assertThat(balance("disputes")).isEqualTo(PAID);
        assertSound(3);
    }
}
