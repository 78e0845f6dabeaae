package com.gmservices.payments.paystack;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Charge;
import com.gmservices.payments.gateway.ChargeOutcome;
import com.gmservices.payments.gateway.ChargeOutcome.AwaitingCustomer;
import com.gmservices.payments.gateway.ChargeOutcome.Canceled;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.payments.gateway.ChargeOutcome.Declined;
import com.gmservices.payments.gateway.ChargeOutcome.NotReached;
import com.gmservices.payments.gateway.ChargeOutcome.Unknown;
import com.gmservices.payments.gateway.Means;
import com.gmservices.payments.gateway.PaymentGateway;
import com.gmservices.payments.gateway.RefundOutcome;
import com.gmservices.payments.gateway.RefundOutcome.Refunded;
import com.gmservices.payments.gateway.RefundOutcome.Refused;
import com.gmservices.payments.gateway.Repayment;
import com.gmservices.payments.gateway.SavedMeansContract;
import com.gmservices.payments.vendor.FakeServer.Trouble;
import com.gmservices.tenancy.CurrentTenant;
import java.net.URI;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
class PaystackGatewayTests extends SavedMeansContract {

    private static final String SILENT = "AUTH_silent";

    @Autowired
    AskedRefunds asked;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Clock clock;

    FakePaystack vendor = new FakePaystack();
    PaystackGateway paystack;
    UUID key = UUID.randomUUID();

    @BeforeEach
    void open() {
        paystack = gateway(vendor.url(), asked);
    }

    private static PaystackGateway gateway(URI base, AskedRefunds asked) {
        PaystackCalls calls = Fixtures.calls(base);
        return new PaystackGateway(calls, new PaystackRefunds(calls, new PaystackPages(calls), asked));
    }

    @AfterEach
    void close() {
        vendor.close();
    }

    @Test
    void keepsACardThatCanBeChargedAgain() {
        charge(page());
        vendor.sale(key).pay();

        Captured captured = (Captured) lookUp(page()).orElseThrow();

        assertThat(captured.kept())
                .isEqualTo(new Means(FakePaystack.GOOD, "ada@example.com", "visa", "4081", YearMonth.of(2034, 12)));
        Charge later = Fixtures.charge(UUID.randomUUID(), null, Money.of(500, "NGN"), captured.kept());
        assertThat(charge(later)).isInstanceOf(Captured.class);
    }

    @Test
    void sendsThePayerToItsPage() {
        assertThat(charge(page()))
                .isInstanceOfSatisfying(
                        AwaitingCustomer.class,
                        it -> assertThat(it.continueAt()).isEqualTo("https://checkout.paystack.com/" + it.reference()));
    }

    @Test
    void asksForAnEMailAddress() {
        Charge charge = page();
        var nameless = new Charge(
                charge.key(),
                null,
                charge.amount(),
                PaymentGateway.PAGE,
                null,
                false,
                false,
                new Charge.Payer(UUID.randomUUID(), "Ada Obi", null),
                charge.description(),
                charge.returnTo());

        assertThat(charge(nameless))
                .isInstanceOfSatisfying(
                        Declined.class, it -> assertThat(it.code()).isEqualTo("email_needed"));
        assertThat(vendor.asked("POST")).isZero();
    }

    @Test
    void whatIsCalledOffCanStillBePaidAtItsPageAndIsFoundThen() {
        AwaitingCustomer open = (AwaitingCustomer) charge(page());
        Charge charge = Fixtures.charge(key, open.reference(), Money.of(1_000, "NGN"), null);
        assertThat(CurrentTenant.call(harbour, () -> paystack.callOff(charge))).isInstanceOf(Canceled.class);

        vendor.sale(key).pay();

        assertThat(lookUp(charge)).containsInstanceOf(Captured.class);
    }

    @Test
    void aPageThatNobodyEverSawIsGivenUp() {
        vendor.trouble("POST /transaction/initialize", Trouble.SILENT_AFTER);

        assertThat(charge(page())).isInstanceOf(Unknown.class);
        assertThat(lookUp(page())).containsInstanceOf(Canceled.class);
    }

