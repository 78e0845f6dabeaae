package com.gmservices.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.money.Money;
import com.gmservices.payments.UnreliableGateway.Fault;
import com.gmservices.payments.gateway.Complaints;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfDispute;
import com.gmservices.payments.gateway.Statement.Kind;
import com.gmservices.payments.reconciliation.ReconciliationRefused;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Role;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What does not agree, and what becomes of it. */
class DifferencesTests extends Mornings {

    @Test
    void whatNobodyKnowsIsListedAndItsFeeIsNotBooked() {
        tell(Kind.CHARGE, UUID.randomUUID(), 7_700, 100);
        tell(Kind.REFUND, null, 500, 0);
        tell(Kind.DISPUTE, null, 900, 0);

        morning();

        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "unknown_charge open 7700/-", "unknown_refund open 500/-", "unknown_dispute open 900/-");
        assertThat(in(() -> comparing.verdict(THEM, yesterday()))).contains("differs");
        assertThat(in(() -> books.entries())).isZero();
    }

    @Test
    void anotherAmountOrCurrencyIsADifference() {
        tell(Kind.CHARGE, attempt(pay(10_000)).id().value(), 9_000, 10);
        Attempt other = attempt(pay(5_000));
        CurrentTenant.run(
                harbour,
                () -> statement.tell(
                        Kind.CHARGE, other.id().value(), null, Money.of(5_000, "USD"), 0, clock.instant()));

        morning();

        assertThat(differences())
                .containsExactlyInAnyOrder("amount_differs open 9000/10000", "currency_differs open 5000/5000");
        assertThat(balance("fees:" + THEM)).isEqualTo(10);
    }

    @Test
    void whatTheBooksHaveOtherwiseIsADifference() {
        Attempt attempt = attempt(pay(10_000));
        tell(Kind.CHARGE, attempt.id().value(), 10_000, 0);
        CurrentTenant.run(harbour, () -> books.reverse(olu, attempt.id().value()));

        morning();

        assertThat(differences()).containsExactly("booked_otherwise open 10000/0");
    }

    @Test
    void theSameListedTwiceIsADifference() {
        Attempt attempt = attempt(pay(10_000));
        tell(Kind.CHARGE, attempt.id().value(), 10_000, 0);
        tell(Kind.CHARGE, attempt.id().value(), 10_000, 0);

        morning();

        assertThat(differences()).containsExactly("listed_twice open 10000/10000");
    }

    @Test
    void whatTheGatewayDoesNotHaveIsMissedAfterDaysAndFoundWhenItComes() {
        Payment payment = pay(10_000);
        Attempt attempt = attempt(payment);
        Refund refund = refund(payment, 1_000);
        Instant then = clock.instant();
        for (int day = 1; day <= 5; day++) {
            morning();
        }
        assertThat(differences()).isEmpty();

        morning();
        assertThat(differences())
                .containsExactlyInAnyOrder("missing_charge open -/10000", "missing_refund open -/1000");

        CurrentTenant.run(harbour, () -> {
            statement.tell(Kind.CHARGE, attempt.id().value(), null, 10_000, 0, then.plus(Duration.ofDays(5)));
            statement.tell(Kind.REFUND, refund.id().value(), null, 1_000, 0, then.plus(Duration.ofDays(5)));
        });
        morning();
        assertThat(differences())
                .containsExactlyInAnyOrder("missing_charge vanished -/10000", "missing_refund vanished -/1000");
    }

    @Test
    void whatWasTakenThoughItIsClosedHereIsFoundAndGivenBack() {
        UUID bill = bill(10_000);
        vendor.onCharge = Fault.BEFORE;
        Payment lost = pay(bill);
        vendor.heal();
        clock.pass(Duration.ofHours(1));
        unresolved.resolve();
        assertThat(now(lost).status()).isEqualTo(PaymentStatus.FAILED);
        pay(bill);
        Attempt closed = in(() -> checkout.attempts(lost)).getFirst();
        vendor.takeAfterAll(closed.id().value(), Money.of(10_000, "NGN"));
        tell(Kind.CHARGE, closed.id().value(), 10_000, 30);
        tellOf(bill);

        morning();
        assertThat(differences()).containsExactly("not_taken_here open 10000/10000");
        assertThat(balance("fees:" + THEM)).isZero();

        assertThat(in(() -> comparing.lookAgain(olu, comparing.newest()))).isTrue();
        unresolved.resolve();

        assertThat(differences()).containsExactly("not_taken_here vanished 10000/10000");
        assertThat(balance("fees:" + THEM)).isEqualTo(30);
        assertThat(balance("clearing:" + THEM)).isEqualTo(10_000 - 30);
        assertThat(in(() -> bills.stillDue(bill))).isEqualTo(-10_000);
        assertThat(vendor.refundsGiven).hasValue(1);
    }

    @Test
    void aRefundThatIsOpenHereAndGivenThereIsLookedUpAgain() {
        Payment payment = pay(10_000);
        tell(Kind.CHARGE, attempt(payment).id().value(), 10_000, 0);
        vendor.onRefund = Fault.AFTER;
        Refund refund = refund(payment, 4_000);
        tell(Kind.REFUND, refund.id().value(), 4_000, 0);
        morning();
        assertThat(differences()).containsExactly("not_given_back_here open 4000/4000");

        vendor.heal();

        assertThat(in(() -> comparing.lookAgain(olu, comparing.newest()))).isTrue();
        assertThat(balance("clearing:" + THEM)).isEqualTo(6_000);
    }

    @Test
    void whatIsHeldForDisputesAgreesWithTheBooksOnceWeHaveHeardOfThem() {
        Attempt one = attempt(pay(10_000));
        Attempt other = attempt(pay(5_000));
        tell(Kind.CHARGE, one.id().value(), 10_000, 0);
        tell(Kind.CHARGE, other.id().value(), 5_000, 0);
        String complaint = complaints.complain(other.id().value(), null, Money.of(5_000, "NGN"), null);
        tell(Kind.DISPUTE, one.id().value(), 4_000, 20);
        CurrentTenant.run(harbour, () -> tell(Kind.DISPUTE, null, complaint, 5_000));
        morning();
        assertThat(differences())
                .containsExactlyInAnyOrder("unknown_dispute open 4000/-", "unknown_dispute open 5000/-");

        hear(complaint);
        hear(complaints.complain(one.id().value(), null, Money.of(4_000, "NGN"), null));
        morning();

        assertThat(differences())
                .containsExactlyInAnyOrder("unknown_dispute vanished 4000/-", "unknown_dispute vanished 5000/-");
        assertThat(balance("fees:" + THEM)).isEqualTo(20);
    }

    private void hear(String complaint) {
        CurrentTenant.run(harbour, () -> news.told(THEM, new OfDispute(complaint)));
    }

    @Test
    void somebodyResolvesADifferenceOnceAndItStaysSo() {
        tell(Kind.CHARGE, null, 7_700, 0);
        morning();
        UUID id = in(() -> comparing.newest());

        assertThatExceptionOfType(ReconciliationRefused.NoteMissing.class).isThrownBy(() -> resolve(id, 1, " "));
        assertThatExceptionOfType(ReconciliationRefused.ChangedMeanwhile.class)
                .isThrownBy(() -> resolve(id, 2, "Seen"));
        resolve(id, 1, "Paid in the other shop");
        assertThatExceptionOfType(ReconciliationRefused.ChangedMeanwhile.class)
                .isThrownBy(() -> resolve(id, 1, "Again"));
        morning();
        morning();

        assertThat(differences()).containsExactly("unknown_charge resolved 7700/-");
        assertThat(in(() -> comparing.verdict(THEM, yesterday().minusDays(2)))).contains("settled");
    }

    @Test
    void whatIsStillMissedThoughItWasResolvedIsNotListedAgain() {
        pay(10_000);
        for (int day = 1; day <= 6; day++) {
            morning();
        }
        resolve(in(() -> comparing.newest()), 1, "They look for it");

        morning();

        assertThat(differences()).containsExactly("missing_charge resolved -/10000");
    }

    @Test
    void whatIsLostInADisputeMustStandInTheGatewaysAccount() {
        Payment lost = pay(4_000);
        Payment won = pay(5_000);
        tell(Kind.CHARGE, attempt(lost).id().value(), 4_000, 0);
        tell(Kind.CHARGE, attempt(won).id().value(), 5_000, 0);
        morning();
        decide(lost, Complaints.Stage.LOST);
        decide(won, Complaints.Stage.WON);
        mornings(5);
        assertThat(differences()).isEmpty();

        mornings(1);
        assertThat(differences()).containsExactly("missing_dispute open -/4000");
        tell(Kind.DISPUTE, attempt(lost).id().value(), 4_000, 0);
        mornings(1);

        assertThat(differences()).containsExactly("missing_dispute vanished -/4000");
    }

    private void decide(Payment payment, Complaints.Stage stage) {
        String complaint =
                complaints.complain(attempt(payment).id().value(), null, payment.captured(), clock.instant());
        hear(complaint);
        complaints.decide(complaint, stage);
        hear(complaint);
    }

    private void mornings(int days) {
        for (int day = 0; day < days; day++) {
            morning();
        }
    }

    @Test
    void administratorsAreToldOfWhatIsNewOnceADay() {
        people.join(harbour, "Tayo", Role.ADMIN);
        people.join(harbour, "Carl", Role.STAFF);
        tell(Kind.CHARGE, UUID.randomUUID(), 7_700, 0);
        tell(Kind.CHARGE, UUID.randomUUID(), 8_800, 0);
        morning();
        assertThat(told()).isEqualTo(1);
        in(() -> tell(Kind.CHARGE, UUID.randomUUID(), null, 9_900));
        in(() -> comparing.begin(olu, THEM, yesterday().plusDays(1)));
        goOn();
        assertThat(differences()).hasSize(3);
        assertThat(told()).isEqualTo(1);

        morning();
        morning();

        assertThat(told()).isEqualTo(2);
    }

    private int told() {
        return pinboard.told(harbour, "reconciliation.notice.found");
    }
}
