package com.gmservices.payments;

import static com.gmservices.payments.Till.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.documents.Documents;
import com.gmservices.documents.NewDocument;
import com.gmservices.documents.Subject;
import com.gmservices.money.Money;
import com.gmservices.payments.UnreliableGateway.Fault;
import com.gmservices.payments.dispute.Courtroom;
import com.gmservices.payments.dispute.Dispute;
import com.gmservices.payments.dispute.DisputeStage;
import com.gmservices.payments.dispute.Disputes;
import com.gmservices.payments.gateway.Complaints.Enclosures;
import com.gmservices.payments.gateway.Complaints.Stage;
import com.gmservices.payments.ledger.Books;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Refusal;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;

/** What payers complain about, and what the books say of it. */
@SpringBootTest
@Import({Till.class, Books.class})
class DisputesTests {

    static final long PAID = 10_000;
    static final long PART = 4_000;

    @Autowired
    Disputes disputes;

    @Autowired
    Courtroom courtroom;

    @Autowired
    UnreliableComplaints complaints;

    @Autowired
    Documents documents;

    @Autowired
    UnreliableGateway vendor;

    @Autowired
    Checkout checkout;

    @Autowired
    Refunding refunding;

    @Autowired
    UnresolvedPayments unresolved;

    @Autowired
    Bills bills;

    @Autowired
    Books books;

    @Autowired
    TestClock clock;

    @Autowired
    Tenants tenants;

    TenantId harbour = TenantId.next();
    CurrentMember ada = Till.customer(harbour, "Ada");
    CurrentMember ben = staff();

    @BeforeEach
    void people() {
        vendor.heal();
        complaints.heal();
        harbour = Till.business(tenants);
        ada = Till.customer(harbour, "Ada");
        ben = staff();
    }

    private CurrentMember staff() {
        return new CurrentMember(
                harbour,
                MemberId.next(),
                null,
                "Ben",
                Set.of(Role.STAFF),
                Set.of(
                        "collect:payments",
                        "read:payments",
                        "refund:payments",
                        "read:disputes",
                        "answer:disputes",
                        "attach:documents"));
    }

    @Test
    void theMoneyGoesFromTheGatewayToTheDisputes() {
        Payment payment = pay();

        Dispute dispute = complain(payment, PAID);

        assertThat(dispute.stage()).isEqualTo(DisputeStage.NEEDS_RESPONSE);
        assertThat(balance("clearing:unreliable")).isZero();
        assertThat(balance("disputes")).isEqualTo(PAID);
        assertThat(balance("revenue")).isEqualTo(PAID);
        assertSound(2);
    }

    @Test
    void aPartOfThePaymentIsTakenBackInPart() {
        complain(pay(), PART);

        assertThat(balance("clearing:unreliable")).isEqualTo(PAID - PART);
        assertThat(balance("disputes")).isEqualTo(PART);
    }

    /** A bank asks before it takes anything back. */
    @Test
    void anInquiryTakesNothingUntilItBecomesADispute() {
        Payment payment = pay();
        String reference = complaint(payment, PART, null);
        complaints.onlyAsk(reference);
        in(() -> disputes.changed(UnreliableGateway.NAME, reference));
        assertThat(balance("disputes")).isZero();
        assertThat(in(() -> refunding.refundable(payment))).isEqualTo(Money.of(PAID, "NGN"));

        complaints.takeBack(reference);
        in(() -> disputes.changed(UnreliableGateway.NAME, reference));

        assertThat(balance("disputes")).isEqualTo(PART);
        assertThat(in(() -> refunding.refundable(payment))).isEqualTo(Money.of(PAID - PART, "NGN"));
    }

    @Test
    void whatIsWonComesBackOnce() {
        Dispute dispute = complain(pay(), PART);
        complaints.decide(dispute.reference(), Stage.WON);

        hear(dispute);
        hear(dispute);

        assertThat(now(dispute).stage()).isEqualTo(DisputeStage.WON);
        assertThat(now(dispute).decidedAt()).isNotNull();
        assertThat(balance("clearing:unreliable")).isEqualTo(PAID);
        assertThat(balance("disputes")).isZero();
        assertSound(3);
        assertThat(in(() -> courtroom.events("DisputeDecided"))).isEqualTo(1);
    }

    @Test
    void whatIsLostStaysAsTheLossThatItIs() {
        Dispute dispute = complain(pay(), PART);
        complaints.decide(dispute.reference(), Stage.UNDER_REVIEW);
        hear(dispute);
        complaints.decide(dispute.reference(), Stage.LOST);
        hear(dispute);

        assertThat(now(dispute).stage()).isEqualTo(DisputeStage.LOST);
        assertThat(balance("disputes")).isEqualTo(PART);
        assertSound(2);
    }

