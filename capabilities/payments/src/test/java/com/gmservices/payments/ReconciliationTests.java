package com.gmservices.payments;

import static com.gmservices.payments.Till.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.payments.gateway.Statement.Kind;
import com.gmservices.payments.reconciliation.ReconciliationRefused;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** How what gateways have moved is asked for, compared and booked. */
class ReconciliationTests extends Mornings {

    @Test
    void allAgreesAndIsSaidSo() {
        Attempt attempt = attempt(pay(10_000));
        tell(Kind.CHARGE, attempt.id().value(), 10_000, 150);

        morning();

        assertThat(differences()).isEmpty();
        assertThat(in(() -> comparing.verdict(THEM, yesterday()))).contains("agrees");
        assertThat(in(() -> comparing.sums(yesterday()))).containsExactly("charge 1 of 1 known: 10000, fee 150");
        assertThat(balance("fees:" + THEM)).isEqualTo(150);
        assertThat(balance("clearing:" + THEM)).isEqualTo(10_000 - 150);
        assertThat(in(() -> books.faults())).isZero();
    }

    @Test
    void aLineIsFoundByTheGatewaysOwnNameToo() {
        Payment payment = pay(10_000);
        Attempt attempt = attempt(payment);
        Refund refund = refund(payment, 4_000);
        in(() -> tell(Kind.CHARGE, null, attempt.reference(), 10_000));
        in(() -> tell(Kind.REFUND, null, refund.reference(), 4_000));
        Refund other = refund(payment, 1_000);
        in(() -> tell(Kind.REFUND, null, attempt.reference(), 1_000));

        morning();

        assertThat(other.status()).isEqualTo(Refund.Status.SUCCEEDED);
        assertThat(differences()).isEmpty();
        assertThat(in(() -> comparing.sums(yesterday())))
                .containsExactly("charge 1 of 1 known: 10000, fee 0", "refund 2 of 2 known: 5000, fee 0");
    }

    @Test
    void feesAndPayoutsAreBookedOnceThoughTwoCompareAtOnceAndAgain() throws Exception {
        for (int i = 0; i < 8; i++) {
            tell(Kind.CHARGE, attempt(pay(1_000)).id().value(), 1_000, 15);
        }
        tell(Kind.FEE, null, 40, 0);
        tell(Kind.PAYOUT, null, 7_000, 25);
        clock.pass(Duration.ofDays(1));
        assertThat(in(() -> comparing.begin(THEM))).isTrue();

        Callable<Boolean> goOn = () -> in(() -> {
            comparing.goOn(THEM);
            return true;
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done :
                    threads.invokeAll(Stream.generate(() -> goOn).limit(4).toList())) {
                done.get();
            }
        }
        morning();

        assertThat(balance("fees:" + THEM)).isEqualTo(8 * 15 + 40 + 25);
        assertThat(balance("bank")).isEqualTo(7_000);
        assertThat(balance("clearing:" + THEM)).isEqualTo(8_000 - 8 * 15 - 40 - 25 - 7_000);
        assertThat(in(() -> comparing.payouts())).containsExactly(7_000L);
        assertThat(differences()).isEmpty();
        assertThat(in(() -> books.faults())).isZero();
    }

    @Test
    void whoeverDiesAtWhateverStepLosesNothingAndDoublesNothing() {
        int step = 1;
        while (diesAt(step)) {
            step++;
        }

        assertThat(step).isGreaterThan(10);
    }

    /** False when there are not so many steps. */
    private boolean diesAt(int step) {
        aBusiness();
        Payment payment = pay(1_000);
        tell(Kind.CHARGE, attempt(payment).id().value(), 1_000, 15);
        tell(Kind.REFUND, refund(payment, 300).id().value(), 300, 0);
        tell(Kind.CHARGE, UUID.randomUUID(), 77, 1);
        tell(Kind.FEE, null, 40, 0);
        tell(Kind.PAYOUT, null, 500, 25);
        clock.pass(Duration.ofDays(1));

        boolean died = in(() -> !death.survives(step, () -> comparing.daily(THEM)));
        goOn();

        assertThat(balance("fees:" + THEM)).isEqualTo(15 + 40 + 25);
        assertThat(balance("bank")).isEqualTo(500);
        assertThat(balance("clearing:" + THEM)).isEqualTo(1_000 - 300 - 15 - 40 - 25 - 500);
        assertThat(differences()).containsExactly("unknown_charge open 77/-");
        assertThat(in(() -> comparing.sums(yesterday())))
                .containsExactly(
                        "charge 1 of 2 known: 1077, fee 16",
                        "refund 1 of 1 known: 300, fee 0",
                        "fee 1 of 1 known: 40, fee 0",
                        "payout 1 of 1 known: 500, fee 25");
        assertThat(in(() -> comparing.verdict(THEM, yesterday()))).contains("differs");
        assertThat(in(() -> books.faults())).isZero();
        return died;
    }

