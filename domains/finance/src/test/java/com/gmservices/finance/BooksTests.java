package com.gmservices.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.requests.Priority;
import com.gmservices.requests.RequestId;
import com.gmservices.requests.ServiceType;
import com.gmservices.requests.line.Counter;
import com.gmservices.tenancy.MemberId;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What is written down of loans, assessments, plans and talks, and for whose eyes. */
@SpringBootTest
class BooksTests {

    private static final MemberId ADA = MemberId.next();
    private static final MemberId BEN = MemberId.next();
    private static final LocalDate TODAY = Counter.TODAY;

    @Autowired
    FinanceLine line;

    @Autowired
    LoanApplications loans;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transactions;

    Counter counter;

    @BeforeEach
    void openCounter() {
        counter = new Counter(line, transactions);
    }

    @Test
    void aLoanIsKeptInMinorUnitsOfItsCurrency() {
        RequestId request = takeIn(FinanceLine.LOAN_APPLICATION);

        assertThat(row("""
                select concat_ws(' ', currency, amount, purpose, term_months, employment, employed_since) as line
                from finance.loan_application where id = ?
                """, request)).isEqualTo("NGN 180000000 business 24 business_owner 2022-11-01");
    }

    @Test
    void anAssessmentOfAnotherHasNoFigures() {
        RequestId request = counter.takeIn(
                ADA,
                FinanceLine.CREDIT_ASSESSMENT,
                new CreditAssessment(
                        CreditAssessment.Subject.ANOTHER_BUSINESS,
                        "Eze Foods",
                        true,
                        CreditAssessment.Purpose.TRADE_CREDIT,
                        null,
                        CreditAssessment.Period.FIVE_YEARS,
                        null,
                        null,
                        List.of(Consent.values())));

        assertThat(row("""
                select concat_ws(' ', subject, subject_name, purpose, period, amount, needed_by)
                       as line
                from finance.credit_assessment where id = ?
                """, request)).isEqualTo("another_business Eze Foods trade_credit five_years");
    }

    @Test
    void consentIsKeptInTheWordsThatWereRead() {
        RequestId loan = takeIn(FinanceLine.LOAN_APPLICATION);
        RequestId assessment = takeIn(FinanceLine.CREDIT_ASSESSMENT);

        assertThat(row("""
                select string_agg(kind || ': ' || wording, ' ' order by kind) as line
                from finance.consent where loan_application_id = ?
                """, loan))
                .isEqualTo("credit_bureau: You may ask credit bureaus how past debts were repaid data: You may keep"
                        + " these details for as long as you work on this and the law asks for truth: What I have said"
                        + " here is true and complete");
        assertThat(row("select count(*)::text as line from finance.consent where credit_assessment_id = ?", assessment))
                .isEqualTo("3");
    }

