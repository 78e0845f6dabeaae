package com.gmservices.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.money.Money;
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
import com.gmservices.payments.gateway.PaymentGatewayContract;
import com.gmservices.payments.stripe.FakeStripe.Fault;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StripeGatewayTests extends PaymentGatewayContract {

    final FakeStripe stripe = new FakeStripe();
    final StripeGateway gateway = new StripeGateway(Words.clients(stripe.base()));

    @AfterEach
    void close() {
        stripe.close();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST", "BROKEN_AFTER", "GARBLED"})
    void moneyThatWasTakenWithoutAnAnswerIsFoundByReading(Fault fault) {
        var words = new Words(FakeCards.GOOD);
        stripe.fails("/confirm", fault);

        ChargeOutcome outcome = gateway.charge(words.charge());

        assertThat(outcome).isInstanceOf(Unknown.class);
        assertThat(gateway.lookUp(words.heard(((Unknown) outcome).reference()).charge()))
                .containsInstanceOf(Captured.class);
        assertThat(stripe.calls("POST", "/confirm")).isEqualTo(1);
    }

    @Test
    void itIsFoundWithoutItsNameToo() {
        var words = new Words(FakeCards.GOOD);
        stripe.fails("/confirm", Fault.LOST);
        gateway.charge(words.charge());

        assertThat(gateway.lookUp(words.charge())).containsInstanceOf(Captured.class);
    }

    @Test
    void andWhenStripeHasForgottenTheKey() {
        var words = new Words(FakeCards.GOOD);
        gateway.charge(words.charge());
        stripe.aDayPasses();

        assertThat(gateway.lookUp(words.charge())).containsInstanceOf(Captured.class);
        assertThat(gateway.callOff(words.charge())).isInstanceOf(Captured.class);
    }

    @Test
    void andWhenThePayerHasChangedSince() {
        var words = Words.with(kept()).of(1_000, "NGN");
        gateway.charge(words.charge());

        assertThat(gateway.lookUp(words.muchLater().charge())).containsInstanceOf(Captured.class);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"LOST", "BROKEN_AFTER", "BROKEN_BEFORE", "BUSY", "GARBLED"})
    void whatIsLostBeforeItWasConfirmedTakesNothing(Fault fault) {
        var words = new Words(FakeCards.GOOD);
        stripe.fails("/v1/payment_intents", fault);

        assertThat(gateway.charge(words.charge())).isInstanceOf(NotReached.class);
        assertThat(gateway.lookUp(words.charge())).isEmpty();
        assertThat(gateway.callOff(words.charge())).isInstanceOf(Canceled.class);
        assertThat(stripe.lines.total()).isZero();
    }

    @Test
    void eachStepHasAKeyOfItsOwn() {
        var words = new Words(FakeCards.GOOD).keep();

        gateway.charge(words.charge());

        assertThat(stripe.seen)
                .extracting(call -> call.path() + " " + call.headers().get("Idempotency-Key"))
                .contains("/v1/payment_intents %s-create".formatted(words.key))
                .contains("/v1/customers %s-customer".formatted(words.key))
                .anyMatch(call -> call.endsWith("/confirm %s-confirm".formatted(words.key)));
    }

    @Test
    void aHastyConfirmationIsNotReached() {
        stripe.fails("/confirm", Fault.BUSY);

        assertThat(gateway.charge(new Words(FakeCards.GOOD).charge())).isInstanceOf(NotReached.class);
    }

    @Test
    void whoIsNotThereIsNotReached() {
        stripe.close();
        var words = new Words(FakeCards.GOOD);

        assertThat(gateway.charge(words.charge())).isInstanceOf(NotReached.class);
        assertThatExceptionOfType(StripeFailure.class).isThrownBy(() -> gateway.lookUp(words.charge()));
    }

    @Test
    void isNotWaitedForLongerThanSet() {
        var impatient = new StripeGateway(Words.clients(stripe.base(), Duration.ofMillis(300)));
        stripe.fails("/confirm", Fault.SILENT);

        assertThat(impatient.charge(new Words(FakeCards.GOOD).charge())).isInstanceOf(Unknown.class);
    }

    @Test
    void aKeyThatWasReplacedIsNotReached() {
        var strange = new StripeGateway(new StripeClients(
                name -> Words.credentials("sk_test_replaced"),
                new StripeSettings(stripe.base(), Duration.ofSeconds(5), Duration.ofSeconds(5))));

        assertThat(strange.charge(new Words(FakeCards.GOOD).charge())).isInstanceOf(NotReached.class);
    }

    /** As the till does, with nobody else's: what we hear under another account says nothing about the money. */
    @Test
    void whatIsNotKnownToTheAccountIsNotSaidToBeNothing() {
        var words = new Words(FakeCards.GOOD).heard("pi_of_another_account");

        assertThatExceptionOfType(StripeFailure.class).isThrownBy(() -> gateway.lookUp(words.charge()));
        assertThatExceptionOfType(StripeFailure.class).isThrownBy(() -> gateway.callOff(words.charge()));
    }

    @Test
    void whatGoesWrongIsToldWithoutWhatWasSaid() {
        stripe.fails("/v1/payment_intents/search", Fault.GARBLED);
        var trace = new StringWriter();

        assertThatExceptionOfType(StripeFailure.class)
                .isThrownBy(() -> gateway.lookUp(new Words(FakeCards.GOOD).charge()))
                .satisfies(failure -> failure.printStackTrace(new PrintWriter(trace)));
        assertThat(trace.toString()).contains("req_").doesNotContain("hush", "ada@example.com", FakeStripe.KEY);
    }

    @Test
    void tellsStripeNothingOfThisMachineNorOfOthersCalls() {
        gateway.charge(new Words(FakeCards.GOOD).charge());
        gateway.charge(new Words(FakeCards.GOOD).charge());

        assertThat(stripe.seen)
                .allSatisfy(call -> assertThat(call.headers())
                        .doesNotContainKeys("X-Stripe-Client-User-Agent", "X-Stripe-Client-Telemetry")
                        .containsEntry("User-Agent", "Stripe/v1 JavaBindings/33.3.0 GM-Services"));
    }

    @ParameterizedTest
    @CsvSource({
        "pm_card_visa_chargeDeclined, card_declined",
        "pm_card_visa_chargeDeclinedInsufficientFunds, insufficient_funds",
        "pm_card_chargeDeclinedExpiredCard, expired_card",
        "pm_of_nobody, method_not_supported"
    })
    void saysWhyInOurWords(String card, String code) {
        var words = new Words(card);

        assertThat(gateway.charge(words.charge()))
                .isInstanceOfSatisfying(
                        Declined.class, declined -> assertThat(declined.code()).isEqualTo(code));
    }

    @Test
    void aBankThatWantsToSeeItsCustomerDeclinesAKeptCard() {
        Means card = kept();
        stripe.cards.retrieve(card.token()).set("token", FakeCards.ASKS);

        assertThat(gateway.charge(Words.with(card).charge()))
                .isInstanceOfSatisfying(
                        Declined.class, declined -> assertThat(declined.code()).isEqualTo("authentication_required"));
    }

    @Test
    void aCardThatWasKeptIsChargedAgainWithoutItsHolder() {
        Means card = kept();
        var words = Words.with(card);

        assertThat(gateway.charge(words.charge())).isInstanceOf(Captured.class);
        assertThat(card.expires()).isEqualTo(YearMonth.of(2031, 8));
        assertThat(card).hasToString("visa …4242");
        assertThat(stripe.intentOf(words.key).get("customer")).isEqualTo(card.customer());
    }

    @Test
    void aCardThatStripeHasForgottenIsGone() {
        Means forgotten = new Means("pm_1", "cus_of_nobody", "visa", "4242", null);

        assertThat(gateway.charge(Words.with(forgotten).charge()))
                .isInstanceOfSatisfying(
                        Declined.class, declined -> assertThat(declined.code()).isEqualTo("method_gone"));
    }

    @Test
    void aCardThatIsNotToBeKeptIsNot() {
        assertThat(gateway.charge(new Words(FakeCards.GOOD).charge()))
                .isInstanceOfSatisfying(
                        Captured.class, captured -> assertThat(captured.kept()).isNull());
    }

    @ParameterizedTest
    @CsvSource({"500, JPY, 500", "1230, KWD, 1230", "5000, UGX, 500000", "700, ISK, 70000", "20000, MGA, 200"})
    void writesAmountsAsStripeDoes(long amount, String currency, long written) {
        var words = new Words(FakeCards.GOOD).of(amount, currency);

        ChargeOutcome outcome = gateway.charge(words.charge());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Captured.class,
                        captured -> assertThat(captured.amount()).isEqualTo(Money.of(amount, currency)));
        assertThat(stripe.intentOf(words.key).number("amount")).isEqualTo(written);
    }

    @Test
    void whatStripeCannotWriteIsDeclinedBeforeItIsAsked() {
        assertThat(gateway.charge(new Words(FakeCards.GOOD).of(1_234, "KWD").charge()))
                .isInstanceOf(Declined.class);
        assertThat(gateway.charge(new Words(FakeCards.GOOD).of(20_050, "MGA").charge()))
                .isInstanceOf(Declined.class);
        assertThat(stripe.seen).isEmpty();
    }

    @Test
    void tooLittleIsDeclined() {
        assertThat(gateway.charge(new Words(FakeCards.GOOD).of(49, "USD").charge()))
                .isInstanceOfSatisfying(
                        Declined.class, declined -> assertThat(declined.code()).isEqualTo("amount_too_small"));
    }

    @Test
    void reservesForAsLongAsTheCardsBankAgrees() {
        ChargeOutcome outcome =
                gateway.charge(new Words(FakeCards.GOOD).reserve().charge());

        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Reserved.class,
                        reserved -> assertThat(reserved.until())
                                .isBetween(
                                        Instant.now().plus(Duration.ofDays(6)),
                                        Instant.now().plus(Duration.ofDays(8))));
    }

    @Test
    void aCaptureWithoutAnAnswerIsAskedForAgain() {
        var words = new Words(FakeCards.GOOD).reserve();
        var reserved = (Reserved) gateway.charge(words.charge());
        words.heard(reserved.reference());
        stripe.fails("/capture", Fault.BROKEN_BEFORE);
        assertThat(gateway.capture(words.charge(), Money.of(600, "NGN"))).isInstanceOf(Unknown.class);
        stripe.fails("/capture", Fault.LOST);
        assertThat(gateway.capture(words.charge(), Money.of(600, "NGN"))).isInstanceOf(Unknown.class);

        assertThat(gateway.capture(words.charge(), Money.of(600, "NGN")))
                .isInstanceOfSatisfying(
                        Captured.class,
                        captured -> assertThat(captured.amount()).isEqualTo(Money.of(600, "NGN")));
        assertThat(stripe.lines.total()).isEqualTo(600);
    }

    @Test
    void capturesNoMoreThanAskedWhereItCannotBeWritten() {
        var words = new Words(FakeCards.GOOD).of(5_000, "KWD").reserve();
        words.heard(((Reserved) gateway.charge(words.charge())).reference());

        assertThat(gateway.capture(words.charge(), Money.of(1_239, "KWD")))
                .isInstanceOfSatisfying(
                        Captured.class,
                        captured -> assertThat(captured.amount()).isEqualTo(Money.of(1_230, "KWD")));
    }

    @Test
    void sendsThePayerToTheirBank() {
        assertThat(gateway.charge(new Words(FakeCards.ASKS).charge()))
                .isInstanceOfSatisfying(
                        AwaitingCustomer.class,
                        awaiting -> assertThat(awaiting.continueAt()).startsWith("https://hooks.stripe.com/3d/"));
    }

    @Test
    void takesTokensOfStripeAlone() {
        assertThat(gateway.takes("page")).isTrue();
        assertThat(gateway.takes("pm_1NqX8a2eZvKYlo2C")).isTrue();
        assertThat(gateway.takes("pm_/../x")).isFalse();
        assertThat(gateway.takes("sandbox_ok")).isFalse();
    }

    private Means kept() {
        var first = (Captured) gateway.charge(new Words(FakeCards.GOOD).keep().charge());
        return Objects.requireNonNull(first.kept());
    }

    @Override
    protected PaymentGateway gateway() {
        return gateway;
    }

    @Override
    protected Methods methods() {
        return new Methods(FakeCards.GOOD, FakeCards.DECLINED, FakeCards.ASKS, FakeCards.SILENT);
    }

    @Override
    protected void customerApproves(UUID charge) {
        stripe.intents.approve(stripe.intentOf(charge));
    }

    @Override
    protected void customerRefuses(UUID charge) {
        stripe.intents.refuse(stripe.intentOf(charge));
    }

    @Override
    protected Money taken(UUID charge) {
        return Optional.of(stripe.intentOf(charge))
                .filter(intent -> intent.is("status", "succeeded"))
                .map(intent -> new Money(intent.number("amount_received"), currency()))
                .orElseThrow();
    }
}
