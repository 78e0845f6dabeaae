package com.gmservices.payments;

import static com.gmservices.payments.Till.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.gmservices.database.Cursor;
import com.gmservices.money.Money;
import com.gmservices.payments.Checkout.Listed;
import com.gmservices.payments.Checkout.Wish;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Refusal;
import com.gmservices.tenancy.TenantId;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

class CheckoutTests extends AtTheTill {

    @Autowired
    HostedGateway alpha;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void takesWhatIsDue() {
        Payment payment = pay(ada, "sandbox_ok");

        assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(payment.captured()).isEqualTo(Money.of(DUE, "NGN"));
        assertThat(in(() -> bills.stillDue(bill))).isZero();
    }

    @Test
    void takesNothingWhenNothingIsDue() {
        pay(ada, "sandbox_ok");

        assertThatExceptionOfType(PaymentRefused.NothingDue.class).isThrownBy(() -> pay(ada, "sandbox_ok"));
    }

    @Test
    void tellsWhyACardWasDeclined() {
        Payment payment = pay(ada, "sandbox_declined");

        assertThat(payment.status()).isEqualTo(PaymentStatus.FAILED);
        assertThat(payment.failure())
                .isNotNull()
                .extracting(Payment.Failure::code)
                .isEqualTo("card_declined");
        assertThat(in(() -> bills.stillDue(bill))).isEqualTo(DUE);
    }

