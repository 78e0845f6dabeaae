package com.gmservices.payments;

import static com.gmservices.payments.Till.wish;

import com.gmservices.database.Cursor;
import com.gmservices.money.Money;
import com.gmservices.payments.gateway.GatewayNews;
import com.gmservices.payments.gateway.Statement.Kind;
import com.gmservices.payments.reconciliation.Comparing;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/** A business whose gateway is asked every morning what it has moved the day before. */
abstract class Mornings extends AtTheTill {

    static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
    static final String THEM = UnreliableGateway.NAME;

    @Autowired
    VendorStatement statement;

    @Autowired
    UnreliableComplaints complaints;

    @Autowired
    GatewayNews news;

    @Autowired
    Comparing comparing;

    @Autowired
    Death death;

    CurrentMember olu = Till.staff(harbour, "Olu");

    @BeforeEach
    @Override
    void aBusiness() {
        untilNoon();
        super.aBusiness();
        statement.silent = false;
        complaints.heal();
        olu = new CurrentMember(
                harbour, ben.id(), null, "Olu", ben.roles(), Set.of("read:reconciliation", "resolve:reconciliation"));
    }

    /** Between midnight and the hour at which gateways are asked, the next morning is more than a day away. */
    private void untilNoon() {
        var now = clock.instant().atZone(LAGOS);
        clock.pass(Duration.between(
                now, now.toLocalDate().plusDays(1).atTime(LocalTime.NOON).atZone(LAGOS)));
    }

    void morning() {
        clock.pass(Duration.ofDays(1));
        goOn();
    }

    /** With what is under way, or else with the days up to yesterday. */
    void goOn() {
        CurrentTenant.run(harbour, () -> comparing.daily(THEM));
    }

    LocalDate yesterday() {
        return LocalDate.ofInstant(clock.instant(), LAGOS).minusDays(1);
    }

    void tell(Kind kind, @Nullable UUID key, long gross, long fee) {
        CurrentTenant.run(harbour, () -> statement.tell(kind, key, null, gross, fee, clock.instant()));
    }

    boolean tell(Kind kind, @Nullable UUID key, @Nullable String object, long gross) {
        statement.tell(kind, key, object, gross, 0, clock.instant());
        return true;
    }

    /** The charge with which it was paid after all. */
    void tellOf(UUID bill) {
        Payment paid = in(() -> checkout.list(
                        ben, new Checkout.Listed(PaymentStatus.SUCCEEDED, Bills.KIND, bill), Cursor.newest(), 1)
                .data()
                .getFirst());
        tell(Kind.CHARGE, attempt(paid).id().value(), paid.captured().amount(), 0);
    }

    void resolve(UUID id, int revision, String note) {
        CurrentTenant.run(harbour, () -> comparing.resolve(olu, id, revision, note));
    }

    List<String> differences() {
        return in(() -> comparing.differences());
    }

    Payment pay(long amount) {
        return pay(bill(amount));
    }

    Payment pay(UUID bill) {
        return in(() -> checkout.pay(
                ada, wish(bill, THEM, UnreliableGateway.CARD), UUID.randomUUID().toString()));
    }

    Refund refund(Payment payment, long amount) {
        return in(() -> refunding.refund(
                ben,
                payment.id(),
                Money.of(amount, "NGN"),
                null,
                UUID.randomUUID().toString()));
    }

    Attempt attempt(Payment payment) {
        return in(() -> checkout.attempts(payment)).getFirst();
    }
}
