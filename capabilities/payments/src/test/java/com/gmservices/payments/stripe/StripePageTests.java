package com.gmservices.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.ChargeOutcome.AwaitingCustomer;
import com.gmservices.payments.gateway.ChargeOutcome.Canceled;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.payments.gateway.ChargeOutcome.Declined;
import com.gmservices.payments.gateway.ChargeOutcome.NotReached;
import com.gmservices.payments.gateway.ChargeOutcome.Reserved;
import com.gmservices.payments.gateway.ChargeOutcome.Unknown;
import com.gmservices.payments.gateway.Means;
import com.gmservices.payments.gateway.PaymentGateway;
import com.gmservices.payments.stripe.FakeStripe.Fault;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Paying at Stripe's own page. */
class StripePageTests {

    final FakeStripe stripe = new FakeStripe();
    final StripeGateway gateway = new StripeGateway(Words.clients(stripe.base()));

    @AfterEach
    void close() {
        stripe.close();
    }

    @Test
    void thePayerGoesToStripeAndPaysThere() {
        var words = new Words(PaymentGateway.PAGE);
        AwaitingCustomer page = open(words);
        assertThat(page.continueAt()).startsWith("https://checkout.stripe.com/");
        assertThat(lookUp(words)).isInstanceOf(AwaitingCustomer.class);

        pay(page, FakeCards.GOOD);

        assertThat(lookUp(words)).isInstanceOfSatisfying(Captured.class, captured -> {
            assertThat(captured.amount()).isEqualTo(Money.of(1_000, "NGN"));
            assertThat(captured.reference()).startsWith("pi_");
        });
        assertThat(stripe.intentOf(words.key).text("description")).isEqualTo("SR-2026-000123");
    }

    @Test
    void onePageUnderOneKey() {
        var words = new Words(PaymentGateway.PAGE);
        var first = gateway.charge(words.charge());

        assertThat(gateway.charge(words.charge())).isEqualTo(first);
    }

    @Test
    void whatWasPaidAtAPageIsCapturedUnderTheSameKey() {
        var words = new Words(PaymentGateway.PAGE);
        pay(open(words), FakeCards.GOOD);

        assertThat(gateway.charge(words.heard(null).charge())).isInstanceOf(Captured.class);
    }

    @Test
    void aCardThatIsDeclinedThereMayBeFollowedByAnother() {
        var words = new Words(PaymentGateway.PAGE);
        AwaitingCustomer page = open(words);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> pay(page, FakeCards.DECLINED));
        assertThat(lookUp(words)).isInstanceOf(AwaitingCustomer.class);

        pay(page, FakeCards.GOOD);

        assertThat(lookUp(words)).isInstanceOf(Captured.class);
    }

    @Test
    void nobodyPaysAtAPageThatWasCalledOff() {
        var words = new Words(PaymentGateway.PAGE);
        AwaitingCustomer page = open(words);
        assertThat(gateway.callOff(words.charge())).isInstanceOf(Canceled.class);

        pay(page, FakeCards.GOOD);

        assertThat(lookUp(words)).isInstanceOf(Canceled.class);
        assertThat(stripe.lines.total()).isZero();
    }

    @Test
    void whatIsPaidCannotBeCalledOff() {
        var words = new Words(PaymentGateway.PAGE);
        pay(open(words), FakeCards.GOOD);

        assertThat(gateway.callOff(words.charge())).isInstanceOf(Captured.class);
    }

    @Test
    void aPageThatArrivesAfterItWasCalledOffIsClosed() {
        Charge charge = new Words(PaymentGateway.PAGE).charge();
        assertThat(gateway.callOff(charge)).isInstanceOf(Canceled.class);

        assertThat(gateway.charge(charge)).isInstanceOf(Canceled.class);
    }

    @Test
    void aPageIsOverAfterADay() {
        var words = new Words(PaymentGateway.PAGE);
        open(words);

        stripe.aDayPasses();

        assertThat(lookUp(words)).isInstanceOf(Canceled.class);
    }

    @Test
    void reservesAtAPageAndReleasesIt() {
        var words = new Words(PaymentGateway.PAGE).reserve();
        pay(open(words), FakeCards.GOOD);
        assertThat(lookUp(words)).isInstanceOf(Reserved.class);

        assertThat(gateway.callOff(words.charge())).isInstanceOf(Canceled.class);
        assertThat(stripe.lines.total()).isZero();
    }

    @Test
    void takesAPartOfWhatWasReservedAtAPage() {
        var words = new Words(PaymentGateway.PAGE).reserve();
        pay(open(words), FakeCards.GOOD);

        assertThat(gateway.capture(words.charge(), Money.of(600, "NGN")))
                .isInstanceOfSatisfying(
                        Captured.class,
                        captured -> assertThat(captured.amount()).isEqualTo(Money.of(600, "NGN")));
    }

    @Test
    void keepsACardThatWasEnteredThere() {
        var words = new Words(PaymentGateway.PAGE).keep();
        pay(open(words), FakeCards.GOOD);

        Means card = Objects.requireNonNull(((Captured) lookUp(words)).kept());
        assertThat(card).hasToString("visa …4242");
        assertThat(gateway.charge(Words.with(card).charge())).isInstanceOf(Captured.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST", "BROKEN_AFTER", "BROKEN_BEFORE", "BUSY"})
    void aPageWhoseAddressWasLostIsPaidByNobody(Fault fault) {
        var words = new Words(PaymentGateway.PAGE);
        stripe.fails("/v1/checkout/sessions", fault);

        assertThat(gateway.charge(words.charge())).isInstanceOf(NotReached.class);
        assertThat(gateway.callOff(words.charge())).isInstanceOf(Canceled.class);
    }

    @Test
    void aPageThatCannotBeClosedJustNowIsNotSaidToBe() {
        var words = new Words(PaymentGateway.PAGE);
        open(words);
        stripe.fails("/expire", Fault.BROKEN_BEFORE);

        assertThat(gateway.callOff(words.charge())).isInstanceOf(Unknown.class);
        assertThat(gateway.callOff(words.charge())).isInstanceOf(Canceled.class);
    }

    @Test
    void whatStripeCannotWriteGetsNoPage() {
        assertThat(gateway.charge(
                        new Words(PaymentGateway.PAGE).of(1_234, "KWD").charge()))
                .isInstanceOf(Declined.class);
        assertThat(gateway.lookUp(
                        new Words(PaymentGateway.PAGE).of(1_234, "KWD").charge()))
                .isEmpty();
    }

    @Test
    void givesBackWhatWasPaidAtAPage() {
        var words = new Words(PaymentGateway.PAGE);
        pay(open(words), FakeCards.GOOD);
        var captured = (Captured) lookUp(words);

        gateway.refund(words.refund(UUID.randomUUID(), captured, 400));

        assertThat(stripe.lines.total()).isEqualTo(600);
    }

    private AwaitingCustomer open(Words words) {
        var page = (AwaitingCustomer) gateway.charge(words.charge());
        words.heard(page.reference());
        return page;
    }

    private ChargeOutcome lookUp(Words words) {
        return gateway.lookUp(words.charge()).orElseThrow();
    }

    private void pay(AwaitingCustomer page, String card) {
        stripe.sessions.pay(String.valueOf(page.reference()), card);
    }
}
