package com.gmservices.payments.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.gmservices.audit.Seals;
import com.gmservices.audit.Verifier;
import com.gmservices.database.DatabaseLogin;
import com.gmservices.money.Money;
import com.gmservices.payments.ledger.Statements.Line;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.NewTenant;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
@Import(Books.class)
class LedgerTests {

    static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");

    @Autowired
    Ledger ledger;

    @Autowired
    Books books;

    @Autowired
    Statements statements;

    @Autowired
    Accounts accounts;

    @Autowired
    Days days;

    @Autowired
    Verifier verifier;

    @Autowired
    Seals seals;

    @Autowired
    DatabaseLogin login;

    @Autowired
    Tenants tenants;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    TenantId harbour = TenantId.next();
    CurrentMember ada = admin();
    final MemberId ben = MemberId.next();

    @BeforeEach
    void aBusiness() {
        harbour = TenantId.next();
        String slug = "ledger-" + harbour.value().toString().substring(24);
        in(() -> tenants.found(
                harbour,
                new NewTenant(slug, "Harbour", LAGOS, Currency.getInstance("NGN"), Set.of(Domain.AUTOMOTIVE))));
        ada = admin();
    }

    @Test
    void sayWhatBroughtABalance() {
        charge(5_000);
        charge(7_340);

        List<Line> lines = in(() -> statements.find(Account.clearing("stripe"), "NGN", Statements.NEWEST, 10));

        assertThat(lines).extracting(line -> line.change().amount()).containsExactly(7_340L, 5_000L);
        assertThat(lines).extracting(line -> line.balance().amount()).containsExactly(12_340L, 5_000L);
    }

    @Test
    void aStatementGoesOnWhereItWasLeft() {
        charge(1);
        charge(2);
        charge(3);

        var first = in(() -> statements.find(Account.REVENUE, "NGN", Statements.NEWEST, 2));
        var second =
                in(() -> statements.find(Account.REVENUE, "NGN", first.getLast().number(), 2));

        assertThat(first).extracting(line -> line.change().amount()).containsExactly(3L, 2L);
        assertThat(second).extracting(line -> line.change().amount()).containsExactly(1L);
    }

    @Test
    void bookWhatHasHappenedOnce() {
        Fact fact = fact(UUID.randomUUID(), 5_000);

        assertThat(book(fact)).isPresent();
        assertThat(book(fact)).isEmpty();
        assertThat(balance("revenue")).isEqualTo(5_000);
    }

    @Test
    void aFactThatFailsIsNotBooked() {
        CurrentTenant.run(
                harbour,
                () -> transactions.executeWithoutResult(status -> {
                    ledger.book(fact(UUID.randomUUID(), 5_000));
                    status.setRollbackOnly();
                }));

        assertThat(in(books::entries)).isZero();
        assertThat(balance("revenue")).isZero();
    }