    @Test
    void aSilentGatewayIsAskedAgainFromWhereItStopped() {
        tell(Kind.CHARGE, attempt(pay(1_000)).id().value(), 1_000, 15);
        statement.silent = true;
        morning();
        assertThat(in(() -> comparing.verdict(THEM, yesterday()))).isEmpty();

        statement.silent = false;
        goOn();

        assertThat(in(() -> comparing.verdict(THEM, yesterday()))).contains("agrees");
    }

    @Test
    void whoeverHasTakenMoneyHasTheirTurnOnceADay() {
        tell(Kind.CHARGE, attempt(pay(1_000)).id().value(), 1_000, 0);
        clock.pass(Duration.ofDays(1));

        comparing.beginDue();
        CurrentTenant.run(harbour, () -> comparing.goOn(THEM));
        assertThat(in(() -> comparing.verdict(THEM, yesterday()))).contains("agrees");

        comparing.beginDue();
        assertThat(in(() -> comparing.begin(THEM))).isFalse();
        clock.pass(Duration.ofDays(1));
        comparing.beginDue();
        CurrentTenant.run(harbour, () -> comparing.goOn(THEM));
        assertThat(in(() -> comparing.verdict(THEM, yesterday()))).contains("nothing");
    }

    @Test
    void aDayIsComparedByHandWhileNothingElseIs() {
        tell(Kind.CHARGE, attempt(pay(1_000)).id().value(), 1_000, 0);
        LocalDate today = yesterday().plusDays(1);

        assertThat(in(() -> comparing.begin(olu, THEM, today))).isTrue();
        assertThat(in(() -> comparing.begin(olu, THEM, today))).isFalse();
        goOn();

        assertThat(in(() -> comparing.verdict(THEM, today))).contains("agrees");
        assertThatExceptionOfType(ReconciliationRefused.NoSuchDay.class)
                .isThrownBy(() -> in(() -> comparing.begin(olu, THEM, today.plusDays(1))));
    }

    @Test
    void aDayComparedByHandDoesNotStandForTheDaysBefore() {
        tell(Kind.CHARGE, attempt(pay(1_000)).id().value(), 1_000, 0);
        clock.pass(Duration.ofDays(3));
        assertThat(in(() -> comparing.begin(olu, THEM, yesterday()))).isTrue();
        CurrentTenant.run(harbour, () -> comparing.goOn(THEM));
        assertThat(in(() -> comparing.verdict(THEM, yesterday()))).contains("nothing");

        goOn();

        assertThat(in(() -> comparing.verdict(THEM, yesterday().minusDays(2)))).contains("agrees");
    }

    @Test
    void othersFindNothing() {
        tell(Kind.CHARGE, null, 7_700, 0);
        tell(Kind.PAYOUT, null, 100, 0);
        morning();
        UUID id = in(() -> comparing.newest());
        LocalDate day = yesterday();
        TenantId marina = Till.business(tenants);

        CurrentTenant.run(marina, () -> {
            assertThat(comparing.differences()).isEmpty();
            assertThat(comparing.payouts()).isEmpty();
            assertThat(comparing.sums(day)).isEmpty();
            assertThatExceptionOfType(ReconciliationRefused.NotFound.class)
                    .isThrownBy(() -> comparing.resolve(olu, id, 1, "Mine"));
        });
        assertThat(differences()).containsExactly("unknown_charge open 7700/-");
    }

    @Test
    void theSandboxAgreesWithItself() {
        Payment payment = in(() -> checkout.pay(
                ada,
                wish(bill(10_000), "sandbox", "sandbox_ok"),
                UUID.randomUUID().toString()));
        refund(payment, 1_000);
        clock.pass(Duration.ofDays(3));

        CurrentTenant.run(harbour, () -> comparing.daily("sandbox"));

        assertThat(differences()).isEmpty();
        assertThat(balance("fees:sandbox")).isEqualTo(150);
        assertThat(balance("clearing:sandbox")).isEqualTo(10_000 - 150 - 1_000);
    }
}
