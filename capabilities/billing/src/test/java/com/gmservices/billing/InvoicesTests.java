package com.gmservices.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.billing.Invoices.Choice;
import com.gmservices.billing.Paper.Kind;
import com.gmservices.database.Cursor;
import com.gmservices.money.Money;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.Domain;
import com.gmservices.tenancy.Member;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Members;
import com.gmservices.tenancy.NewTenant;
import com.gmservices.tenancy.Role;
import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.Tenants;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
class InvoicesTests {

    private static final ZoneId LAGOS = ZoneId.of("Africa/Lagos");

    private final int year = LocalDate.now(LAGOS).getYear();

    @Autowired
    Invoices invoices;

    @Autowired
    OverdueInvoices overdue;

    @Autowired
    Print print;

    @Autowired
    Tenants tenants;

    @Autowired
    Members members;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    TenantId harbour = TenantId.next();
    CurrentMember ada = staff();
    MemberId mia = MemberId.next();

    @BeforeEach
    void aBusiness() {
        harbour = TenantId.next();
        String slug = "billing-" + harbour.value().toString().substring(24);
        in(() -> tenants.found(
                harbour,
                new NewTenant(slug, "Harbour Garage", LAGOS, Currency.getInstance("NGN"), Set.of(Domain.AUTOMOTIVE))));
        ada = staff();
        Member customer = in(() -> members.add(ada, new Members.Contact("Mía Ọlá-Núñez", null, null)));
        mia = customer.id();
    }

    @Test
    void areNumberedOneAfterTheOther() {
        assertThat(invoice(5_000).number()).isEqualTo("INV-%d-00001".formatted(year));
        assertThat(invoice(6_000).number()).isEqualTo("INV-%d-00002".formatted(year));
        assertThat(in(() -> invoices.receipt(draft(UUID.randomUUID(), 6_000, null)))
                        .number())
                .isEqualTo("RCT-%d-00001".formatted(year));
    }

    @Test
    void aFailureLeavesNoGap() {
        invoice(5_000);
        CurrentTenant.run(
                harbour,
                () -> transactions.executeWithoutResult(status -> {
                    invoices.invoice(draft(UUID.randomUUID(), 1, LocalDate.EPOCH));
                    status.setRollbackOnly();
                }));

        assertThat(invoice(6_000).number()).endsWith("-00002");
    }

    @Test
    void manyAtOnceOfWhomSomeFailLeaveNoGap() throws Exception {
        try (var pool = Executors.newFixedThreadPool(8)) {
            var done = IntStream.range(0, 60)
                    .mapToObj(i -> pool.submit(() -> CurrentTenant.call(
                            harbour,
                            () -> transactions.execute(status -> {
                                invoices.invoice(draft(UUID.randomUUID(), 100 + i, LocalDate.EPOCH));
                                if (i % 3 == 0) {
                                    status.setRollbackOnly();
                                }
                                return i;
                            }))))
                    .toList();
            for (var each : done) {
                each.get();
            }
        }

        assertThat(in(() -> jdbc.sql("select place from billing.paper where tenant_id = ? order by place")
                        .param(harbour.value())
                        .query(Integer.class)
                        .list()))
                .isEqualTo(IntStream.rangeClosed(1, 40).boxed().toList());
    }

    @Test
    void oneThingIsBilledOnceHoweverManyAsk() throws Exception {
        UUID request = UUID.randomUUID();
        try (var pool = Executors.newFixedThreadPool(8)) {
            var done = IntStream.range(0, 16)
                    .mapToObj(i -> pool.submit(() -> in(() -> invoices.invoice(draft(request, 5_000, LocalDate.EPOCH)))
                            .id()))
                    .toList();
            PaperId first = done.getFirst().get();
            for (var each : done) {
                assertThat(each.get()).isEqualTo(first);
            }
        }
    }

    @Test
    void nobodyWhoServesChangesAPaper() {
        invoice(5_000);

        for (String change : List.of(
                "update billing.paper set total = 1",
                "delete from billing.paper",
                "update billing.standing set total = 1",
                "delete from billing.last_number")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .as(change)
                    .isThrownBy(() -> in(() -> jdbc.sql(change).update()));
        }
    }

    @Test
    void whatIsPaidIsSaidInAll() {
        UUID request = UUID.randomUUID();
        Paper invoice = in(() -> invoices.invoice(draft(request, 5_000, LocalDate.EPOCH)));

        in(() -> paid(request, 2_000));
        in(() -> paid(request, 2_000));
        assertThat(standing(invoice).outstanding()).isEqualTo(naira(3_000));
        in(() -> paid(request, 5_000));

        assertThat(standing(invoice).isOpen()).isFalse();
    }