    @Test
    void manyAtOnceKeepEveryBalanceRight() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var done = IntStream.range(0, 80)
                    .mapToObj(i -> pool.submit(() -> i % 2 == 0 ? charge(10 + i) : settle(1 + i)))
                    .toList();
            for (var each : done) {
                each.get();
            }
        }

        assertThat(in(books::faults)).isZero();
        assertThat(in(books::entries)).isEqualTo(80);
    }

    @Test
    void oneOfManyWhoBookTheSameDoes() throws Exception {
        Fact fact = fact(UUID.randomUUID(), 5_000);
        try (var pool = Executors.newFixedThreadPool(8)) {
            var done = IntStream.range(0, 20)
                    .mapToObj(i -> pool.submit(() -> book(fact)))
                    .toList();
            long booked = 0;
            for (var each : done) {
                booked += each.get().stream().count();
            }
            assertThat(booked).isEqualTo(1);
        }
        assertThat(balance("revenue")).isEqualTo(5_000);
    }

    @Test
    void aReversalBringsAllBack() {
        EntryId wrong = charge(5_000);

        EntryId reversal = in(() -> ledger.reverse(ada, wrong, "Booked twice"));

        assertThat(balance("revenue")).isZero();
        assertThat(balance("clearing:stripe")).isZero();
        assertThat(in(() -> ledger.find(wrong)).reversedBy()).isEqualTo(reversal);
        assertThat(in(() -> ledger.find(reversal)).note()).isEqualTo("Booked twice");
        assertThat(in(books::faults)).isZero();
    }

    @Test
    void nothingIsReversedTwice() {
        EntryId wrong = charge(5_000);
        EntryId reversal = in(() -> ledger.reverse(ada, wrong, "Booked twice"));

        assertThatExceptionOfType(LedgerRefused.AlreadyReversed.class)
                .isThrownBy(() -> in(() -> ledger.reverse(ada, wrong, "Again")));
        assertThatExceptionOfType(LedgerRefused.AlreadyReversed.class)
                .isThrownBy(() -> in(() -> ledger.reverse(ada, reversal, "Back again")));
    }

    @Test
    void theTrialBalanceOfADayKnowsNothingOfTheNext() {
        charge(5_000);
        LocalDate today = LocalDate.now(Clock.system(LAGOS));

        var balance = in(() -> TrialBalance.of(days.until(today))).getFirst();

        assertThat(balance.isBalanced()).isTrue();
        assertThat(balance.debits()).isEqualTo(naira(5_000));
        assertThat(in(() -> days.until(today.minusDays(1)))).isEmpty();
    }

    @Test
    void currenciesStandSideBySide() {
        charge(5_000);
        book(new Fact(
                Fact.Type.CHARGE,
                UUID.randomUUID(),
                null,
                List.of(new Posting(Account.clearing("stripe"), Account.REVENUE, Money.of(900, "JPY")))));

        assertThat(in(() -> accounts.find(Account.REVENUE)))
                .extracting(it -> it.balance().toString())
                .containsExactly("JPY 900", "NGN 50.00");
    }

    @Test
    void whoServesCanNeitherChangeNorRemove() {
        charge(5_000);

        for (String change : List.of(
                "update payments.ledger_posting set amount = 1",
                "update payments.ledger_entry set note = 'x'",
                "delete from payments.ledger_posting",
                "delete from payments.ledger_entry",
                "update payments.ledger_account set heading = 'tax'",
                "delete from payments.ledger_unsealed")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(change)
                    .isThrownBy(() -> in(() -> jdbc.sql(change).update()));
        }
    }

    @Test
    void anAmountThatTheOwnerOfTheDatabaseAltersIsFound() {
        charge(5_000);
        charge(7_000);
        seals.seal(Entries.CHAIN, harbour);
        assertThat(verifier.verify(Entries.CHAIN, harbour).position()).isEqualTo(2);

        JdbcClient.create(new DriverManagerDataSource(
                        login.url(), login.owner().user(), login.owner().password()))
                .sql("update payments.ledger_posting set amount = 6000 where tenant_id = ? and amount = 7000")
                .param(harbour.value())
                .update();

        assertThat(verifier.verify(Entries.CHAIN, harbour).fault()).contains("at 2 was altered");
    }

    @Test
    void nobodyReadsAnothersBooks() {
        EntryId entry = charge(5_000);
        TenantId stranger = TenantId.next();

        assertThatExceptionOfType(LedgerRefused.NotFound.class)
                .isThrownBy(() -> CurrentTenant.call(stranger, () -> ledger.find(entry)));
        assertThat(CurrentTenant.<Long, RuntimeException>call(stranger, books::entries))
                .isZero();
    }

    @Test
    void aPostingMovesSomethingFromOneAccountToAnother() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Posting(Account.BANK, Account.REVENUE, naira(0)));
        assertThatIllegalArgumentException().isThrownBy(() -> new Posting(Account.BANK, Account.BANK, naira(1)));
    }

    private EntryId charge(long amount) {
        return book(fact(UUID.randomUUID(), amount)).orElseThrow();
    }

    /** Locks other accounts, and some of the same. */
    private EntryId settle(long amount) {
        return book(new Fact(
                        Fact.Type.SETTLEMENT,
                        UUID.randomUUID(),
                        null,
                        List.of(
                                new Posting(Account.BANK, Account.clearing("stripe"), naira(amount)),
                                new Posting(Account.fees("stripe"), Account.clearing("stripe"), naira(1)))))
                .orElseThrow();
    }

    private Fact fact(UUID source, long amount) {
        return new Fact(
                Fact.Type.CHARGE,
                source,
                null,
                List.of(
                        new Posting(Account.clearing("stripe"), Account.customer(ben), naira(amount)),
                        new Posting(Account.customer(ben), Account.REVENUE, naira(amount))));
    }

    private Optional<EntryId> book(Fact fact) {
        return in(() -> ledger.book(fact));
    }

    private long balance(String address) {
        return in(() -> books.balance(address, "NGN"));
    }

    private CurrentMember admin() {
        return new CurrentMember(
                harbour, MemberId.next(), null, "Ada", Set.of(Role.ADMIN), Set.of("read:ledger", "correct:ledger"));
    }

    private <T> T in(Supplier<T> work) {
        return CurrentTenant.call(harbour, () -> transactions.execute(status -> work.get()));
    }

    private static Money naira(long amount) {
        return Money.of(amount, "NGN");
    }
}
