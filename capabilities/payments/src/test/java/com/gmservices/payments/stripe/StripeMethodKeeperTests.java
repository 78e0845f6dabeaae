package com.gmservices.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.payments.gateway.ChargeOutcome.Declined;
import com.gmservices.payments.gateway.Means;
import com.gmservices.payments.gateway.MethodKeeper.Start;
import com.gmservices.payments.stripe.FakeStripe.Fault;
import java.net.URI;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeMethodKeeperTests {

    static final Charge.Payer ADA = new Charge.Payer(UUID.randomUUID(), "Ada Obi", "ada@example.com");
    static final URI WALLET = URI.create("https://services.example.com/t/harbour/wallet");

    final FakeStripe stripe = new FakeStripe();
    final StripeClients clients = Words.clients(stripe.base());
    final StripeMethodKeeper keeper = new StripeMethodKeeper(clients);
    final StripeGateway gateway = new StripeGateway(clients);
    final UUID key = UUID.randomUUID();

    @AfterEach
    void close() {
        stripe.close();
    }

    @Test
    void keepsACardWithoutTakingAnything() {
        Start start = keeper.start(key, ADA, WALLET);
        assertThat(start.continueAt()).hasHost("checkout.stripe.com");
        assertThat(keeper.finish(key, start.reference())).isEmpty();

        stripe.sessions.pay(start.reference(), FakeCards.GOOD);

        assertThat(keeper.finish(key, start.reference()))
                .hasValueSatisfying(means -> assertThat(means).hasToString("visa …4242"));
        assertThat(stripe.lines.total()).isZero();
    }

    @Test
    void startsOnceUnderOneKey() {
        assertThat(keeper.start(key, ADA, WALLET)).isEqualTo(keeper.start(key, ADA, WALLET));
    }

    @Test
    void whatIsKeptCanBeCharged() {
        Means card = kept();

        assertThat(gateway.charge(Words.with(card).charge())).isInstanceOf(Captured.class);
    }

    @Test
    void whatIsForgottenCannot() {
        Means card = kept();

        keeper.forget(card);
        keeper.forget(card);

        stripe.cards.retrieve(card.token()).set("customer", "cus_nobody");
        assertThat(gateway.charge(Words.with(card).charge())).isInstanceOf(Declined.class);
    }

    @Test
    void whatStripeDoesNotKnowIsForgottenAlready() {
        keeper.forget(new Means("pm_of_nobody", null, "visa", "4242", null));
    }

    @Test
    void whatCouldNotBeForgottenIsNotSaidToBe() {
        Means card = kept();
        stripe.fails("/detach", Fault.BUSY);

        assertThatExceptionOfType(StripeFailure.class).isThrownBy(() -> keeper.forget(card));
    }

    private Means kept() {
        Start start = keeper.start(key, ADA, WALLET);
        stripe.sessions.pay(start.reference(), FakeCards.GOOD);
        return keeper.finish(key, start.reference()).orElseThrow();
    }
}