    @Test
    void oneThatWasDecidedBeforeWeHeardOfItIsBookedWhole() {
        String reference = complaint(pay(), PART);
        complaints.decide(reference, Stage.WON);

        in(() -> disputes.changed(UnreliableGateway.NAME, reference));

        assertThat(balance("disputes")).isZero();
        assertSound(3);
        assertThat(in(() -> courtroom.events("DisputeOpened"))).isEqualTo(1);
        assertThat(in(() -> courtroom.events("DisputeDecided"))).isEqualTo(1);
    }

    @Test
    void oneThatWasWonAndIsTakenUpAgainTakesTheMoneyAgain() {
        Dispute dispute = complain(pay(), PART);
        for (Stage stage : List.of(Stage.WON, Stage.UNDER_REVIEW, Stage.WON, Stage.LOST)) {
            complaints.decide(dispute.reference(), stage);
            hear(dispute);
        }

        assertThat(now(dispute).stage()).isEqualTo(DisputeStage.LOST);
        assertThat(balance("disputes")).isEqualTo(PART);
        assertThat(balance("clearing:unreliable")).isEqualTo(PAID - PART);
        assertSound(6);
    }

    @Test
    void twentyWordsAtOnceAreOneDispute() throws Exception {
        Payment payment = pay();
        String reference = complaint(payment, PART);

        together(20, () -> {
            disputes.changed(UnreliableGateway.NAME, reference);
            return true;
        });

        assertThat(disputes(payment)).hasSize(1);
        assertThat(balance("disputes")).isEqualTo(PART);
        assertSound(2);
        assertThat(in(() -> courtroom.events("DisputeOpened"))).isEqualTo(1);
        assertThat(in(courtroom::words)).isZero();
    }

    /** Whoever has read what is old by now does not write it over what is new. */
    @Test
    void wordsThatCrossEachOtherEndInTheNewest() throws Exception {
        Dispute dispute = complain(pay(), PART);
        complaints.reads.set(0);
        complaints.onRead = () -> {
            switch (complaints.reads.get()) {
                case 5 -> complaints.decide(dispute.reference(), Stage.UNDER_REVIEW);
                case 10 -> complaints.decide(dispute.reference(), Stage.WON);
                default -> {}
            }
        };

        together(20, () -> {
            disputes.changed(UnreliableGateway.NAME, dispute.reference());
            return true;
        });

        assertThat(now(dispute).stage()).isEqualTo(DisputeStage.WON);
        assertThat(balance("disputes")).isZero();
        assertSound(3);
    }

    @Test
    void aComplaintThatIsHeardOfBeforeItsChargeLooksThatUpFirst() {
        vendor.onCharge = Fault.AFTER;
        Payment unknown = pay();
        assertThat(unknown.status()).isEqualTo(PaymentStatus.UNKNOWN);

        complain(unknown, PART);

        assertThat(in(() -> checkout.find(ben, unknown.id())).status()).isEqualTo(PaymentStatus.SUCCEEDED);
        assertThat(balance("disputes")).isEqualTo(PART);
        assertSound(2);
    }

    @Test
    void aComplaintAboutAChargeThatNobodyKnowsYetWaitsForIt() {
        vendor.onCharge = Fault.AFTER;
        Payment unknown = pay();
        String reference = complaints.complain(null, "u-" + attempt(unknown), Money.of(PART, "NGN"), null);

        in(() -> disputes.changed(UnreliableGateway.NAME, reference));
        assertThat(disputes(unknown)).isEmpty();
        assertThat(in(courtroom::words)).isEqualTo(1);
        clock.pass(Duration.ofMinutes(2));
        courtroom.look();
        assertThat(disputes(unknown)).isEmpty();

        unresolved.resolve();
        clock.pass(Duration.ofMinutes(10));
        courtroom.look();

        assertThat(disputes(unknown)).hasSize(1);
        assertThat(in(courtroom::words)).isZero();
        assertThat(balance("disputes")).isEqualTo(PART);
    }

    @Test
    void aGatewayThatIsSilentIsAskedAgain() {
        Payment payment = pay();
        String reference = complaint(payment, PART);
        complaints.dead = true;
        in(() -> disputes.changed(UnreliableGateway.NAME, reference));
        complaints.dead = false;

        clock.pass(Duration.ofMinutes(2));
        courtroom.look();

        assertThat(disputes(payment)).hasSize(1);
    }

