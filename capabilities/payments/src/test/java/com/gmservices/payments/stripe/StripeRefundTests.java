package com.gmservices.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.payments.gateway.RefundOutcome;
import com.gmservices.payments.gateway.RefundOutcome.Refunded;
import com.gmservices.payments.gateway.RefundOutcome.Refused;
import com.gmservices.payments.gateway.RefundOutcome.Unknown;
import com.gmservices.payments.gateway.Repayment;
import com.gmservices.payments.stripe.FakeStripe.Fault;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StripeRefundTests {

    final FakeStripe stripe = new FakeStripe();
    final StripeGateway gateway = new StripeGateway(Words.clients(stripe.base()));
    final Words words = new Words(FakeCards.GOOD);
    final UUID key = UUID.randomUUID();
    Repayment repayment = words.refund(key, new Captured("", words.charge().amount()), 400);

    @BeforeEach
    void pay() {
        repayment = words.refund(key, (Captured) gateway.charge(words.charge()), 400);
    }

    @AfterEach
    void close() {
        stripe.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST", "BROKEN_AFTER", "GARBLED"})
    void moneyThatWentBackWithoutAnAnswerGoesBackOnce(Fault fault) {
        stripe.fails("/v1/refunds", Fault.BUSY);
        assertThat(gateway.refund(repayment)).isInstanceOf(Unknown.class);
        gateway.refund(repayment);
        stripe.aDayPasses();

        assertThat(gateway.refund(repayment)).isInstanceOf(Refunded.class);
        assertThat(stripe.lines.total()).isEqualTo(600);
        assertThat(lost(fault)).isInstanceOf(Refunded.class);
        assertThat(stripe.lines.total()).isEqualTo(200);
    }

    /** Another one, whose answer is lost as it is made, and which is asked for again. */
    private RefundOutcome lost(Fault fault) {
        Repayment another = new Repayment(UUID.randomUUID(), null, repayment.charge(), repayment.amount(), null);
        stripe.fails("POST", "/v1/refunds", fault);
        assertThat(gateway.refund(another)).isInstanceOf(Unknown.class);
        stripe.aDayPasses();
        return gateway.refund(another);
    }

    @ParameterizedTest
    @CsvSource({"pending", "requires_action"})
    void whatStripeIsStillAtIsAskedForByItsName(String status) {
        stripe.refunds.become(status);
        var unknown = (Unknown) gateway.refund(repayment);
        assertThat(unknown.reference()).startsWith("re_");
        stripe.refunds.get(String.valueOf(unknown.reference())).set("status", "succeeded");

        assertThat(gateway.refund(named(unknown.reference()))).isInstanceOf(Refunded.class);
        assertThat(stripe.calls("POST", "/v1/refunds")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"failed, card_closed", "canceled, refund_canceled"})
    void whatStripeCouldNotGiveBackIsRefused(String status, String code) {
        stripe.refunds.become(status);

        assertThat(gateway.refund(repayment))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void aRefundOfAnotherAccountIsNotSaidToBeNothing() {
        assertThatExceptionOfType(StripeFailure.class).isThrownBy(() -> gateway.refund(named("re_of_another")));
    }

    @Test
    void isAskedForUnderItsKey() {
        gateway.refund(repayment);

        assertThat(stripe.seen.getLast().headers()).containsEntry("Idempotency-Key", key.toString());
    }

    @Test
    void thePayersWordsStayHere() {
        gateway.refund(repayment);

        assertThat(stripe.seen).noneSatisfy(call -> assertThat(call.body()).contains("Brought"));
    }

    private Repayment named(@Nullable String reference) {
        return new Repayment(key, reference, repayment.charge(), repayment.amount(), null);
    }
}
