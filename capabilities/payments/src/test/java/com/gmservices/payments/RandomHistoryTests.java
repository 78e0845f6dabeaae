package com.gmservices.payments;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.database.Cursor;
import com.gmservices.money.Money;
import com.gmservices.payments.dispute.Courtroom;
import com.gmservices.payments.gateway.NoticeReader.Concern;
import com.gmservices.payments.ledger.Books;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Refusal;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Thousands of steps of payers, staff, a moody vendor, jobs and dying processes, and then what must be true whatever has
 * happened. Another history: {@code -Dgm.history.seed=… -Dgm.history.steps=…}.
 */
@SpringBootTest
@Import({Till.class, Books.class})
class RandomHistoryTests {

    private static final long SEED = Long.getLong("gm.history.seed", 20_260_302L);
    private static final int STEPS = Integer.getInteger("gm.history.steps", 10_000);

    @Autowired
    Checkout checkout;

    @Autowired
    Refunding refunding;

    @Autowired
    UnresolvedPayments unresolved;

    @Autowired
    Tidings tidings;

    @Autowired
    MoodyGateway vendor;

    @Autowired
    Bills bills;

    @Autowired
    Courtroom courtroom;

    @Autowired
    Books books;

    @Autowired
    TestClock clock;

    @Autowired
    Tenants tenants;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    private enum Step {
        BILL,
        PAY,
        PAY_AGAIN,
        CONFIRM,
        DECIDE,
        CAPTURE,
        CANCEL,
        REFUND,
        COMPLAIN,
        DECIDE_COMPLAINT,
        TELL,
        TELL_AGAIN,
        VENDOR_RESOLVES,
        JANITOR,
        TIME
    }

    /** Payers come oftener than anything else happens. */
    private static final List<Step> OFTEN = Stream.concat(
                    Stream.of(Step.values()), Stream.of(Step.PAY, Step.PAY, Step.TELL))
            .toList();

    private static final int BILLS_AT_A_TIME = 20;

    private record Bill(UUID id, long amount) {}

    private record Asked(UUID bill, String key, CaptureMethod capture) {}

    private final Random random = new Random(SEED);
    private final List<Bill> made = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final List<Concern> told = new ArrayList<>();
    private final Map<Step, Integer> done = new EnumMap<>(Step.class);
    private TenantId harbour = TenantId.next();
    private CurrentMember ada = Till.customer(harbour, "Ada");
    private CurrentMember ben = Till.staff(harbour, "Ben");

    @AfterEach
    void backToToday() {
        clock.reset();
        vendor.heal();
    }

    @BeforeEach
    void aBusiness() {
        harbour = Till.business(tenants);
        ada = Till.customer(harbour, "Ada");
        ben = Till.staff(harbour, "Ben");
        vendor.begin(random);
        clock.stop();
    }

    @Test
    void whateverHappensTheBooksAreRightAndNobodyPaysTwice() {
        for (int i = 0; i < STEPS; i++) {
            Step step = any(OFTEN);
            try {
                CurrentTenant.run(harbour, () -> take(step));
                done.merge(step, 1, Integer::sum);
            } catch (Refusal | MoodyGateway.ProcessDied expected) {
                // Whoever was refused goes away, and a process that died is started again: the next step.
            } catch (IllegalStateException vendorsLine) {
                assertThat(step).as("%s at step %d", vendorsLine, i).isIn(Step.TELL, Step.TELL_AGAIN);
            }
        }
        settleDown();

        assertThat(done.keySet()).as("every kind of step was taken").containsExactlyInAnyOrder(Step.values());
        assertThat(open()).as("what nobody knows the end of").isEmpty();
        assertThat(sum("captured")).as("what was taken").isEqualTo(vendor.taken());
        assertThat(sum("refunded")).as("what was given back").isEqualTo(vendor.givenBack());
        assertThat(sum("refunding")).isZero();
        assertThat(overpaid())
                .as("bills for which more was kept than they come to")
                .isEmpty();
        assertThat(in(() -> books.faults()))
                .as("accounts that their postings do not come to")
                .isZero();
        assertThat(in(() -> books.balance("disputes", "NGN"))).isEqualTo(vendor.keptByPayers());
        assertThat(in(() -> books.balance("clearing:moody", "NGN")))
                .isEqualTo(vendor.taken() - vendor.givenBack() - vendor.keptByPayers());
        assertThat(in(() -> books.balance("customer:" + ada.id(), "NGN"))).isZero();
        assertThat(sumOfAllAccounts()).isZero();
    }

    private void take(Step step) {
        switch (step) {
            case BILL -> bill();
            case PAY -> pay(new Asked(anyBill(), "key-" + asked.size(), anyCapture()));
            case PAY_AGAIN ->
                pay(asked.isEmpty() ? new Asked(anyBill(), "first", CaptureMethod.AUTOMATIC) : any(asked));
            case CONFIRM -> anyPayment().ifPresent(it -> checkout.confirm(ada, it.id(), null, Try.of("card"), null));
            case DECIDE -> decide();
            case CAPTURE -> anyPayment(PaymentStatus.REQUIRES_CAPTURE).ifPresent(this::capture);
            case CANCEL -> anyPayment().ifPresent(it -> checkout.cancel(ben, it.id()));
            case REFUND -> anyPayment(PaymentStatus.SUCCEEDED).ifPresent(this::refund);
            case COMPLAIN -> anyOf(vendor.captured()).ifPresent(vendor::complain);
            case DECIDE_COMPLAINT -> anyOf(vendor.cases.keySet()).ifPresent(vendor::decide);
            case TELL -> tell();
            case TELL_AGAIN -> tellAgain();
            case VENDOR_RESOLVES -> anyOf(vendor.refunds.keySet()).ifPresent(vendor::resolve);
            case JANITOR -> {
                unresolved.resolve();
                courtroom.look();
            }
            case TIME -> clock.pass(Duration.ofSeconds(1L << random.nextInt(17)));
        }
    }

