package com.gmservices.payments;

import static com.gmservices.payments.Till.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import com.gmservices.database.Cursor;
import com.gmservices.money.Money;
import com.gmservices.payments.UnreliableGateway.Fault;
import com.gmservices.tenancy.Refusal;
import com.gmservices.tenancy.Role;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RefundingTests extends AtTheTill {

    @Test
    void givesBackAPartAndThenTheRest() {
        Payment paid = paid("sandbox", "sandbox_ok");

        Refund part = refund(paid, Money.of(1_000_000, "NGN"));
        Refund rest = refund(paid, null);

        assertThat(part.status()).isEqualTo(Refund.Status.SUCCEEDED);
        assertThat(rest.amount()).isEqualTo(Money.of(DUE - 1_000_000, "NGN"));
        assertThat(now(paid).refunded()).isEqualTo(paid.captured());
        assertThatExceptionOfType(PaymentRefused.NothingToRefund.class).isThrownBy(() -> refund(paid, null));
    }

    @Test
    void givesBackNoMoreThanWasTaken() {
        Payment paid = paid("sandbox", "sandbox_ok");

        assertThatExceptionOfType(PaymentRefused.RefundTooLarge.class)
                .isThrownBy(() -> refund(paid, Money.of(DUE + 1, "NGN")));
        assertThatExceptionOfType(PaymentRefused.Unfit.class).isThrownBy(() -> refund(paid, Money.of(0, "NGN")));
        assertThatExceptionOfType(PaymentRefused.Unfit.class).isThrownBy(() -> refund(paid, Money.of(1, "USD")));
    }

    @Test
    void whatTheGatewayWaitsForIsToldOnceAndThenItGoesOn() {
        people.join(harbour, "Olu", Role.ADMIN);
        Payment paid = paid(UnreliableGateway.NAME, UnreliableGateway.CARD);
        vendor.refundsWait = true;

        Refund waits = refund(paid, null);
        assertThat(waits.status()).isEqualTo(Refund.Status.PENDING);
        assertThat(waits.attention()).isEqualTo("payers_account");
        later();
        await().untilAsserted(() -> assertThat(told()).isEqualTo(1));
        vendor.refundsWait = false;
        later();

        assertThat(now(paid).refunded()).isEqualTo(paid.captured());
        assertThat(told()).isEqualTo(1);
    }

    private void later() {
        clock.pass(Duration.ofHours(1));
        unresolved.resolve();
    }

    private int told() {
        return pinboard.told(harbour, "payments.notice.refund-waits.payers_account");
    }

    @Test
    void givesBackOnlyWhatWasTaken() {
        Payment declined = in(() -> checkout.pay(ada, wish(bill, "sandbox", "sandbox_declined"), "k"));

        assertThatExceptionOfType(PaymentRefused.WrongStage.class).isThrownBy(() -> refund(declined, null));
    }

    @Test
    void customersDoNotRefundThemselves() {
        Payment paid = paid("sandbox", "sandbox_ok");

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> in(() -> refunding.refund(ada, paid.id(), null, null, "k")))
                .matches(refusal -> refusal.category() == Refusal.Category.FORBIDDEN);
    }

    @Test
    void aSilentGatewayIsAskedAgainUnderTheSameKey() {
        Payment paid = paid(UnreliableGateway.NAME, UnreliableGateway.CARD);
        vendor.onRefund = Fault.AFTER;
        Refund refund = refund(paid, null);
        assertThat(refund.status()).isEqualTo(Refund.Status.PENDING);
        assertThat(now(paid).refundable().isZero()).isTrue();
        vendor.onRefund = Fault.NONE;

        clock.pass(Duration.ofMinutes(1));
        unresolved.resolve();

        assertThat(now(paid).refunded()).isEqualTo(paid.captured());
        assertThat(vendor.refundsGiven).hasValue(1);
    }

    @Test
    void aRefundThatNeverArrivedIsAskedForAgain() {
        Payment paid = paid(UnreliableGateway.NAME, UnreliableGateway.CARD);
        vendor.onRefund = Fault.BEFORE;
        refund(paid, null);
        vendor.onRefund = Fault.NONE;

        clock.pass(Duration.ofMinutes(1));
        unresolved.resolve();

        assertThat(now(paid).refunded()).isEqualTo(paid.captured());
    }

    @Test
    void payersSeeWhatCameBackToThem() {
        Payment paid = paid("sandbox", "sandbox_ok");
        Refund refund = refund(paid, null);

        assertThat(in(() -> refunding.list(ada, null, Cursor.newest(), 25)).data())
                .containsExactly(refund);
        assertThat(in(() -> refunding.list(Till.customer(harbour, "Eve"), null, Cursor.newest(), 25))
                        .data())
                .isEmpty();
    }

    private Payment paid(String gateway, String method) {
        return in(() -> checkout.pay(ada, wish(bill, gateway, method), "paid"));
    }

    private Refund refund(Payment payment, @Nullable Money amount) {
        return in(() -> refunding.refund(
                ben, payment.id(), amount, "no longer wanted", UUID.randomUUID().toString()));
    }
}
