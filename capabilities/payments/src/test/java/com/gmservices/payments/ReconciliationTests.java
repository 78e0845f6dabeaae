package com.gmservices.payments;

import static com.gmservices.payments.Till.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.database.Cursor;
import com.gmservices.money.Money;
import com.gmservices.payments.UnreliableGateway.Fault;
import com.gmservices.payments.gateway.GatewayNews;
import com.gmservices.payments.gateway.NoticeReader.Concern.OfDispute;
import com.gmservices.payments.gateway.Statement.Kind;
import com.gmservices.payments.ledger.Books;
import com.gmservices.payments.reconciliation.Comparing;
import com.gmservices.payments.reconciliation.ReconciliationRefused;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

@SpringBootTest
@Import({Till.class, Books.class})
class ReconciliationTests {

    static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");
    static final String THEM = UnreliableGateway.NAME;

    @Autowired
    Checkout checkout;

    @Autowired
    Refunding refunding;

    @Autowired
    UnresolvedPayments unresolved;

    @Autowired
    UnreliableGateway vendor;

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

    @Autowired
    Books books;

    @Autowired
    Bills bills;

    @Autowired
    TestClock clock;

    @Autowired
    Tenants tenants;

    TenantId harbour = TenantId.next();
    CurrentMember ada = Till.customer(harbour, "Ada");
    CurrentMember ben = Till.staff(harbour, "Ben");
    CurrentMember olu = Till.staff(harbour, "Olu");

    @BeforeEach
    void people() {
        vendor.heal();
        statement.silent = false;
        complaints.heal();
        harbour = Till.business(tenants);
        ada = Till.customer(harbour, "Ada");
        ben = Till.staff(harbour, "Ben");
        olu = new CurrentMember(
                harbour, ben.id(), null, "Olu", ben.roles(), Set.of("read:reconciliation", "resolve:reconciliation"));
    }

    @Test
    void allAgreesAndIsSaidSo() {
        Attempt attempt = attempt(pay(10_000));
        tell(Kind.CHARGE, attempt.id().value(), 10_000, 150);

        morning();

        assertThat(differences()).isEmpty();
        assertThat(in(() -> comparing.verdict(THEM, yesterday()))).contains("agrees");
        assertThat(in(() -> comparing.sums(yesterday()))).containsExactly("charge 1 of 1 known: 10000, fee 150");
        assertThat(balance("fees:" + THEM)).isEqualTo(150);
        assertThat(balance("clearing:" + THEM)).isEqualTo(10_000 - 150);
        assertThat(in(() -> books.faults())).isZero();
    }

    @Test
    void aLineIsFoundByTheGatewaysOwnNameToo() {
        Payment payment = pay(10_000);
        Attempt attempt = attempt(payment);
        Refund refund = refund(payment, 4_000);
        in(() -> tell(Kind.CHARGE, null, attempt.reference(), 10_000));
        in(() -> tell(Kind.REFUND, null, refund.reference(), 4_000));
        Refund other = refund(payment, 1_000);
        in(() -> tell(Kind.REFUND, null, attempt.reference(), 1_000));

        morning();

        assertThat(other.status()).isEqualTo(Refund.Status.SUCCEEDED);
        assertThat(differences()).isEmpty();
        assertThat(in(() -> comparing.sums(yesterday())))
                .containsExactly("charge 1 of 1 known: 10000, fee 0", "refund 2 of 2 known: 5000, fee 0");
    }

    @Test
    void whatNobodyKnowsIsListedAndItsFeeIsNotBooked() {
        tell(Kind.CHARGE, UUID.randomUUID(), 7_700, 100);
        tell(Kind.REFUND, null, 500, 0);
        tell(Kind.DISPUTE, null, 900, 0);

        morning();

        assertThat(differences())
                .containsExactlyInAnyOrder(
                        "unknown_charge open 7700/-", "unknown_refund open 500/-", "unknown_dispute open 900/-");
        assertThat(in(() -> comparing.verdict(THEM, yesterday()))).contains("differs");
        assertThat(in(() -> books.entries())).isZero();
    }

