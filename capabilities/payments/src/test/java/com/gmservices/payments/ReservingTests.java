package com.gmservices.payments;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.money.Money;
import com.gmservices.tenancy.Refusal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReservingTests extends AtTheTill {

    @Test
    void whatIsReservedIsNotTakenYet() {
        Payment payment = reserve();

        assertThat(payment.status()).isEqualTo(PaymentStatus.REQUIRES_CAPTURE);
        assertThat(payment.reservedUntil()).isNotNull();
        assertThat(in(() -> bills.stillDue(bill))).isEqualTo(DUE);
        assertThat(in(() -> books.entries())).isZero();
    }

    @Test
    void aPartIsTakenAndTheRestIsReleased() {
        Payment payment = reserve();

        Payment after = in(() -> checkout.capture(ben, payment.id(), Money.of(1_000_000, "NGN")));

        assertThat(after.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(after.captured()).isEqualTo(Money.of(1_000_000, "NGN"));
        assertThat(in(() -> bills.stillDue(bill))).isEqualTo(DUE - 1_000_000);
        assertThat(in(() -> books.balance("clearing:sandbox", "NGN"))).isEqualTo(1_000_000);
    }

    @Test
    void ofTenWhoTakeItAtOnceOneDoes() throws Exception {
        Payment payment = reserve();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> ten = IntStream.range(0, 10)
                    .<Callable<Boolean>>mapToObj(i -> () -> takes(payment, 100_000 + i))
                    .toList();
            long taken = 0;
            for (var answer : threads.invokeAll(ten)) {
                taken += answer.get() ? 1 : 0;
            }
            assertThat(taken).isEqualTo(1);
        }
        Money captured = in(() -> checkout.find(ben, payment.id())).captured();
        assertThat(in(() -> bills.stillDue(bill))).isEqualTo(DUE - captured.amount());
    }

    @Test
    void moreThanIsReservedIsNotTaken() {
        Payment payment = reserve();

        assertThatExceptionOfType(PaymentRefused.Unfit.class).isThrownBy(() -> capture(payment, DUE + 1));
        assertThatExceptionOfType(PaymentRefused.Unfit.class).isThrownBy(() -> capture(payment, 0));
    }

    @Test
    void whatIsCalledOffCannotBeTaken() {
        Payment payment = reserve();

        assertThat(in(() -> checkout.cancel(ben, payment.id())).status()).isEqualTo(PaymentStatus.CANCELED);

        assertThatExceptionOfType(PaymentRefused.WrongStage.class).isThrownBy(() -> capture(payment, DUE));
        assertThat(in(() -> pay(CaptureMethod.AUTOMATIC, "sandbox", "k2")).status())
                .isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void customersNeitherReserveNorLetGo() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> in(() -> checkout.pay(ada, wish(CaptureMethod.MANUAL, "sandbox", null), "k")));
        Payment payment = reserve();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> in(() -> checkout.cancel(ada, payment.id())));
    }

    @Test
    void aGatewayThatCannotReserveSaysSo() {
        assertThatExceptionOfType(PaymentRefused.Unfit.class)
                .isThrownBy(() ->
                        in(() -> checkout.pay(ben, wish(CaptureMethod.MANUAL, UnreliableGateway.NAME, null), "k")));
    }

    private boolean takes(Payment payment, long amount) {
        try {
            capture(payment, amount);
            return true;
        } catch (PaymentRefused.WrongStage somebodyElseDid) {
            return false;
        }
    }

    private Payment capture(Payment payment, long amount) {
        return in(() -> checkout.capture(ben, payment.id(), Money.of(amount, "NGN")));
    }

    private Payment reserve() {
        return in(() -> pay(CaptureMethod.MANUAL, "sandbox", "k"));
    }

    private Payment pay(CaptureMethod capture, String gateway, String key) {
        return checkout.pay(ben, wish(capture, gateway, Try.of("sandbox_ok")), key);
    }

    private Checkout.Wish wish(CaptureMethod capture, String gateway, @Nullable Try with) {
        return new Checkout.Wish(Bills.KIND, bill, gateway, with, null, null, capture);
    }
}
