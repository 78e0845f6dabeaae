package com.gmservices.payments;

import static com.gmservices.payments.Till.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.gmservices.money.Money;
import com.gmservices.payments.UnreliableGateway.Fault;
import com.gmservices.payments.gateway.ChargeOutcome.AwaitingCustomer;
import com.gmservices.payments.gateway.ChargeOutcome.Captured;
import com.gmservices.tenancy.CurrentTenant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Many at once, on real threads and real transactions. */
class PaymentRacesTests extends AtTheTill {

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    Attempts attempts;

    @Autowired
    Settlement settlement;

    @Test
    void oneKeyFiftyTimesIsOnePayment() throws Exception {
        List<Object> answers =
                together(50, i -> () -> checkout.pay(ada, wish(bill, "sandbox", "sandbox_ok"), "the key"));

        assertThat(answers).hasSize(50).allMatch(Payment.class::isInstance);
        assertThat(answers.stream().map(it -> ((Payment) it).id()).distinct()).hasSize(1);
        assertThat(charges()).isEqualTo(1);
        assertThat(in(() -> bills.stillDue(bill))).isZero();
    }

    @Test
    void fiftyTabsPayOnce() throws Exception {
        List<Object> answers =
                together(50, i -> () -> checkout.pay(ada, wish(bill, "sandbox", "sandbox_ok"), "tab " + i));

        assertThat(answers.stream().filter(Payment.class::isInstance)).hasSize(1);
        assertThat(answers.stream().filter(it -> !(it instanceof Payment)))
                .allMatch(it -> it instanceof PaymentRefused.UnderWay || it instanceof PaymentRefused.NothingDue);
        assertThat(charges()).isEqualTo(1);
        assertThat(in(() -> bills.stillDue(bill))).isZero();
    }

    @Test
    void tabsThatKeepReplacingEachOtherTakeTheMoneyOnce() throws Exception {
        String[] methods = {"sandbox_action", "sandbox_ok", "sandbox_declined", null};
        together(40, i -> () -> checkout.pay(ada, wish(bill, "sandbox", methods[i % 4]), "tab " + i));

        assertThat(charges()).isLessThanOrEqualTo(1);
        assertThat(in(() -> bills.stillDue(bill))).isEqualTo(charges() == 1 ? 0 : DUE);
        assertThat(open()).isLessThanOrEqualTo(1);
    }

    @Test
    void aPaymentThatWaitsIsConfirmedOnce() throws Exception {
        Payment waiting = in(() -> checkout.pay(ada, wish(bill, "sandbox", null), "k"));

        List<Object> answers =
                together(20, i -> () -> checkout.confirm(ada, waiting.id(), null, Try.of("sandbox_ok"), null));

        assertThat(answers.stream().filter(Payment.class::isInstance)).hasSize(1);
        assertThat(charges()).isEqualTo(1);
    }

    @Test
    void manyTogetherGiveBackNoMoreThanWasTaken() throws Exception {
        Payment paid = in(() -> checkout.pay(ada, wish(bill, "sandbox", "sandbox_ok"), "k"));
        Money third = Money.of(DUE / 3, "NGN");

        List<Object> answers = together(20, i -> () -> refunding.refund(ben, paid.id(), third, null, "refund " + i));

        assertThat(answers.stream().filter(Refund.class::isInstance)).hasSize(3);
        assertThat(answers.stream().filter(it -> !(it instanceof Refund)))
                .allMatch(PaymentRefused.RefundTooLarge.class::isInstance);
        assertThat(in(() -> checkout.find(ben, paid.id())).refunded()).isEqualTo(paid.captured());
        assertThat(count("select sum(refunded) from payments.sandbox_charge where tenant_id = ?"))
                .isEqualTo(DUE);
    }

    @Test
    void oneKeyTwentyTimesIsOneRefund() throws Exception {
        Payment paid = in(() -> checkout.pay(ada, wish(bill, "sandbox", "sandbox_ok"), "k"));

        List<Object> answers =
                together(20, i -> () -> refunding.refund(ben, paid.id(), Money.of(100, "NGN"), null, "the key"));

        assertThat(answers).allMatch(Refund.class::isInstance);
        assertThat(in(() -> checkout.find(ben, paid.id())).refunded()).isEqualTo(Money.of(100, "NGN"));
    }

    @Test
    void anAnswerThatHadToWaitFindsThePaymentAsItIsByThen() {
        vendor.onCharge = Fault.AFTER;
        Payment unknown = in(() -> checkout.pay(ada, wish(bill, UnreliableGateway.NAME, UnreliableGateway.CARD), "k"));
        Attempt attempt = in(() -> transactions.execute(status -> attempts.findOpen(unknown.id())))
                .orElseThrow();
        var paid = new Captured("their reference", unknown.amount());

        CompletableFuture<Payment> slower = in(() -> transactions.execute(status -> {
            settlement.settle(attempt, new AwaitingCustomer("https://unreliable.example", null));
            var answer = CompletableFuture.supplyAsync(() -> in(() -> settlement.settle(attempt, paid)));
            await().until(() -> answer.isDone() || somebodyWaits());
            return answer;
        }));

        assertThat(slower.join().status()).isEqualTo(PaymentStatus.SUCCEEDED);
    }

    private boolean somebodyWaits() {
        return jdbc.sql("select exists (select from pg_locks where not granted)")
                .query(Boolean.class)
                .single();
    }

    /** What each of them got: an answer, or the refusal that was thrown. */
    private List<Object> together(int many, IntFunction<Supplier<?>> work) throws Exception {
        var ready = new CountDownLatch(many);
        var futures = new ArrayList<Future<Object>>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < many; i++) {
                Supplier<?> one = work.apply(i);
                futures.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return CurrentTenant.call(harbour, () -> one.get());
                }));
            }
        }
        var answers = new ArrayList<>();
        for (Future<Object> future : futures) {
            answers.add(answer(future));
        }
        return answers;
    }

    private static Object answer(Future<Object> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof PaymentRefused refusal) {
                return refusal;
            }
            throw e;
        }
    }

    private long charges() {
        return count("select count(*) from payments.sandbox_charge where tenant_id = ? and status = 'captured'");
    }

    private long open() {
        return count(
                "select count(*) from payments.payment where tenant_id = ? and status in ('processing', 'unknown')");
    }

    private long count(String sql) {
        return in(() -> transactions.execute(
                status -> jdbc.sql(sql).param(harbour.value()).query(Long.class).single()));
    }
}