    @Test
    void anotherAmountOrCurrencyIsADifference() {
        tell(Kind.CHARGE, attempt(pay(10_000)).id().value(), 9_000, 10);
        Attempt other = attempt(pay(5_000));
        CurrentTenant.run(
                harbour,
                () -> statement.tell(
                        Kind.CHARGE, other.id().value(), null, Money.of(5_000, "USD"), 0, clock.instant()));

        morning();

        assertThat(differences())
                .containsExactlyInAnyOrder("amount_differs open 9000/10000", "currency_differs open 5000/5000");
        assertThat(balance("fees:" + THEM)).isEqualTo(10);
    }

    @Test
    void whatTheBooksHaveOtherwiseIsADifference() {
        Attempt attempt = attempt(pay(10_000));
        tell(Kind.CHARGE, attempt.id().value(), 10_000, 0);
        CurrentTenant.run(harbour, () -> books.reverse(olu, attempt.id().value()));

        morning();

        assertThat(differences()).containsExactly("booked_otherwise open 10000/0");
    }

    @Test
    void theSameListedTwiceIsADifference() {
        Attempt attempt = attempt(pay(10_000));
        tell(Kind.CHARGE, attempt.id().value(), 10_000, 0);
        tell(Kind.CHARGE, attempt.id().value(), 10_000, 0);

        morning();

        assertThat(differences()).containsExactly("listed_twice open 10000/10000");
    }

    @Test
    void whatTheGatewayDoesNotHaveIsMissedAfterDaysAndFoundWhenItComes() {
        Payment payment = pay(10_000);
        Attempt attempt = attempt(payment);
        Refund refund = refund(payment, 1_000);
        Instant then = clock.instant();
        for (int day = 1; day <= 5; day++) {
            morning();
        }
        assertThat(differences()).isEmpty();

        morning();
        assertThat(differences())
                .containsExactlyInAnyOrder("missing_charge open -/10000", "missing_refund open -/1000");

        CurrentTenant.run(harbour, () -> {
            statement.tell(Kind.CHARGE, attempt.id().value(), null, 10_000, 0, then.plus(Duration.ofDays(5)));
            statement.tell(Kind.REFUND, refund.id().value(), null, 1_000, 0, then.plus(Duration.ofDays(5)));
        });
        morning();
        assertThat(differences())
                .containsExactlyInAnyOrder("missing_charge vanished -/10000", "missing_refund vanished -/1000");
    }

    @Test
    void whatWasTakenThoughItIsClosedHereIsFoundAndGivenBack() {
        UUID bill = bill(10_000);
        vendor.onCharge = Fault.BEFORE;
        Payment lost = pay(bill);
        vendor.heal();
        clock.pass(Duration.ofHours(1));
        unresolved.resolve();
        assertThat(now(lost).status()).isEqualTo(PaymentStatus.FAILED);
        pay(bill);
        Attempt closed = in(() -> checkout.attempts(lost)).getFirst();
        vendor.takeAfterAll(closed.id().value(), Money.of(10_000, "NGN"));
        tell(Kind.CHARGE, closed.id().value(), 10_000, 30);
        tellOf(bill);

        morning();
        assertThat(differences()).containsExactly("not_taken_here open 10000/10000");
        assertThat(balance("fees:" + THEM)).isZero();

        assertThat(in(() -> comparing.lookAgain(olu, comparing.newest()))).isTrue();
        unresolved.resolve();

        assertThat(differences()).containsExactly("not_taken_here vanished 10000/10000");
        assertThat(balance("fees:" + THEM)).isEqualTo(30);
        assertThat(balance("clearing:" + THEM)).isEqualTo(10_000 - 30);
        assertThat(in(() -> bills.stillDue(bill))).isEqualTo(-10_000);
        assertThat(vendor.refundsGiven).hasValue(1);
    }

    @Test
    void aRefundThatIsOpenHereAndGivenThereIsLookedUpAgain() {
        Payment payment = pay(10_000);
        tell(Kind.CHARGE, attempt(payment).id().value(), 10_000, 0);
        vendor.onRefund = Fault.AFTER;
        Refund refund = refund(payment, 4_000);
        tell(Kind.REFUND, refund.id().value(), 4_000, 0);
        morning();
        assertThat(differences()).containsExactly("not_given_back_here open 4000/4000");

        vendor.heal();

        assertThat(in(() -> comparing.lookAgain(olu, comparing.newest()))).isTrue();
        assertThat(balance("clearing:" + THEM)).isEqualTo(6_000);
    }