    private void bill() {
        long amount = 1 + random.nextLong(500_000);
        made.add(new Bill(bills.bill(harbour, ada.id(), amount, amount * random.nextInt(20) / 100), amount));
    }

    private void pay(Asked wish) {
        asked.add(wish);
        boolean deposit = random.nextInt(4) == 0;
        Money amount = deposit ? Money.of(1 + random.nextInt(1_000), "NGN") : null;
        CurrentMember who = deposit || wish.capture() == CaptureMethod.MANUAL ? ben : ada;
        checkout.pay(
                who,
                new Checkout.Wish(
                        Bills.KIND, wish.bill(), MoodyGateway.NAME, Try.of("card"), amount, null, wish.capture()),
                wish.key());
    }

    private void decide() {
        anyOf(vendor.awaitCustomers()).ifPresent(key -> vendor.customerDecides(key, random.nextInt(3) > 0));
    }

    private void capture(Payment payment) {
        long all = payment.amount().amount();
        checkout.capture(ben, payment.id(), Money.of(1 + random.nextLong(all), "NGN"));
    }

    private void refund(Payment payment) {
        long left = payment.captured().amount();
        refunding.refund(
                ben, payment.id(), Money.of(1 + random.nextLong(left), "NGN"), null, "r" + random.nextInt(100_000));
    }

    private void tell() {
        if (!vendor.untold.isEmpty()) {
            Concern next = vendor.untold.remove(random.nextInt(vendor.untold.size()));
            told.add(next);
            try {
                tidings.told(MoodyGateway.NAME, next);
            } catch (RuntimeException | MoodyGateway.ProcessDied triedAgainByItsJob) {
                vendor.untold.add(next);
                throw triedAgainByItsJob;
            }
        }
    }

    private void tellAgain() {
        if (!told.isEmpty()) {
            tidings.told(MoodyGateway.NAME, any(told));
        }
    }

    /** Everybody does their work to the end: the vendor heals, its word arrives, and the jobs run for days. */
    private void settleDown() {
        CurrentTenant.run(harbour, () -> {
            vendor.heal();
            for (int hour = 0; hour < 24 * 9; hour += 3) {
                clock.pass(Duration.ofHours(3));
                while (!vendor.untold.isEmpty()) {
                    tidings.told(MoodyGateway.NAME, vendor.untold.removeFirst());
                }
                unresolved.resolve();
                courtroom.look();
            }
        });
    }

    private UUID anyBill() {
        if (made.isEmpty()) {
            bill();
        }
        List<Bill> latest = made.subList(Math.max(0, made.size() - BILLS_AT_A_TIME), made.size());
        return any(latest).id();
    }

    private CaptureMethod anyCapture() {
        return random.nextInt(4) == 0 ? CaptureMethod.MANUAL : CaptureMethod.AUTOMATIC;
    }

    private Optional<Payment> anyPayment() {
        return anyOf(checkout.list(ben, new Checkout.Listed(null, null, null), Cursor.newest(), 30)
                .data());
    }

    private Optional<Payment> anyPayment(PaymentStatus status) {
        return anyOf(checkout.list(ben, new Checkout.Listed(status, null, null), Cursor.newest(), 30)
                .data());
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private <T> Optional<T> anyOf(Collection<T> of) {
        return of.isEmpty() ? Optional.empty() : Optional.of(any(List.copyOf(of)));
    }

    /** What they are, and where they stand. */
    private List<String> open() {
        return lines("""
                select 'attempt ' || status || ' of ' || started_at || ', looked up ' || look_ups || ' times'
                from payments.attempt where tenant_id = :tenant and look_up_at is not null
                union all
                select 'refund asked for ' || asked || ' times, next at ' || ask_at
                from payments.refund where tenant_id = :tenant and status = 'pending'
                union all
                select 'dispute ' || stage from payments.dispute
                where tenant_id = :tenant and stage in ('needs_response', 'under_review')
                union all
                select 'word of ' || reference from payments.dispute_hearsay where tenant_id = :tenant
                """);
    }

    private long sum(String column) {
        return number("select coalesce(sum(%s), 0) from payments.payment where tenant_id = :tenant".formatted(column));
    }

    private long sumOfAllAccounts() {
        return number(
                "select coalesce(sum(debits - credits), 0) from payments.ledger_account where tenant_id = :tenant");
    }

    /** But for those whose money the vendor does not give back, which those who run the business are told. */
    private List<String> overpaid() {
        return lines("""
                select b.id || ': ' || sum(p.captured - p.refunded) || ' of ' || b.total from bills.bill b
                join payments.payment p on p.tenant_id = b.tenant_id and p.subject = b.id
                where b.tenant_id = :tenant and not exists (
                  select from payments.refund r join payments.payment x on x.tenant_id = r.tenant_id and x.id = r.payment
                  where r.tenant_id = b.tenant_id and x.subject = b.id and r.status = 'failed' and r.key like 'late %')
                group by b.id, b.total having sum(p.captured - p.refunded) > b.total
                """);
    }

    private List<String> lines(String sql) {
        return in(() -> transactions.execute(status -> jdbc.sql(sql)
                .param("tenant", harbour.value())
                .query((row, index) -> row.getString(1))
                .list()));
    }

    private long number(String sql) {
        return in(() -> transactions.execute(status -> jdbc.sql(sql)
                .param("tenant", harbour.value())
                .query((row, index) -> row.getLong(1))
                .single()));
    }

    private <T> T in(Supplier<T> work) {
        return CurrentTenant.call(harbour, work::get);
    }
}
