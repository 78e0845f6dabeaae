package com.gmservices.payments.paypal;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.ChargeOutcome.AwaitingCustomer;
import com.gmservices.payments.gateway.ChargeOutcome.Canceled;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.payments.gateway.ChargeOutcome.Declined;
import com.gmservices.payments.gateway.ChargeOutcome.NotReached;
import com.gmservices.payments.gateway.ChargeOutcome.Unknown;
import com.gmservices.payments.gateway.RefundOutcome;
import com.gmservices.payments.gateway.RefundOutcome.Refunded;
import com.gmservices.payments.gateway.RefundOutcome.Refused;
import com.gmservices.payments.vendor.FakeServer.Trouble;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaypalGatewayTests extends Buyers {

    @Test
    void sendsThePayerToItsPageAndKeepsTheirWallet() {
        AwaitingCustomer open = (AwaitingCustomer) charge(page());
        assertThat(open.continueAt()).isEqualTo("https://www.sandbox.paypal.com/checkoutnow?token=" + open.reference());

        vendor.orders.approve(key);

        assertThat(lookUp(page()))
                .containsInstanceOf(Captured.class)
                .get()
                .extracting(it -> ((Captured) it).kept())
                .isEqualTo(Fixtures.wallet(FakeOrders.GOOD));
    }

    @Test
    void keepsNothingThatIsNotInTheVaultYet() {
        vendor.orders.kept = "APPROVED";
        charge(page());
        vendor.orders.approve(key);

        assertThat(((Captured) lookUp(page()).orElseThrow()).kept()).isNull();
    }

    @Test
    void takesWhatIsApprovedOnceHoweverManyLook() throws Exception {
        charge(page());
        vendor.orders.approve(key);

        try (var all = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Optional<ChargeOutcome>> look = () -> lookUp(page());
            all.invokeAll(List.of(look, look, look, look));
        }

        assertThat(lookUp(page())).containsInstanceOf(Captured.class);
        assertThat(taken(key)).isEqualTo(TEN);
    }

    @Test
    void whatWasCalledOffIsNotTakenByALateLook() {
        charge(page());
        assertThat(callOff(page())).isInstanceOf(Canceled.class);

        vendor.orders.approve(key);

        assertThat(lookUp(page())).containsInstanceOf(Canceled.class);
        assertThat(vendor.orders.status(key)).isEqualTo("APPROVED");
    }

    @Test
    void moneyThatWasTakenWhileItWasCalledOffIsFound() {
        charge(page());
        vendor.orders.approve(key);
        lookUp(page());
        CurrentTenant.run(harbour, () -> asked.release(key));

        assertThat(lookUp(page())).containsInstanceOf(Captured.class);
    }

    @Test
    void whatSomebodyHasBegunToTakeIsTakenAndNotCalledOff() {
        charge(page());
        vendor.orders.approve(key);
        vendor.trouble(ORDERS + "/ORDER", Trouble.SILENT_BEFORE);
        assertThat(lookUp(page())).containsInstanceOf(Unknown.class);

        assertThat(callOff(page())).isInstanceOf(Captured.class);
    }

    @Test
    void anOrderThatPaypalHasForgottenIsOver() {
        charge(page());
        vendor.orders.forget(key);

        assertThat(lookUp(page())).containsInstanceOf(Canceled.class);
    }

    @Test
    void aPageThatNobodyEverSawIsGivenUp() {
        vendor.trouble(ORDERS, Trouble.SILENT_AFTER);
        assertThat(charge(page())).isInstanceOf(Unknown.class);

        assertThat(lookUp(page())).containsInstanceOf(Canceled.class);
        assertThat(charge(page())).isInstanceOf(Canceled.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT_AFTER", "BROKEN_AFTER", "UNREADABLE_AFTER"})
    void moneyThatWasTakenWithoutAnAnswerIsFoundAndTakenOnce(Trouble trouble) {
        vendor.trouble(ORDERS, trouble);

        assertThat(charge(wallet())).isInstanceOf(Unknown.class);
        assertThat(lookUp(wallet())).containsInstanceOf(Captured.class);
        assertThat(taken(key)).isEqualTo(TEN);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT_AFTER", "BROKEN_AFTER", "UNREADABLE_AFTER"})
    void anApprovedOrderWhoseTakingGotNoAnswerIsTakenOnce(Trouble trouble) {
        charge(page());
        vendor.orders.approve(key);
        vendor.trouble(ORDERS + "/ORDER", trouble);

        assertThat(lookUp(page())).containsInstanceOf(Unknown.class);
        assertThat(lookUp(page())).containsInstanceOf(Captured.class);
        assertThat(taken(key)).isEqualTo(TEN);
    }

    @Test
    void anOrderIsNotMadeAgainOncePaypalHasForgottenItsId() {
        vendor.trouble(ORDERS, Trouble.SILENT_AFTER);
        charge(wallet());
        vendor.forgetsIds();
        vendor.reports.moved("CAP1001", "T0006", "10.00", "-0.59", key, key, Instant.now());

        paypal = at(vendor.url(), Clock.offset(clock, Duration.ofHours(6)));

        assertThat(lookUp(wallet())).contains(new Captured("CAP1001", TEN));
        assertThat(vendor.asked(ORDERS)).isEqualTo(1);
    }

    @Test
    void whatIsNotInTheStatementAfterADayWasNotTaken() {
        vendor.trouble(ORDERS, Trouble.SILENT_BEFORE);
        charge(wallet());

        paypal = at(vendor.url(), Clock.offset(clock, Duration.ofHours(6)));
        assertThat(lookUp(wallet())).containsInstanceOf(Unknown.class);
        paypal = at(vendor.url(), Clock.offset(clock, Duration.ofDays(1)));
        assertThat(lookUp(wallet())).containsInstanceOf(Canceled.class);
    }

    @Test
    void aKeyIsPaidOnceEvenIfPaypalHasForgottenItsId() {
        charge(wallet());
        vendor.forgetsIds();

        // Another business here stands for ourselves after an old dump was read back: nothing is known of the charge.
        CurrentTenant.run(TenantId.next(), () -> paypal.charge(wallet()));

        assertThat(taken(key)).isEqualTo(TEN);
    }

    @Test
    void moneyThatPaypalStillLooksAtIsUnknown() {
        vendor.orders.captures = "PENDING";

        assertThat(charge(wallet())).isInstanceOf(Unknown.class);
        assertThat(lookUp(wallet())).containsInstanceOf(Unknown.class);
    }

    @Test
    void aRefusedConnectionIsNotReachedAndSaysNothingOfWhatWasTaken() {
        charge(page());
        PaypalGateway away = at(URI.create("http://localhost:1"), clock);

        assertThat(CurrentTenant.call(harbour, () -> away.charge(other()))).isInstanceOf(NotReached.class);
        assertThat(CurrentTenant.call(harbour, () -> away.lookUp(page()))).containsInstanceOf(Unknown.class);
        assertThat(CurrentTenant.call(harbour, () -> away.refund(repayment(UUID.randomUUID(), null, "CAP1", TEN))))
                .isInstanceOf(RefundOutcome.Unknown.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT_BEFORE", "BROKEN_AFTER", "TOO_MANY"})
    void withoutATokenNothingWasAsked(Trouble trouble) {
        vendor.trouble("POST /v1/oauth2/token", trouble);

        assertThat(charge(page())).isInstanceOf(NotReached.class);
        assertThat(vendor.asked(ORDERS)).isZero();
    }

    @Test
    void keepsItsTokenUntilPaypalForgetsIt() {
        charge(page());
        charge(other());
        assertThat(vendor.asked("POST /v1/oauth2/token")).isEqualTo(1);

        vendor.forgetsTokens();

        assertThat(charge(other())).isInstanceOf(AwaitingCustomer.class);
        assertThat(vendor.asked("POST /v1/oauth2/token")).isEqualTo(2);
    }

    @Test
    void asksForAnotherTokenShortlyBeforeTheFirstIsOver() {
        vendor.secondsOfAToken = 60;
        charge(page());
        charge(other());

        assertThat(vendor.asked("POST /v1/oauth2/token")).isEqualTo(2);
    }

    @Test
    void tellsAWalletThatIsGoneFromADecline() {
        assertThat(charge(Fixtures.charge(key, null, TEN, Fixtures.wallet("vault-gone"), false)))
                .isInstanceOfSatisfying(
                        Declined.class, it -> assertThat(it.code()).isEqualTo("method_gone"));
    }

    @ParameterizedTest
    @CsvSource({"USD, 1050, 10.50", "EUR, 5, 0.05", "JPY, 1050, 1050", "HUF, 105000, 1050", "TWD, 105000, 1050"})
    void writesAmountsAsPaypalDoes(String currency, long amount, String written) {
        Money money = Money.of(amount, currency);

        assertThat(charge(Fixtures.charge(key, null, money, Fixtures.wallet(FakeOrders.GOOD), false)))
                .isInstanceOfSatisfying(
                        Captured.class, it -> assertThat(it.amount()).isEqualTo(money));
        assertThat(vendor.orders.taken(key)).isEqualTo(new BigDecimal(written));
    }

    @Test
    void takesForintsInWholeOnly() {
        assertThat(charge(Fixtures.charge(key, null, Money.of(1_050, "HUF"), null, false)))
                .isInstanceOfSatisfying(
                        Declined.class, it -> assertThat(it.code()).isEqualTo("whole_amounts_only"));
    }

    @Test
    void knowsItsCurrenciesAndNoOthers() {
        assertThat(Stream.of("USD", "EUR", "GBP", "JPY", "HUF")).allMatch(it -> paypal.knows(Currency.getInstance(it)));
        assertThat(Stream.of("NGN", "KWD", "INR")).noneMatch(it -> paypal.knows(Currency.getInstance(it)));
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT_AFTER", "BROKEN_AFTER", "UNREADABLE_AFTER"})
    void aRefundWithoutAnAnswerIsGivenBackOnce(Trouble trouble) {
        String capture = ((Captured) charge(wallet())).reference();
        UUID refund = UUID.randomUUID();
        vendor.trouble("POST /v2/payments/captures", trouble);

        assertThat(refund(refund, null, capture, 300)).isInstanceOf(RefundOutcome.Unknown.class);
        assertThat(refund(refund, null, capture, 300)).isInstanceOf(Refunded.class);
        assertThat(vendor.payments.givenBack(capture)).isEqualTo(new BigDecimal("3.00"));
    }

    @ParameterizedTest
    @CsvSource({"COMPLETED, Refunded", "FAILED, Refused", "CANCELLED, Refused", "PENDING, Unknown"})
    void aRefundThatTakesItsTimeIsAskedAbout(String becomes, String outcome) {
        String capture = ((Captured) charge(wallet())).reference();
        UUID refund = UUID.randomUUID();
        vendor.payments.begin = "PENDING";
        vendor.payments.become = becomes;

        var begun = (RefundOutcome.Unknown) refund(refund, null, capture, 300);

        assertThat(refund(refund, begun.reference(), capture, 300).getClass().getSimpleName())
                .isEqualTo(outcome);
    }

    @Test
    void saysThatItCannotGiveBackMore() {
        String capture = ((Captured) charge(wallet())).reference();
        refund(UUID.randomUUID(), null, capture, 900);

        assertThat(refund(UUID.randomUUID(), null, capture, 200))
                .isInstanceOfSatisfying(
                        Refused.class, it -> assertThat(it.code()).isEqualTo("refund_too_large"));
    }
}