    @Test
    void whatIsHeldForDisputesAgreesWithTheBooksOnceWeHaveHeardOfThem() {
        Attempt one = attempt(pay(10_000));
        Attempt other = attempt(pay(5_000));
        tell(Kind.CHARGE, one.id().value(), 10_000, 0);
        tell(Kind.CHARGE, other.id().value(), 5_000, 0);
        String complaint = complaints.complain(other.id().value(), null, Money.of(5_000, "NGN"), null);
        tell(Kind.DISPUTE, one.id().value(), 4_000, 20);
        CurrentTenant.run(harbour, () -> tell(Kind.DISPUTE, null, complaint, 5_000));
        morning();
        assertThat(differences())
                .containsExactlyInAnyOrder("unknown_dispute open 4000/-", "unknown_dispute open 5000/-");

        hear(complaint);
        hear(complaints.complain(one.id().value(), null, Money.of(4_000, "NGN"), null));
        morning();

        assertThat(differences())
                .containsExactlyInAnyOrder("unknown_dispute vanished 4000/-", "unknown_dispute vanished 5000/-");
        assertThat(balance("fees:" + THEM)).isEqualTo(20);
    }

    private void hear(String complaint) {
        CurrentTenant.run(harbour, () -> news.told(THEM, new OfDispute(complaint)));
    }

    @Test
    void somebodyResolvesADifferenceOnceAndItStaysSo() {
        tell(Kind.CHARGE, null, 7_700, 0);
        morning();
        UUID id = in(() -> comparing.newest());

        assertThatExceptionOfType(ReconciliationRefused.NoteMissing.class).isThrownBy(() -> resolve(id, 1, " "));
        assertThatExceptionOfType(ReconciliationRefused.ChangedMeanwhile.class)
                .isThrownBy(() -> resolve(id, 2, "Seen"));
        resolve(id, 1, "Paid in the other shop");
        assertThatExceptionOfType(ReconciliationRefused.ChangedMeanwhile.class)
                .isThrownBy(() -> resolve(id, 1, "Again"));
        morning();
        morning();

        assertThat(differences()).containsExactly("unknown_charge resolved 7700/-");
        assertThat(in(() -> comparing.verdict(THEM, yesterday().minusDays(2)))).contains("settled");
    }

    @Test
    void whatIsStillMissedThoughItWasResolvedIsNotListedAgain() {
        pay(10_000);
        for (int day = 1; day <= 6; day++) {
            morning();
        }
        resolve(in(() -> comparing.newest()), 1, "They look for it");

        morning();

        assertThat(differences()).containsExactly("missing_charge resolved -/10000");
    }