    @Test
    void anotherMethodMayFollowADecline() {
        Payment declined = pay(ada, "sandbox_declined");

        Payment payment = in(() -> checkout.confirm(ada, declined.id(), null, Try.of("sandbox_ok"), null));

        assertThat(payment.id()).isEqualTo(declined.id());
        assertThat(payment.status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(payment.failure()).isNull();
    }

    @Test
    void waitsForAMethod() {
        Payment waiting = pay(ada, null);

        assertThat(waiting.status()).isEqualTo(PaymentStatus.REQUIRES_PAYMENT_METHOD);
        assertThat(in(() -> checkout.confirm(ada, waiting.id(), null, Try.of("sandbox_ok"), "k"))
                        .status())
                .isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void sendsThePayerWhereTheGatewayWantsThem() {
        Payment payment = pay(ada, "sandbox_action");

        assertThat(payment.status()).isEqualTo(PaymentStatus.REQUIRES_ACTION);
        assertThat(payment.continueAt()).startsWith("/sandbox/");
    }

    @Test
    void aNewPaymentReplacesOneThatWaitsForItsPayer() {
        Payment waiting = pay(ada, null);
        Payment asking = pay(ada, "sandbox_action");
        Payment paid = pay(ada, "sandbox_ok");

        assertThat(status(waiting)).isEqualTo(PaymentStatus.CANCELED);
        assertThat(status(asking)).isEqualTo(PaymentStatus.CANCELED);
        assertThat(paid.status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void nothingReplacesAPaymentWhoseGatewayIsSilent() {
        assertThat(pay(ada, "sandbox_silent").status()).isEqualTo(PaymentStatus.UNKNOWN);

        assertThatExceptionOfType(PaymentRefused.UnderWay.class).isThrownBy(() -> pay(ada, "sandbox_ok"));
    }

    @Test
    void aPaymentThatWaitsForItsPayerCanBeCanceled() {
        Payment waiting = pay(ada, "sandbox_action");

        assertThat(in(() -> checkout.cancel(ada, waiting.id())).status()).isEqualTo(PaymentStatus.CANCELED);
        assertThat(pay(ada, "sandbox_ok").status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    @Test
    void whatIsOverIsNotMoved() {
        Payment paid = pay(ada, "sandbox_ok");

        assertThatExceptionOfType(PaymentRefused.WrongStage.class)
                .isThrownBy(() -> in(() -> checkout.cancel(ada, paid.id())));
        assertThatExceptionOfType(PaymentRefused.WrongStage.class)
                .isThrownBy(() -> in(() -> checkout.confirm(ada, paid.id(), null, Try.of("sandbox_ok"), null)));
        assertThatExceptionOfType(PaymentRefused.WrongStage.class)
                .isThrownBy(() -> in(() -> checkout.capture(ben, paid.id(), null)));
    }

    @Test
    void aRetryWithItsKeyFindsItsPayment() {
        Payment first = in(() -> checkout.pay(ada, wish(bill, "sandbox", "sandbox_declined"), "k"));
        Payment again = in(() -> checkout.pay(ada, wish(bill, "sandbox", "sandbox_declined"), "k"));

        assertThat(again).isEqualTo(first);
    }

    @Test
    void aKeyStandsForOneWish() {
        UUID other = in(() -> bills.bill(harbour, ada.id(), 100));
        in(() -> checkout.pay(ada, wish(bill, "sandbox", "sandbox_ok"), "k"));

        assertThatExceptionOfType(PaymentRefused.KeyReused.class)
                .isThrownBy(() -> in(() -> checkout.pay(ada, wish(other, "sandbox", "sandbox_ok"), "k")));
    }

    @Test
    void staffTakeADepositAndTheRestLater() {
        in(() -> checkout.pay(ben, deposit(1_000_000), "a"));
        Payment rest = pay(ada, "sandbox_ok");

        assertThat(rest.amount()).isEqualTo(Money.of(DUE - 1_000_000, "NGN"));
        assertThat(in(() -> bills.stillDue(bill))).isZero();
    }

    @Test
    void aDepositIsAPartOfWhatIsDue() {
        assertThatExceptionOfType(PaymentRefused.Unfit.class)
                .isThrownBy(() -> in(() -> checkout.pay(ben, deposit(DUE + 1), "a")));
        assertThatExceptionOfType(PaymentRefused.Unfit.class)
                .isThrownBy(() -> in(() -> checkout.pay(ben, deposit(0), "b")));
    }

    @Test
    void customersDoNotSayHowMuch() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> in(() -> checkout.pay(ada, deposit(1), "a")))
                .matches(refusal -> refusal.category() == Refusal.Category.FORBIDDEN);
    }

    @Test
    void takesOnlyWhatThePayerHasSeen() {
        var seen = new Wish(
                Bills.KIND,
                bill,
                "sandbox",
                Try.of("sandbox_ok"),
                null,
                Money.of(DUE - 1, "NGN"),
                CaptureMethod.AUTOMATIC);

        assertThatExceptionOfType(PaymentRefused.AmountChanged.class)
                .isThrownBy(() -> in(() -> checkout.pay(ada, seen, "a")));
    }

    @Test
    void takesNoMoreThanIsDueWhenAPaymentWaitedTooLong() {
        Payment waiting = pay(ada, null);
        in(() -> {
            bills.change(bill, DUE - 1);
            return bill;
        });

        assertThatExceptionOfType(PaymentRefused.AmountChanged.class)
                .isThrownBy(() -> in(() -> checkout.confirm(ada, waiting.id(), null, Try.of("sandbox_ok"), null)));
        assertThat(status(waiting)).isEqualTo(PaymentStatus.REQUIRES_PAYMENT_METHOD);
    }

    @Test
    void doesNotTakeWhatSomebodyElsePaysJustNow() {
        bills.afterNextLook(
                () -> CompletableFuture.runAsync(() -> pay(ben, "sandbox_ok")).join());

        assertThatExceptionOfType(PaymentRefused.NothingDue.class).isThrownBy(() -> pay(ada, "sandbox_ok"));
        assertThat(in(() -> bills.stillDue(bill))).isZero();
    }

    @Test
    void doesNotTryAgainWhatSomebodyElsePaysJustNow() {
        Payment declined = pay(ada, "sandbox_declined");
        pay(ben, "sandbox_ok");

        assertThatExceptionOfType(PaymentRefused.NothingDue.class)
                .isThrownBy(() -> in(() -> checkout.confirm(ada, declined.id(), null, Try.of("sandbox_ok"), null)));
        assertThat(status(declined)).isEqualTo(PaymentStatus.FAILED);
    }

    @Test
    void twoDoNotPayAtATime() {
        Payment declined = pay(ada, "sandbox_declined");
        pay(ben, "sandbox_silent");

        assertThatExceptionOfType(PaymentRefused.UnderWay.class)
                .isThrownBy(() -> in(() -> checkout.confirm(ada, declined.id(), null, Try.of("sandbox_ok"), null)));
    }

    @Test
    void aGatewayIsNotCalledWithinATransaction() {
        assertThatIllegalStateException()
                .isThrownBy(() -> in(() -> transactions.execute(status -> pay(ada, "sandbox_ok"))));
        assertThat(in(() -> bills.stillDue(bill))).isEqualTo(DUE);
    }

    @Test
    void knowsOnlyTheGatewaysThatAreSetUp() {
        for (String gateway : new String[] {"stripe", "paypal", "paystack", "wampum"}) {
            assertThatExceptionOfType(PaymentRefused.UnsupportedGateway.class)
                    .isThrownBy(() -> in(() -> checkout.pay(ada, wish(bill, gateway, null), "k")));
        }
        assertThatExceptionOfType(PaymentRefused.Unfit.class)
                .isThrownBy(() -> in(() -> checkout.pay(ada, wish(bill, "sandbox", "gold"), "k")));
    }

    @Test
    void oneMembersPaymentsAreNotAnothers() {
        Payment payment = pay(ada, "sandbox_ok");
        CurrentMember eve = Till.customer(harbour, "Eve");

        assertThatExceptionOfType(PaymentRefused.NotFound.class)
                .isThrownBy(() -> in(() -> checkout.find(eve, payment.id())));
        assertThatExceptionOfType(PaymentRefused.NotFound.class).isThrownBy(() -> in(() -> pay(eve, "sandbox_ok")));
        assertThat(in(() -> checkout.list(eve, new Listed(null, null, null), Cursor.newest(), 25))
                        .data())
                .isEmpty();
        assertThat(in(() -> checkout.list(ben, new Listed(null, null, null), Cursor.newest(), 25))
                        .data())
                .containsExactly(payment);
    }

    @Test
    void oneBusinessSeesNothingOfAnothers() {
        Payment payment = pay(ada, "sandbox_ok");
        TenantId other = Till.business(tenants);
        CurrentMember stranger = Till.staff(other, "Mallory");

        CurrentTenant.run(other, () -> {
            assertThatExceptionOfType(PaymentRefused.NotFound.class)
                    .isThrownBy(() -> checkout.find(stranger, payment.id()));
            assertThatExceptionOfType(PaymentRefused.NotFound.class)
                    .isThrownBy(() -> checkout.pay(stranger, wish(bill, "sandbox", "sandbox_ok"), "k"));
            assertThat(checkout.list(stranger, new Listed(null, null, null), Cursor.newest(), 25)
                            .data())
                    .isEmpty();
        });
    }

    @Test
    void whoWantsAPageGoesToTheNextGatewayWhenOneIsOutOfOrder() {
        alpha.onCharge = new ChargeOutcome.NotReached("The line is dead.");
        try {
            Payment payment = in(() -> checkout.pay(ada, wish(bill, "alpha", "page"), "k"));

            assertThat(payment.gateway()).isEqualTo("beta");
            assertThat(payment.continueAt()).isEqualTo("/beta");
            assertThat(in(() -> checkout.attempts(payment))).hasSize(2);
        } finally {
            alpha.onCharge = new ChargeOutcome.AwaitingCustomer("/alpha", "alpha");
        }
    }

    @Test
    void aGatewayThatMayHaveTakenItIsNotLeftForAnother() {
        alpha.onCharge = new ChargeOutcome.Unknown();
        try {
            Payment payment = in(() -> checkout.pay(ada, wish(bill, "alpha", "page"), "k"));

            assertThat(payment.gateway()).isEqualTo("alpha");
            assertThat(payment.status()).isEqualTo(PaymentStatus.UNKNOWN);
        } finally {
            alpha.onCharge = new ChargeOutcome.AwaitingCustomer("/alpha", "alpha");
        }
    }

    @Test
    void afterADeclineThePayerMayGoElsewhere() {
        Payment declined = in(() -> checkout.pay(ada, wish(bill, "sandbox", "sandbox_declined"), "k"));

        Payment elsewhere = in(() -> checkout.confirm(ada, declined.id(), "beta", Try.of("page"), null));

        assertThat(elsewhere.gateway()).isEqualTo("beta");
        assertThat(elsewhere.status()).isEqualTo(PaymentStatus.REQUIRES_ACTION);
    }

    private Payment pay(CurrentMember member, @Nullable String method) {
        return in(() -> checkout.pay(
                member, wish(bill, "sandbox", method), UUID.randomUUID().toString()));
    }

    private Wish deposit(long amount) {
        return new Wish(
                Bills.KIND,
                bill,
                "sandbox",
                Try.of("sandbox_ok"),
                Money.of(amount, "NGN"),
                null,
                CaptureMethod.AUTOMATIC);
    }

    private PaymentStatus status(Payment payment) {
        return in(() -> checkout.find(ben, payment.id())).status();
    }
}