    @Test
    void aCreditNoteTakesBackItsShareOfTheTax() {
        Paper invoice = invoice(10_750);

        Paper note = in(() -> invoices.credit(ada, invoice.id(), naira(4_300), "A part was not needed"));

        assertThat(note.kind()).isEqualTo(Kind.CREDIT_NOTE);
        assertThat(note.tax()).isEqualTo(naira(300));
        assertThat(note.lines().getFirst().amount()).isEqualTo(naira(4_000));
        assertThat(standing(invoice).outstanding()).isEqualTo(naira(6_450));
    }

    @Test
    void nobodyCreditsMoreThanWasAskedFor() throws Exception {
        Paper invoice = invoice(1_000);
        try (var pool = Executors.newFixedThreadPool(8)) {
            var done = IntStream.range(0, 10)
                    .mapToObj(i -> pool.submit(() -> {
                        try {
                            in(() -> invoices.credit(ada, invoice.id(), naira(300), "Twice?"));
                            return 1;
                        } catch (BillingRefused.Unfit e) {
                            return 0;
                        }
                    }))
                    .toList();
            int credited = 0;
            for (var each : done) {
                credited += each.get();
            }
            assertThat(credited).isEqualTo(3);
        }
        assertThat(standing(invoice).creditable()).isEqualTo(naira(100));
        assertThatExceptionOfType(BillingRefused.Unfit.class)
                .isThrownBy(() -> in(() -> invoices.credit(ada, invoice.id(), naira(0), "Nothing")));
    }

    @Test
    void customersSeeTheirOwn() {
        Paper invoice = invoice(5_000);
        CurrentMember customer = customer(mia);
        CurrentMember another = customer(MemberId.next());

        assertThat(in(() -> invoices.list(customer, new Choice(null, false), Cursor.newest(), 10))
                        .data())
                .hasSize(1);
        assertThat(in(() -> invoices.list(another, new Choice(null, false), Cursor.newest(), 10))
                        .data())
                .isEmpty();
        assertThatExceptionOfType(BillingRefused.NotFound.class)
                .isThrownBy(() -> in(() -> invoices.find(another, invoice.id())));
        assertThatExceptionOfType(BillingRefused.NotFound.class)
                .isThrownBy(() -> CurrentTenant.call(TenantId.next(), () -> invoices.find(ada, invoice.id())));
    }

    @Test
    void thePdfReadsAsThePaper() throws IOException {
        byte[] pdf = print.pdf(invoice(10_750), "#0f5ea8", Locale.ENGLISH);

        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("INV-%d-00001".formatted(year), "Harbour Garage", "Mía Ọlá-Núñez", "VAT 7.5 %");
            assertThat(text.replace('\u00a0', ' ')).contains("NGN 107.50");
        }
        assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
    }

    @Test
    void whoHasNotPaidIsRemindedOnce() {
        LocalDate yesterday = LocalDate.now(LAGOS).minusDays(1);
        Paper late = in(() -> invoices.invoice(draft(UUID.randomUUID(), 5_000, yesterday)));
        Paper inTime = in(() -> invoices.invoice(draft(UUID.randomUUID(), 5_000, yesterday.plusDays(5))));

        overdue.remind();
        overdue.remind();

        assertThat(standing(late).reminders()).isEqualTo(1);
        assertThat(standing(inTime).reminders()).isZero();
    }

    private Paper invoice(long total) {
        return in(() -> invoices.invoice(draft(UUID.randomUUID(), total, LocalDate.EPOCH)));
    }

    private Draft draft(UUID request, long total, @Nullable LocalDate dueOn) {
        long tax = Math.round(total * 7.5 / 107.5);
        return new Draft(
                "service-request",
                request,
                "SR-2026-000123",
                "/requests/" + request,
                mia,
                null,
                List.of(new Draft.Line("Oil & filter <b>", BigDecimal.ONE, naira(total - tax))),
                tax == 0 ? List.of() : List.of(new Draft.Tax("VAT 7.5 %", naira(tax))),
                naira(total),
                dueOn);
    }

    private boolean paid(UUID request, long amount) {
        invoices.paid("service-request", request, naira(amount));
        return true;
    }

    private Standing standing(Paper invoice) {
        return in(() -> invoices.standing(ada, invoice.id())).orElseThrow();
    }

    private CurrentMember staff() {
        return new CurrentMember(
                harbour,
                MemberId.next(),
                null,
                "Ada",
                Set.of(Role.ADMIN),
                Set.of("read:invoices", "credit:invoices", "create:members", "add:members", "update:members"));
    }

    private CurrentMember customer(MemberId id) {
        return new CurrentMember(harbour, id, null, "Mia", Set.of(Role.CUSTOMER), Set.of("read:invoices"));
    }

    private <T> T in(Supplier<T> work) {
        return CurrentTenant.call(harbour, () -> transactions.execute(status -> work.get()));
    }

    private static Money naira(long amount) {
        return Money.of(amount, "NGN");
    }
}
