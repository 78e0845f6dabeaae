package com.gmservices.payments.stripe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.payments.gateway.Statement.Kind;
import com.gmservices.payments.gateway.Statement.Movement;
import com.gmservices.payments.stripe.FakeStripe.Fault;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class StripeStatementTests {

    final FakeStripe stripe = new FakeStripe();
    final StripeGateway gateway = new StripeGateway(Words.clients(stripe.base()));
    final StripeStatement statement = new StripeStatement(Words.clients(stripe.base()));
    final Instant start = Instant.now().minusSeconds(60);

    @AfterEach
    void close() {
        stripe.close();
    }

    @Test
    void saysWhoseMoneyMovedAndWhatItCost() {
        var words = new Words(FakeCards.GOOD);
        var paid = (Captured) gateway.charge(words.charge());
        UUID refund = UUID.randomUUID();
        gateway.refund(words.refund(refund, paid, 400));

        List<Movement> lines = lines();

        assertThat(lines).extracting(Movement::kind).containsExactly(Kind.REFUND, Kind.CHARGE);
        assertThat(lines.getLast().key()).isEqualTo(words.key);
        assertThat(lines.getLast().object()).isEqualTo(paid.reference());
        assertThat(lines.getLast().gross()).isEqualTo(Money.of(1_000, "NGN"));
        assertThat(lines.getLast().fee()).isEqualTo(Money.of(30, "NGN"));
        assertThat(lines.getFirst().key()).isEqualTo(refund);
        assertThat(lines.getFirst().object()).startsWith("re_");
        assertThat(lines.getFirst().gross()).isEqualTo(Money.of(400, "NGN"));
    }

    @Test
    void tellsDisputesFeesAndPayouts() {
        var paid = (Captured) gateway.charge(new Words(FakeCards.GOOD).charge());
        Thing charge = stripe.things.get(
                "charge", "charge", stripe.intents.get(paid.reference()).get("latest_charge"));
        String dispute = stripe.disputes.open(charge).text("id");
        stripe.lines.add("adjustment", 1_000, -1_500, "ngn", dispute);
        stripe.lines.add("stripe_fee", -250, 0, "ngn", null);
        stripe.lines.add("payout", -5_000, 0, "ngn", "po_1");
        stripe.lines.add("payout_failure", 5_000, 0, "ngn", "po_1");
        stripe.lines.add("transfer", -70, 0, "ngn", "tr_1");
        stripe.lines.add("payment_failure_refund", -400, 0, "ngn", charge.get("id"));

        List<Movement> lines = lines().reversed();

        assertThat(lines)
                .extracting(Movement::kind)
                .containsExactly(
                        Kind.CHARGE,
                        Kind.DISPUTE,
                        Kind.DISPUTE_WON,
                        Kind.FEE,
                        Kind.PAYOUT,
                        Kind.CHARGE,
                        Kind.REFUND,
                        Kind.REFUND);
        assertThat(lines.get(1).object()).isEqualTo(paid.reference());
        assertThat(lines.get(1).fee()).isEqualTo(Money.of(1_500, "NGN"));
        assertThat(lines.get(2).gross()).isEqualTo(Money.of(2_500, "NGN"));
        assertThat(lines.get(2).fee().isZero()).isTrue();
        assertThat(lines.get(3).gross()).isEqualTo(Money.of(250, "NGN"));
        assertThat(lines).allMatch(line -> line.gross().isPositive());
        assertThat(lines.subList(5, 8)).extracting(Movement::key).containsOnlyNulls();
        assertThat(lines.subList(5, 8)).extracting(Movement::object).doesNotContain(paid.reference());
    }

    @Test
    void isReadToItsEnd() {
        for (int n = 0; n < 250; n++) {
            stripe.lines.add("stripe_fee", -1, 0, "usd", null);
        }

        assertThat(lines()).hasSize(250).extracting(Movement::reference).doesNotHaveDuplicates();
        assertThat(stripe.calls("GET", "/v1/balance_transactions")).isEqualTo(3);
    }

    @Test
    void eachSecondBelongsToOneDay() {
        stripe.lines.add("stripe_fee", -1, 0, "jpy", null);
        Instant booked = lines().getFirst().at();
        Instant within = booked.plus(Duration.ofMillis(500));

        assertThat(statement.movements(booked, within)).hasSize(1);
        assertThat(statement.movements(within, within.plusSeconds(60))).isEmpty();
        assertThat(statement.movements(start, booked)).isEmpty();
    }

    @Test
    void halfAStatementIsNone() {
        for (int n = 0; n < 101; n++) {
            stripe.lines.add("stripe_fee", -1, 0, "usd", null);
        }
        stripe.fails("starting_after", Fault.GARBLED);

        assertThatExceptionOfType(StripeFailure.class).isThrownBy(this::lines);
    }

    private List<Movement> lines() {
        return statement.movements(start, Instant.now().plusSeconds(60));
    }
}