    @Test
    void aSavedCardThatTheBankAsksAboutSendsThePayerThere() {
        Charge charge = Fixtures.charge(key, null, Money.of(1_000, "NGN"), Fixtures.card(FakePaystack.ASKED_ABOUT));

        assertThat(charge(charge)).isInstanceOf(AwaitingCustomer.class);
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT_AFTER", "BROKEN_AFTER", "UNREADABLE_AFTER"})
    void moneyThatWasTakenWithoutAnAnswerIsFoundAndTakenOnce(Trouble trouble) {
        vendor.trouble("POST /transaction/charge_authorization", trouble);

        assertThat(charge(card())).isInstanceOf(Unknown.class);
        assertThat(charge(card())).isInstanceOf(Captured.class);
        assertThat(taken(key)).isEqualTo(Money.of(1_000, "NGN"));
    }

    @Test
    void whatNeverArrivedIsNotKnown() {
        vendor.trouble("POST /transaction/charge_authorization", Trouble.SILENT_BEFORE);

        assertThat(charge(card())).isInstanceOf(Unknown.class);
        assertThat(lookUp(card())).isEmpty();
    }

    @Test
    void aRefusedConnectionIsNotReachedAndSaysNothingOfWhatWasTaken() {
        PaystackGateway away = gateway(URI.create("http://localhost:1"), asked);

        assertThat(CurrentTenant.call(harbour, () -> away.charge(page()))).isInstanceOf(NotReached.class);
        assertThat(CurrentTenant.call(harbour, () -> away.lookUp(page()))).containsInstanceOf(Unknown.class);
        assertThat(CurrentTenant.call(harbour, () -> away.callOff(page()))).isInstanceOf(Unknown.class);
    }

    @Test
    void tooManyCallsAreNotReached() {
        vendor.trouble("POST /transaction/initialize", Trouble.TOO_MANY);

        assertThat(charge(page())).isInstanceOf(NotReached.class);
    }

    @ParameterizedTest
    @CsvSource({"pending", "processing", "queued"})
    void whatPaystackIsWorkingOnIsUnknownAndCannotBeCalledOff(String status) {
        charge(page());
        vendor.sale(key).status = status;

        assertThat(lookUp(page())).containsInstanceOf(Unknown.class);
        assertThat(CurrentTenant.call(harbour, () -> paystack.callOff(page()))).isInstanceOf(Unknown.class);
    }

    @Test
    void tellsAPoorAccountFromADecline() {
        assertThat(charge(Fixtures.charge(key, null, Money.of(1_000, "NGN"), Fixtures.card(FakePaystack.POOR))))
                .isInstanceOfSatisfying(
                        Declined.class, it -> assertThat(it.code()).isEqualTo("insufficient_funds"));
        assertThat(charge(Fixtures.charge(UUID.randomUUID(), null, Money.of(1, "NGN"), Fixtures.card("AUTH_gone"))))
                .isInstanceOfSatisfying(
                        Declined.class, it -> assertThat(it.code()).isEqualTo("method_gone"));
    }

    @ParameterizedTest
    @CsvSource({"NGN, 1050, 1050", "GHS, 1050, 1050", "KES, 1050, 1050", "USD, 1050, 1050", "XOF, 1050, 105000"})
    void writesAmountsInSubunits(String currency, long amount, long subunits) {
        Charge charge = Fixtures.charge(key, null, Money.of(amount, currency), Fixtures.card(FakePaystack.GOOD));

        assertThat(charge(charge))
                .isInstanceOfSatisfying(
                        Captured.class, it -> assertThat(it.amount()).isEqualTo(Money.of(amount, currency)));
        assertThat(vendor.taken(key)).isEqualTo(subunits);
    }

    @Test
    void knowsItsCurrenciesAndNoOthers() {
        assertThat(Stream.of("NGN", "GHS", "ZAR", "KES", "USD", "XOF"))
                .allMatch(it -> paystack.knows(Currency.getInstance(it)));
        assertThat(Stream.of("EUR", "JPY", "KWD")).noneMatch(it -> paystack.knows(Currency.getInstance(it)));
    }

    @ParameterizedTest
    @EnumSource(names = {"SILENT_AFTER", "BROKEN_AFTER", "UNREADABLE_AFTER"})
    void aRefundWithoutAnAnswerIsFoundAndGivenBackOnce(Trouble trouble) {
        charge(card());
        UUID refund = UUID.randomUUID();
        vendor.trouble("POST /refund", trouble);

        assertThat(refund(refund, 600)).isInstanceOf(RefundOutcome.Unknown.class);
        vendor.refunds.begin = "processed";
        assertThat(refund(refund, 600)).isInstanceOf(RefundOutcome.Unknown.class);

        assertThat(vendor.refunds.givenBack(key)).isEqualTo(600);
        assertThat(vendor.asked("POST /refund")).isEqualTo(1);
    }

    @Test
    void twoWhoGiveBackAtOnceGiveBackOnce() throws Exception {
        charge(card());
        UUID refund = UUID.randomUUID();

        try (var both = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<RefundOutcome> one = () -> refund(refund, 300);
            both.invokeAll(List.of(one, one, one));
        }

        assertThat(vendor.refunds.givenBack(key)).isEqualTo(300);
    }

    @Test
    void aRefundThatNeverArrivedIsAskedForAgainWhenItsTimeIsUp() {
        charge(card());
        UUID refund = UUID.randomUUID();
        vendor.trouble("POST /refund", Trouble.SILENT_BEFORE);
        assertThat(refund(refund, 600)).isInstanceOf(RefundOutcome.Unknown.class);
        assertThat(refund(refund, 600)).isInstanceOf(RefundOutcome.Unknown.class);
        assertThat(vendor.refunds.givenBack(key)).isZero();

        paystack =
                gateway(vendor.url(), new AskedRefunds(jdbc, transactions, Clock.offset(clock, AskedRefunds.PATIENCE)));
        refund(refund, 600);

        assertThat(vendor.refunds.givenBack(key)).isEqualTo(600);
    }

    @Test
    void aRefundThatWasNotAskedForIsAskedForAtOnceTheNextTime() {
        charge(card());
        UUID refund = UUID.randomUUID();
        vendor.trouble("POST /refund", Trouble.TOO_MANY);

        assertThat(refund(refund, 600)).isInstanceOf(RefundOutcome.Unknown.class);
        refund(refund, 600);

        assertThat(vendor.refunds.givenBack(key)).isEqualTo(600);
    }

    @Test
    void findsItsRefundBehindManyOthers() {
        charge(card());
        UUID refund = UUID.randomUUID();
        Stream.generate(UUID::randomUUID).limit(5).forEach(other -> refund(other, 10));
        vendor.trouble("POST /refund", Trouble.SILENT_AFTER);

        refund(refund, 300);
        refund(refund, 300);

        assertThat(vendor.refunds.givenBack(key)).isEqualTo(350);
    }

    @Test
    void aRefundThatTheBankReturnsIsRefused() {
        charge(card());
        UUID refund = UUID.randomUUID();
        RefundOutcome.Unknown begun = (RefundOutcome.Unknown) refund(refund, 600);
        vendor.refunds.become = "failed";

        assertThat(refund(refund, begun.reference(), 600)).isInstanceOf(Refused.class);
    }

    @Test
    void aRefundThatNeedsAttentionWaitsForTheBusiness() {
        charge(card());
        UUID refund = UUID.randomUUID();
        RefundOutcome.Unknown begun = (RefundOutcome.Unknown) refund(refund, 600);
        vendor.refunds.become = "needs-attention";
        assertThat(refund(refund, begun.reference(), 600))
                .isEqualTo(new RefundOutcome.Waiting(String.valueOf(begun.reference()), "payers_account"));

        vendor.refunds.become = "processed";
        assertThat(refund(refund, begun.reference(), 600)).isInstanceOf(Refunded.class);
    }

    private Charge page() {
        return Fixtures.charge(key, null, Money.of(1_000, "NGN"), null);
    }

    private Charge card() {
        return Fixtures.charge(key, null, Money.of(1_000, "NGN"), Fixtures.card(FakePaystack.GOOD));
    }

    private ChargeOutcome charge(Charge charge) {
        return CurrentTenant.call(harbour, () -> paystack.charge(charge));
    }

    private Optional<ChargeOutcome> lookUp(Charge charge) {
        return CurrentTenant.call(harbour, () -> paystack.lookUp(charge));
    }

    private RefundOutcome refund(UUID refund, long amount) {
        return refund(refund, null, amount);
    }

    private RefundOutcome refund(UUID refund, @Nullable String reference, long amount) {
        var repayment = new Repayment(refund, reference, card(), Money.of(amount, "NGN"), null);
        return CurrentTenant.call(harbour, () -> paystack.refund(repayment));
    }

    @Override
    protected PaymentGateway gateway() {
        return paystack;
    }

    @Override
    protected Methods methods() {
        return new Methods(FakePaystack.GOOD, FakePaystack.POOR, PaymentGateway.PAGE, SILENT);
    }

    @Override
    protected @Nullable Means means(String method) {
        return method.startsWith("AUTH_") ? Fixtures.card(method) : null;
    }

    @Override
    protected void loseTheNextAnswer() {
        vendor.trouble("POST /transaction/charge_authorization", Trouble.SILENT_AFTER);
    }

    @Override
    protected boolean callsOff() {
        return false;
    }

    @Override
    protected void customerApproves(UUID charge) {
        vendor.sale(charge).pay();
    }

    @Override
    protected void customerRefuses(UUID charge) {
        vendor.sale(charge).fail("Declined");
    }

    @Override
    protected Money taken(UUID charge) {
        return Money.of(vendor.taken(charge), "NGN");
    }
}