    @Test
    void feesAndPayoutsAreBookedOnceThoughTwoCompareAtOnceAndAgain() throws Exception {
        for (int i = 0; i < 8; i++) {
            tell(Kind.CHARGE, attempt(pay(1_000)).id().value(), 1_000, 15);
        }
        tell(Kind.FEE, null, 40, 0);
        tell(Kind.PAYOUT, null, 7_000, 25);
        clock.pass(Duration.ofDays(1));
        assertThat(in(() -> comparing.begin(THEM))).isTrue();

        Callable<Boolean> goOn = () -> in(() -> {
            comparing.goOn(THEM);
            return true;
        });
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done :
                    threads.invokeAll(Stream.generate(() -> goOn).limit(4).toList())) {
                done.get();
            }
        }
        morning();

        assertThat(balance("fees:" + THEM)).isEqualTo(8 * 15 + 40 + 25);
        assertThat(balance("bank")).isEqualTo(7_000);
        assertThat(balance("clearing:" + THEM)).isEqualTo(8_000 - 8 * 15 - 40 - 25 - 7_000);
        assertThat(in(() -> comparing.payouts())).containsExactly(7_000L);
        assertThat(differences()).isEmpty();
        assertThat(in(() -> books.faults())).isZero();
    }

    @Test
    void whoeverDiesAtWhateverStepLosesNothingAndDoublesNothing() {
        int step = 1;
        while (diesAt(step)) {
            step++;
        }

        assertThat(step).isGreaterThan(10);
    }

    /** False when there are not so many steps. */
    private boolean diesAt(int step) {
        people();
        Payment payment = pay(1_000);
        tell(Kind.CHARGE, attempt(payment).id().value(), 1_000, 15);
        tell(Kind.REFUND, refund(payment, 300).id().value(), 300, 0);
        tell(Kind.CHARGE, UUID.randomUUID(), 77, 1);
        tell(Kind.FEE, null, 40, 0);
        tell(Kind.PAYOUT, null, 500, 25);
        clock.pass(Duration.ofDays(1));

        boolean died = in(() -> !death.survives(step, () -> comparing.daily(THEM)));
        goOn();

        assertThat(balance("fees:" + THEM)).isEqualTo(15 + 40 + 25);
        assertThat(balance("bank")).isEqualTo(500);
        assertThat(balance("clearing:" + THEM)).isEqualTo(1_000 - 300 - 15 - 40 - 25 - 500);
        assertThat(differences()).containsExactly("unknown_charge open 77/-");
        assertThat(in(() -> comparing.sums(yesterday())))
                .containsExactly(
                        "charge 1 of 2 known: 1077, fee 16",
                        "refund 1 of 1 known: 300, fee 0",
                        "fee 1 of 1 known: 40, fee 0",
                        "payout 1 of 1 known: 500, fee 25");
        assertThat(in(() -> comparing.verdict(THEM, yesterday()))).contains("differs");
        assertThat(in(() -> books.faults())).isZero();
        return died;
    }

    @Test
    void aSilentGatewayIsAskedAgainFromWhereItStopped() {
        tell(Kind.CHARGE, attempt(pay(1_000)).id().value(), 1_000, 15);
        statement.silent = true;
        morning();
        assertThat(in(() -> comparing.verdict(THEM, yesterday()))).isEmpty();

        statement.silent = false;
        goOn();

        assertThat(in(() -> comparing.verdict(THEM, yesterday()))).contains("agrees");
    }

    @Test
    void whoeverHasTakenMoneyHasTheirTurnOnceADay() {
        tell(Kind.CHARGE, attempt(pay(1_000)).id().value(), 1_000, 0);
        clock.pass(Duration.ofDays(1));

        comparing.beginDue();
        CurrentTenant.run(harbour, () -> comparing.goOn(THEM));
        assertThat(in(() -> comparing.verdict(THEM, yesterday()))).contains("agrees");

        comparing.beginDue();
        assertThat(in(() -> comparing.begin(THEM))).isFalse();
        clock.pass(Duration.ofDays(1));
        comparing.beginDue();
        CurrentTenant.run(harbour, () -> comparing.goOn(THEM));
        assertThat(in(() -> comparing.verdict(THEM, yesterday()))).contains("nothing");
    }

    @Test
    void aDayIsComparedByHandWhileNothingElseIs() {
        tell(Kind.CHARGE, attempt(pay(1_000)).id().value(), 1_000, 0);
        LocalDate today = yesterday().plusDays(1);

        assertThat(in(() -> comparing.begin(olu, THEM, today))).isTrue();
        assertThat(in(() -> comparing.begin(olu, THEM, today))).isFalse();
        goOn();

        assertThat(in(() -> comparing.verdict(THEM, today))).contains("agrees");
        assertThatExceptionOfType(ReconciliationRefused.NoSuchDay.class)
                .isThrownBy(() -> in(() -> comparing.begin(olu, THEM, today.plusDays(1))));
    }

    @Test
    void aDayComparedByHandDoesNotStandForTheDaysBefore() {
        tell(Kind.CHARGE, attempt(pay(1_000)).id().value(), 1_000, 0);
        clock.pass(Duration.ofDays(3));
        assertThat(in(() -> comparing.begin(olu, THEM, yesterday()))).isTrue();
        CurrentTenant.run(harbour, () -> comparing.goOn(THEM));
        assertThat(in(() -> comparing.verdict(THEM, yesterday()))).contains("nothing");

        goOn();

        assertThat(in(() -> comparing.verdict(THEM, yesterday().minusDays(2)))).contains("agrees");
    }

    @Test
    void othersFindNothing() {
        tell(Kind.CHARGE, null, 7_700, 0);
        tell(Kind.PAYOUT, null, 100, 0);
        morning();
        UUID id = in(() -> comparing.newest());
        LocalDate day = yesterday();
        TenantId marina = Till.business(tenants);

        CurrentTenant.run(marina, () -> {
            assertThat(comparing.differences()).isEmpty();
            assertThat(comparing.payouts()).isEmpty();
            assertThat(comparing.sums(day)).isEmpty();
            assertThatExceptionOfType(ReconciliationRefused.NotFound.class)
                    .isThrownBy(() -> comparing.resolve(olu, id, 1, "Mine"));
        });
        assertThat(differences()).containsExactly("unknown_charge open 7700/-");
    }

    @Test
    void theSandboxAgreesWithItself() {
        Payment payment = in(() -> checkout.pay(
                ada,
                wish(bill(10_000), "sandbox", "sandbox_ok"),
                UUID.randomUUID().toString()));
        refund(payment, 1_000);
        clock.pass(Duration.ofDays(3));

        CurrentTenant.run(harbour, () -> comparing.daily("sandbox"));

        assertThat(differences()).isEmpty();
        assertThat(balance("fees:sandbox")).isEqualTo(150);
        assertThat(balance("clearing:sandbox")).isEqualTo(10_000 - 150 - 1_000);
    }

    private void morning() {
        clock.pass(Duration.ofDays(1));
        goOn();
    }

    /** With what is under way, or else with the days up to yesterday. */
    private void goOn() {
        CurrentTenant.run(harbour, () -> comparing.daily(THEM));
    }

    private LocalDate yesterday() {
        return LocalDate.ofInstant(clock.instant(), LAGOS).minusDays(1);
    }

    private void tell(Kind kind, @Nullable UUID key, long gross, long fee) {
        CurrentTenant.run(harbour, () -> statement.tell(kind, key, null, gross, fee, clock.instant()));
    }

    private boolean tell(Kind kind, @Nullable UUID key, @Nullable String object, long gross) {
        statement.tell(kind, key, object, gross, 0, clock.instant());
        return true;
    }

    /** The charge with which it was paid after all. */
    private void tellOf(UUID bill) {
        Payment paid = in(() -> checkout.list(
                        ben, new Checkout.Listed(PaymentStatus.SUCCEEDED, Bills.KIND, bill), Cursor.newest(), 1)
                .data()
                .getFirst());
        tell(Kind.CHARGE, attempt(paid).id().value(), paid.captured().amount(), 0);
    }

    private void resolve(UUID id, int revision, String note) {
        CurrentTenant.run(harbour, () -> comparing.resolve(olu, id, revision, note));
    }

    private List<String> differences() {
        return in(() -> comparing.differences());
    }

    private UUID bill(long amount) {
        return in(() -> bills.bill(harbour, ada.id(), amount));
    }

    private Payment pay(long amount) {
        return pay(bill(amount));
    }

    private Payment pay(UUID bill) {
        return in(() -> checkout.pay(
                ada, wish(bill, THEM, UnreliableGateway.CARD), UUID.randomUUID().toString()));
    }

    private Refund refund(Payment payment, long amount) {
        return in(() -> refunding.refund(
                ben,
                payment.id(),
                Money.of(amount, "NGN"),
                null,
                UUID.randomUUID().toString()));
    }

    private Attempt attempt(Payment payment) {
        return in(() -> checkout.attempts(payment)).getFirst();
    }

    private Payment now(Payment payment) {
        return in(() -> checkout.find(ben, payment.id()));
    }

    private long balance(String address) {
        return in(() -> books.balance(address, "NGN"));
    }

    private <T> T in(Supplier<T> work) {
        return CurrentTenant.call(harbour, work::get);
    }
}