    @Test
    void aWordThatWasLostIsFoundWhenTheTimeIsOver() {
        Dispute dispute = complain(pay(), PART);
        complaints.decide(dispute.reference(), Stage.LOST);

        clock.pass(Duration.ofDays(6));
        courtroom.look();
        clock.pass(Duration.ofDays(1).plusHours(1));
        courtroom.look();

        assertThat(now(dispute).stage()).isEqualTo(DisputeStage.LOST);
    }

    @Test
    void anAnswerIsSentOnceThoughTheGatewaysWordIsLost() {
        Dispute dispute = complain(pay(), PART);
        complaints.mute = true;
        courtroomContest(dispute, "k");
        assertThat(answers(dispute)).containsExactly("contest pending");
        complaints.mute = false;

        clock.pass(Duration.ofMinutes(2));
        courtroom.look();

        assertThat(answers(dispute)).containsExactly("contest sent");
        assertThat(now(dispute).stage()).isEqualTo(DisputeStage.UNDER_REVIEW);
        assertThat(complaints.contested).hasValue(1);
    }

    @Test
    void anAnswerThatDidNotArriveIsSentAgain() {
        Dispute dispute = complain(pay(), PART);
        complaints.deaf = true;
        courtroomContest(dispute, "k");
        clock.pass(Duration.ofMinutes(2));
        courtroom.look();
        assertThat(answers(dispute)).containsExactly("contest pending");
        complaints.deaf = false;

        clock.pass(Duration.ofMinutes(10));
        courtroom.look();

        assertThat(answers(dispute)).containsExactly("contest sent");
        assertThat(now(dispute).stage()).isEqualTo(DisputeStage.UNDER_REVIEW);
    }

    @Test
    void anAnswerThatNeverArrivesIsGivenUpAndMayBeGivenAnew() {
        Dispute dispute = complain(pay(), PART, null);
        complaints.deaf = true;
        courtroomContest(dispute, "k");
        for (int i = 0; i < 22; i++) {
            clock.pass(Duration.ofMinutes(61));
            courtroom.look();
        }
        assertThat(answers(dispute)).containsExactly("contest failed");
        complaints.deaf = false;

        courtroomContest(dispute, "l");

        assertThat(answers(dispute)).containsExactly("contest sent", "contest failed");
    }

    @Test
    void manyWhoAnswerAtOnceGiveOneAnswer() throws Exception {
        Dispute dispute = complain(pay(), PART);

        List<Object> outcomes = together(
                10,
                () -> courtroom.contest(
                        ben, dispute, "It was done.", UUID.randomUUID().toString()));

        assertThat(outcomes.stream().filter(Dispute.class::isInstance)).hasSize(1);
        assertThat(complaints.contested).hasValue(1);
        assertThat(in(() -> courtroom.trail(dispute.id().value()))).containsExactly("dispute.answered");
    }

    @Test
    void filesThatTheGatewayDoesNotTakeAreNotEvenTried() {
        Dispute dispute = complain(pay(), PART);
        attach(dispute);
        attach(dispute);
        List.of(
                        new Enclosures(10, 1_000_000, Set.of("image/png")),
                        new Enclosures(1, 1_000_000, Set.of()),
                        new Enclosures(10, 100, Set.of()))
                .forEach(takes -> {
                    complaints.takes = takes;
                    assertThatExceptionOfType(Refusal.class)
                            .isThrownBy(() -> courtroomContest(dispute, "k"))
                            .withMessageStartingWith("The gateway takes");
                });
        assertThat(answers(dispute)).isEmpty();

        complaints.takes = new Enclosures(2, 1_000_000, Set.of("application/pdf"));
        courtroomContest(dispute, "k");

        assertThat(answers(dispute)).containsExactly("contest sent");
    }

    private void attach(Dispute dispute) {
        in(() -> documents.attach(
                ben,
                new NewDocument(
                        new Subject("dispute", dispute.id().value()),
                        "signed.pdf",
                        false,
                        null,
                        target -> Files.writeString(target, DisputePagesTests.PDF))));
    }

    @Test
    void theSameKeyAnswersOnce() {
        Dispute dispute = complain(pay(), PART);

        courtroomContest(dispute, "k");
        courtroomContest(dispute, "k");

        assertThat(complaints.contested).hasValue(1);
    }

