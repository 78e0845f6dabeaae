package com.gmservices.payments;

import static com.gmservices.payments.Till.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.database.Cursor;
import com.gmservices.payments.UnreliableGateway.Fault;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class UnresolvedPaymentsTests extends AtTheTill {

    static final Duration SECONDS = Duration.ofSeconds(6);
    static final Duration MINUTES = Duration.ofMinutes(2);

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void aSilentBankIsAskedUntilItIsKnown() {
        Payment payment = pay("sandbox", "sandbox_silent");
        assertThat(payment.status()).isEqualTo(PaymentStatus.UNKNOWN);

        afterwards(SECONDS);

        assertThat(now(payment).status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(in(() -> bills.stillDue(bill))).isZero();
        assertThat(chargesAtTheSandbox()).isEqualTo(1);
    }

    @Test
    void isNotAskedBeforeItsTime() {
        Payment payment = pay("sandbox", "sandbox_silent");

        unresolved.resolve();

        assertThat(now(payment).status()).isEqualTo(PaymentStatus.UNKNOWN);
    }

    @Test
    void anAnswerThatWasLostIsLookedUp() {
        vendor.onCharge = Fault.AFTER;
        Payment payment = pay(UnreliableGateway.NAME, UnreliableGateway.CARD);
        assertThat(payment.status()).isEqualTo(PaymentStatus.UNKNOWN);

        afterwards(SECONDS);

        assertThat(now(payment).status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(vendor.chargesTaken).hasValue(1);
    }

    @Test
    void aProcessThatDiedAfterTheMoneyWasTakenLeavesWhatIsLookedUp() {
        Payment payment = dies();
        assertThat(payment.status()).isEqualTo(PaymentStatus.PROCESSING);

        afterwards(SECONDS);
        assertThat(now(payment).status()).isEqualTo(PaymentStatus.PROCESSING);
        afterwards(MINUTES);

        assertThat(now(payment).status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(vendor.chargesTaken).hasValue(1);
    }

    @Test
    void aRetryAfterACrashLooksUpAndDoesNotChargeAgain() {
        Payment payment = dies();
        clock.pass(MINUTES);

        Payment retried = in(() -> checkout.pay(ada, wish(bill, UnreliableGateway.NAME, UnreliableGateway.CARD), "k"));

        assertThat(retried.id()).isEqualTo(payment.id());
        assertThat(retried.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(vendor.chargesTaken).hasValue(1);
    }

    @Test
    void aChargeThatNeverArrivedFailsAfterAGraceTime() {
        vendor.onCharge = Fault.BEFORE;
        Payment payment = pay(UnreliableGateway.NAME, UnreliableGateway.CARD);

        afterwards(SECONDS);
        assertThat(now(payment).status()).isEqualTo(PaymentStatus.UNKNOWN);
        afterwards(Duration.ofMinutes(11));

        assertThat(now(payment).status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(now(payment).failure())
                .isNotNull()
                .extracting(Payment.Failure::code)
                .isEqualTo("not_received");
        assertThat(vendor.chargesTaken).hasValue(0);
    }

    @Test
    void aLookUpJustBeforeTheGraceTimeEndsPutsItOffNoLonger() {
        vendor.onCharge = Fault.BEFORE;
        Payment payment = pay(UnreliableGateway.NAME, UnreliableGateway.CARD);
        for (int seconds : List.of(6, 12, 24, 48, 96, 192)) {
            afterwards(Duration.ofSeconds(seconds));
        }
        afterwards(Duration.ofSeconds(600 - 378 - 2));
        assertThat(now(payment).status()).as("two seconds before").isEqualTo(PaymentStatus.UNKNOWN);

        afterwards(Duration.ofSeconds(3));

        assertThat(now(payment).status()).isEqualTo(PaymentStatus.FAILED);
    }

    @Test
    void aChargeThatArrivesAfterTheGraceTimeTakesNothing() {
        vendor.beforeCharge = () -> afterwards(Duration.ofMinutes(11));

        Payment payment = pay(UnreliableGateway.NAME, UnreliableGateway.CARD);

        assertThat(payment.status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(vendor.chargesTaken).hasValue(0);
    }

    @Test
    void aDeadGatewayIsAskedEverMoreSeldomAndInTheEndAnswers() {
        vendor.onCharge = Fault.AFTER;
        vendor.dead = true;
        Payment payment = pay(UnreliableGateway.NAME, UnreliableGateway.CARD);

        for (int i = 0; i < 30; i++) {
            afterwards(Duration.ofMinutes(10));
        }
        assertThat(now(payment).status()).isEqualTo(PaymentStatus.UNKNOWN);
        assertThat(lookUps()).isBetween(8, 20);
        vendor.dead = false;
        afterwards(Duration.ofHours(1));

        assertThat(now(payment).status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void anOutcomeThatCouldNotBeWrittenIsWrittenLater() {
        bills.lock(true);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> pay("sandbox", "sandbox_ok"));
        Payment payment = newest();
        assertThat(payment.status()).isEqualTo(PaymentStatus.PROCESSING);
        bills.lock(false);

        afterwards(MINUTES);

        assertThat(now(payment).status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(in(() -> bills.stillDue(bill))).isZero();
        assertThat(chargesAtTheSandbox()).isEqualTo(1);
    }

    @Test
    void aPayerWhoNeverConfirmsIsCalledOffAfterADay() {
        Payment payment = pay("sandbox", "sandbox_action");

        afterwards(Duration.ofHours(2));
        assertThat(now(payment).status()).isEqualTo(PaymentStatus.REQUIRES_ACTION);
        afterwards(Duration.ofHours(23));

        assertThat(now(payment).status()).isEqualTo(PaymentStatus.CANCELED);
    }

    private Payment pay(String gateway, String method) {
        return in(() ->
                checkout.pay(ada, wish(bill, gateway, method), UUID.randomUUID().toString()));
    }

    /** What the payment looks like when our process died just after the vendor took the money. */
    private Payment dies() {
        vendor.onCharge = Fault.DEATH;
        assertThatExceptionOfType(UnreliableGateway.ProcessDied.class)
                .isThrownBy(() ->
                        in(() -> checkout.pay(ada, wish(bill, UnreliableGateway.NAME, UnreliableGateway.CARD), "k")));
        vendor.onCharge = Fault.NONE;
        return newest();
    }

    private Payment newest() {
        return in(() -> checkout.list(ada, new Checkout.Listed(null, null, null), Cursor.newest(), 1)
                .data()
                .getFirst());
    }

    private void afterwards(Duration time) {
        clock.pass(time);
        unresolved.resolve();
    }

    private int chargesAtTheSandbox() {
        return count("select count(*) from payments.sandbox_charge where tenant_id = ? and status = 'captured'");
    }

    private int lookUps() {
        return count("select sum(look_ups) from payments.attempt where tenant_id = ?");
    }

    private int count(String sql) {
        return in(() -> transactions.execute(status ->
                jdbc.sql(sql).param(harbour.value()).query(Integer.class).single()));
    }
}
