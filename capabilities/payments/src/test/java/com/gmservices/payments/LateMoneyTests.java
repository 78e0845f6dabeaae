package com.gmservices.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.database.Cursor;
import com.gmservices.money.Money;
import com.gmservices.payments.UnreliableGateway.Fault;
import com.gmservices.payments.gateway.NoticeReader.Concern;
import com.gmservices.tenancy.CurrentTenant;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

class LateMoneyTests extends AtTheTill {

    @Autowired
    Tidings tidings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    @Test
    void whatIsStillDueIsPaidWithIt() {
        UUID key = givenUp();

        tell(key);

        assertThat(in(() -> bills.stillDue(bill))).isZero();
        assertThat(balance("clearing:unreliable")).isEqualTo(DUE);
        assertThat(statuses()).containsExactly(PaymentStatus.SUCCEEDED, PaymentStatus.FAILED);
    }

    @Test
    void whatWasPaidMeanwhileGoesBackByItself() {
        UUID key = givenUp();
        in(() -> checkout.pay(ada, Till.wish(bill, "sandbox", "sandbox_ok"), "again"));

        tell(key);
        unresolved.resolve();

        assertThat(vendor.refundsGiven).hasValue(1);
        assertThat(balance("clearing:unreliable")).isZero();
        assertThat(balance("clearing:sandbox")).isEqualTo(DUE);
    }

    @Test
    void toldTwentyTimesAtOnceItIsTakenOnce() throws Exception {
        UUID key = givenUp();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            threads.invokeAll(IntStream.range(0, 20)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        tell(key);
                        return true;
                    })
                    .toList());
        }

        assertThat(statuses()).containsExactly(PaymentStatus.SUCCEEDED, PaymentStatus.FAILED);
        assertThat(in(() -> bills.stillDue(bill))).isZero();
        assertThat(in(() -> books.faults())).isZero();
    }

    /** A charge that never arrived was called off, and the vendor takes the money all the same. */
    private UUID givenUp() {
        vendor.onCharge = Fault.BEFORE;
        in(() -> checkout.pay(ada, Till.wish(bill, UnreliableGateway.NAME, UnreliableGateway.CARD), "k"));
        vendor.heal();
        clock.pass(Duration.ofMinutes(11));
        unresolved.resolve();
        UUID key =
                in(() -> transactions.execute(status -> jdbc.sql("select id from payments.attempt where tenant_id = ?")
                        .param(harbour.value())
                        .query((row, index) -> row.getObject(1, UUID.class))
                        .single()));
        vendor.takesAfterAll(key, Money.of(DUE, "NGN"));
        return key;
    }

    private void tell(UUID key) {
        CurrentTenant.run(harbour, () -> tidings.told(UnreliableGateway.NAME, new Concern.OfCharge(key, null)));
    }

    private List<PaymentStatus> statuses() {
        return in(() -> checkout.list(ben, new Checkout.Listed(null, null, null), Cursor.newest(), 10)).data().stream()
                .map(Payment::status)
                .toList();
    }
}