    @Test
    void whatIsAcceptedIsLost() {
        Dispute dispute = complain(pay(), PART);

        Dispute accepted = in(() -> courtroom.accept(ben, dispute, "k"));

        assertThat(accepted.stage()).isEqualTo(DisputeStage.ACCEPTED);
        assertThat(balance("disputes")).isEqualTo(PART);
        assertThat(in(() -> courtroom.trail(dispute.id().value()))).containsExactly("dispute.accepted");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> courtroomContest(dispute, "l"))
                .matches(refusal -> refusal.code().equals("wrong-stage"));
    }

    @Test
    void whatTheGatewayHasTakenBackIsNotGivenBackBeside() {
        Payment payment = pay();
        Dispute dispute = complain(payment, PART);

        assertThatExceptionOfType(PaymentRefused.RefundTooLarge.class).isThrownBy(() -> refund(payment, PAID));
        assertThat(refund(payment, null).amount()).isEqualTo(Money.of(PAID - PART, "NGN"));
        assertThatExceptionOfType(PaymentRefused.NothingToRefund.class).isThrownBy(() -> refund(payment, null));
        complaints.decide(dispute.reference(), Stage.WON);
        hear(dispute);

        assertThat(refund(payment, null).amount()).isEqualTo(Money.of(PART, "NGN"));
        assertThat(balance("clearing:unreliable")).isZero();
    }

    @Test
    void aPaymentThatWasGivenBackMayBeTakenBackBeside() {
        Payment payment = pay();
        refund(payment, PAID);

        complain(payment, PAID);

        assertThat(balance("clearing:unreliable")).isEqualTo(-PAID);
        assertThat(balance("disputes")).isEqualTo(PAID);
        assertSound(3);
    }

    private Payment pay() {
        UUID bill = in(() -> bills.bill(harbour, ada.id(), PAID));
        return in(() -> checkout.pay(
                ada,
                wish(bill, UnreliableGateway.NAME, UnreliableGateway.CARD),
                UUID.randomUUID().toString()));
    }

    private UUID attempt(Payment payment) {
        return in(() -> checkout.attempts(payment)).getFirst().id().value();
    }

    private String complaint(Payment payment, long amount) {
        return complaint(payment, amount, clock.instant().plus(Duration.ofDays(7)));
    }

    private String complaint(Payment payment, long amount, @Nullable Instant dueBy) {
        return complaints.complain(attempt(payment), null, Money.of(amount, "NGN"), dueBy);
    }

    private Dispute complain(Payment payment, long amount) {
        return complain(payment, amount, clock.instant().plus(Duration.ofDays(7)));
    }

    private Dispute complain(Payment payment, long amount, @Nullable Instant dueBy) {
        String reference = complaint(payment, amount, dueBy);
        in(() -> disputes.changed(UnreliableGateway.NAME, reference));
        return disputes(payment).getFirst();
    }

    private void hear(Dispute dispute) {
        in(() -> disputes.changed(UnreliableGateway.NAME, dispute.reference()));
    }

    private List<Dispute> disputes(Payment payment) {
        return in(() -> disputes.of(payment.id().value()));
    }

    private Dispute now(Dispute dispute) {
        return in(() -> disputes.of(dispute.payment())).stream()
                .filter(it -> it.id().equals(dispute.id()))
                .findFirst()
                .orElseThrow();
    }

    private void courtroomContest(Dispute dispute, String key) {
        in(() -> courtroom.contest(ben, dispute, "It was done as agreed.", key));
    }

    private List<String> answers(Dispute dispute) {
        return in(() -> courtroom.answers(dispute));
    }

    private Refund refund(Payment payment, @Nullable Long amount) {
        return in(() -> refunding.refund(
                ben,
                payment.id(),
                amount == null ? null : Money.of(amount, "NGN"),
                null,
                UUID.randomUUID().toString()));
    }

    private long balance(String address) {
        return in(() -> books.balance(address, "NGN"));
    }

    private void assertSound(long entries) {
        assertThat(in(books::entries)).isEqualTo(entries);
        assertThat(in(books::faults)).isZero();
    }

    /** What each of them got: an answer, or the refusal that was thrown. */
    private List<Object> together(int many, Supplier<?> work) throws Exception {
        var ready = new CountDownLatch(many);
        var futures = new ArrayList<Future<Object>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) {
                futures.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return CurrentTenant.call(harbour, work::get);
                }));
            }
        }
        var outcomes = new ArrayList<>();
        for (Future<Object> future : futures) {
            outcomes.add(outcome(future));
        }
        return outcomes;
    }

    private static Object outcome(Future<Object> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Refusal refusal) {
                return refusal;
            }
            throw e;
        }
    }

    private <T> T in(Supplier<T> work) {
        return CurrentTenant.call(harbour, work::get);
    }

    private void in(Runnable work) {
        CurrentTenant.run(harbour, work);
    }
}