    @Test
    void aPlanIsPaidByItsInstalmentsToTheKobo() {
        RequestId request = takeIn(FinanceLine.PAYMENT_PLAN);

        assertThat(row("""
                select concat_ws(' ', debt, reference, currency, amount, down_payment, instalments, frequency) as line
                from finance.payment_plan where id = ?
                """, request)).isEqualTo("invoice INV-2026-0417 NGN 35000000 5000000 7 monthly");
        assertThat(row("""
                select string_agg(amount::text, ' ' order by number) as line
                from finance.instalment where payment_plan_id = ?
                """, request)).isEqualTo("4285715 4285715 4285714 4285714 4285714 4285714 4285714");
        assertThat(LongStream.of(4285715, 4285715, 4285714, 4285714, 4285714, 4285714, 4285714)
                        .sum())
                .isEqualTo(35_000_000 - 5_000_000);
        assertThat(row("""
                select min(due_on) || ' ' || max(due_on) as line from finance.instalment where payment_plan_id = ?
                """, request)).isEqualTo("2026-12-07 2027-06-07");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            loan_application,     submitted, offered,  accepted, underwriting, awaiting_documents,   decided,   declined, withdrawn
            credit_assessment,    requested, offered,  ordered,  in_review,    awaiting_information, reported,  declined, withdrawn
            payment_plan,         proposed,  offered,  agreed,   running,      suspended,            settled,   declined, cancelled
            financial_consulting, enquiry,   proposed, engaged,  advising,     paused,               concluded, declined, cancelled
            """)
    void eachMatterFollowsTheDesk(
            String code,
            String created,
            String quoted,
            String accepted,
            String started,
            String held,
            String completed,
            String declined,
            String cancelled) {
        ServiceType type = type(code);
        RequestId request = takeIn(type);
        assertThat(stage(type, request)).isEqualTo(created);
        assertThat(after(type, request, "quote")).isEqualTo(quoted);
        assertThat(after(type, request, "expire")).isEqualTo(created);
        assertThat(after(type, request, "accept", "assign", "schedule")).isEqualTo(accepted);
        assertThat(after(type, request, "start")).isEqualTo(started);
        assertThat(after(type, request, "hold")).isEqualTo(held);
        assertThat(after(type, request, "resume")).isEqualTo(started);
        assertThat(after(type, request, "complete", "review")).isEqualTo(completed);
        assertThat(after(type, takeIn(type), "decline")).isEqualTo(declined);
        assertThat(after(type, takeIn(type), "cancel")).isEqualTo(cancelled);
    }

    @Test
    void theSameMoveTwiceIsOne() {
        for (ServiceType type : DetailsTests.types().toList()) {
            RequestId request = takeIn(type);
            after(type, request, "create", "create", "accept", "accept");
        }

        assertThat(List.of("loan_application", "credit_assessment", "payment_plan", "engagement"))
                .allSatisfy(table -> assertThat(count(table)).as(table).isEqualTo(1));
        assertThat(count("instalment")).isEqualTo(7);
        assertThat(count("consent")).isEqualTo(6);
    }

    @Test
    void anApplicationIsOpenUntilItIsDecidedOrWithdrawn() {
        RequestId request = takeIn(FinanceLine.LOAN_APPLICATION);

        assertThat(isOpen(ADA)).isTrue();
        assertThat(isOpen(BEN)).isFalse();
        after(FinanceLine.LOAN_APPLICATION, request, "cancel");
        assertThat(isOpen(ADA)).isFalse();
    }

    @Test
    void whatIsOwedDoesNotWait() {
        assertThat(line.priority("payment_plan", Examples.paymentPlan(TODAY))).isEqualTo(Priority.HIGH);
        assertThat(line.priority("loan_application", Examples.loanApplication(TODAY)))
                .isEqualTo(Priority.NORMAL);
    }

    @Test
    void strangersSeeNothing() {
        DetailsTests.types().forEach(this::takeIn);
        var stranger = new Counter(line, transactions);

        for (String table : List.of(
                "loan_application", "credit_assessment", "consent", "payment_plan", "instalment", "engagement")) {
            assertThat(count(table)).as(table).isPositive();
            assertThat(stranger.inside(() -> visible(table))).as(table).isZero();
        }
        assertThat(stranger.inside(() -> loans.openSince(ADA, ZoneOffset.UTC).isPresent()))
                .isFalse();
    }

    @Test
    void nobodyWritesIntoAnothersBooks() {
        var stranger = new Counter(line, transactions);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> stranger.inside(
                        () -> jdbc.sql("""
                                insert into finance.engagement
                                    (tenant_id, id, customer_id, topic, channel, stage, opened_at, stage_since)
                                values (?, gen_random_uuid(), gen_random_uuid(), 'tax', 'chat', 'enquiry', now(), now())
                                """).param(counter.tenant.value()).update()))
                .withStackTraceContaining("row-level security");
    }

    @Test
    void consentIsNotRewritten() {
        takeIn(FinanceLine.LOAN_APPLICATION);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> counter.inside(() ->
                        jdbc.sql("update finance.consent set wording = ''").update()))
                .withStackTraceContaining("permission denied");
    }

    private RequestId takeIn(ServiceType type) {
        return counter.takeIn(ADA, type, type.example().apply(TODAY));
    }

    private String after(ServiceType type, RequestId request, String... moves) {
        counter.move(ADA, request, type, type.example().apply(TODAY), moves);
        return stage(type, request);
    }

    private boolean isOpen(MemberId customer) {
        return counter.inside(() -> loans.openSince(customer, ZoneOffset.UTC).isPresent());
    }

    private String stage(ServiceType type, RequestId request) {
        String table = type.equals(FinanceLine.FINANCIAL_CONSULTING) ? "engagement" : type.code();
        return row("select stage as line from finance.%s where id = ?".formatted(table), request);
    }

    private String row(String sql, RequestId request) {
        return counter.inside(() -> jdbc.sql(sql)
                .param(request.value())
                .query((row, index) -> row.getString("line"))
                .single());
    }

    private int count(String table) {
        return counter.inside(() -> visible(table));
    }

    /** Without naming the tenant, so that only the database's own wall is left. */
    private int visible(String table) {
        return jdbc.sql("select count(*) from finance." + table)
                .query((row, index) -> row.getInt(1))
                .single();
    }

    private static ServiceType type(String code) {
        return DetailsTests.types()
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow();
    }
}
