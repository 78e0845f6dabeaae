package com.gmservices.finance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.gmservices.finance.CreditAssessment.Subject;
import com.gmservices.finance.FinancialConsulting.Channel;
import com.gmservices.finance.FinancialConsulting.TimeOfDay;
import com.gmservices.finance.FinancialConsulting.Topic;
import com.gmservices.finance.LoanApplication.Purpose;
import com.gmservices.requests.RequestRefused.Unfit;
import com.gmservices.requests.ServiceLine.Remark;
import com.gmservices.requests.ServiceType;
import com.gmservices.requests.line.Counter;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.Refusal.FieldError;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.MessageSource;
import org.springframework.transaction.support.TransactionTemplate;

@SpringBootTest
class CaseOfficerTests {

    private static final MemberId ADA = MemberId.next();
    private static final LocalDate TODAY = Counter.TODAY;
    private static final List<Consent> ALL = List.of(Consent.values());
    private static final String CARD = "4111 1111 1111 1111";

    @Autowired
    FinanceLine line;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    MessageSource messages;

    Counter counter;

    static Stream<Record> examplesWithMeans() {
        return Stream.of(Examples.loanApplication(TODAY), Examples.creditAssessment(TODAY));
    }

    @BeforeEach
    void openCounter() {
        counter = new Counter(line, transactions);
    }

    @ParameterizedTest
    @MethodSource("com.gmservices.finance.DetailsTests#types")
    void takesEveryExampleAsItStands(ServiceType type) {
        assertThat(counter.look(ADA, type, type.example().apply(TODAY))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"9999.99", "1000000000.01"})
    void aLoanIsOfASensibleSize(BigDecimal amount) {
        assertTold(
                loan(amount, Purpose.HOME, null, 360, job(TODAY.minusYears(3)), wealth()),
                "/details/amount",
                "Enter an amount from NGN\u00a010,000.00 to NGN\u00a01,000,000,000.00.");
    }

    @ParameterizedTest
    @CsvSource({"10000", "1000000000"})
    void theLeastAndTheMostAreWithin(BigDecimal amount) {
        assertThat(look(loan(amount, Purpose.HOME, null, 360, job(TODAY.minusYears(3)), wealth())))
                .isEmpty();
    }

    @Test
    void nairaHaveTwoDecimals() {
        assertTold(
                loan(new BigDecimal("250000.005"), Purpose.HOME, null, 36, job(TODAY.minusYears(3)), wealth()),
                "/details/amount",
                "Use at most 2 decimals.");
        assertTold(
                loan(naira(250_000), Purpose.HOME, null, 36, job(TODAY.minusYears(3)), means("650000.001", "0")),
                "/details/means/income",
                "Use at most 2 decimals.");
        assertTold(plan(new BigDecimal("100.001"), null, 2, TODAY), "/details/amount", "Use at most 2 decimals.");
        assertTold(
                plan(naira(1000), new BigDecimal("0.001"), 2, TODAY),
                "/details/down_payment",
                "Use at most 2 decimals.");
        assertTold(
                talk(new BigDecimal("9.999"), Channel.CHAT, null, List.of(), List.of()),
                "/details/amount",
                "Use at most 2 decimals.");
    }

    @Test
    void somethingElseIsSaidInWords() {
        assertTold(
                loan(naira(250_000), Purpose.OTHER, " ", 12, job(TODAY.minusYears(3)), wealth()),
                "/details/plans",
                "Tell us what the money is for.");
    }

    @Test
    void onlyAHomeIsPaidOffOverDecades() {
        assertTold(
                loan(naira(250_000), Purpose.CAR, null, 97, job(TODAY.minusYears(3)), wealth()),
                "/details/term_months",
                "For this a loan runs for at most 96 months. Choose fewer.");
        assertThat(look(loan(naira(250_000), Purpose.CAR, null, 96, job(TODAY.minusYears(3)), wealth())))
                .isEmpty();
    }

    @Test
    void workBeganOnSomeDayBeforeToday() {
        assertTold(loanWith(job(null)), "/details/employment/since", "Tell us since when you do this work.");
        assertTold(
                loanWith(job(TODAY.plusDays(1))),
                "/details/employment/since",
                "This day has not come yet. Enter the day on which the work began.");
        assertTold(
                loanWith(job(TODAY.minusYears(81))),
                "/details/employment/since",
                "This is too long ago. Check the year.");
        assertThat(look(loanWith(new Employment(Employment.Kind.STUDENT, null, null))))
                .isEmpty();
    }

    @Test
    void aNewJobIsRemarked() {
        assertRemarked(
                loanWith(job(TODAY.minusMonths(2))),
                "The present work began only on September 23, 2026. Ask how the income was earned before.");
        assertThat(look(loanWith(job(TODAY.minusMonths(6))))).isEmpty();
    }

    @Test
    void withoutEveryConsentNobodyLooksIntoAnything() {
        var loan = Examples.loanApplication(TODAY);
        var assessment = Examples.creditAssessment(TODAY);

        assertTold(
                new LoanApplication(
                        loan.amount(),
                        loan.purpose(),
                        loan.plans(),
                        loan.termMonths(),
                        loan.employment(),
                        loan.means(),
                        loan.security(),
                        List.of(Consent.TRUTH, Consent.DATA)),
                "/details/consents",
                "Tick all three. Without them we may not work on this.");
        assertTold(
                new CreditAssessment(
                        assessment.subject(),
                        null,
                        null,
                        assessment.purpose(),
                        null,
                        assessment.period(),
                        assessment.means(),
                        null,
                        List.of(Consent.CREDIT_BUREAU)),
                "/details/consents",
                "Tick all three. Without them we may not work on this.");
    }

    @Test
    void repayingTakesAThirdOfTheIncomeAtMost() {
        var job = job(TODAY.minusYears(3));

        assertThat(look(loan(naira(1_200_000), Purpose.CAR, null, 12, job, means("300000", "0"))))
                .isEmpty();
        assertRemarked(
                loan(naira(1_200_000), Purpose.CAR, null, 12, job, means("300000", "20000")),
                "Repaying would take 40% of the income before interest, more than a third. Look closely at what is"
                        + " affordable.");
    }

    @Test
    void nobodySpendsMoreThanComesIn() {
        var job = job(TODAY.minusYears(3));

        assertRemarked(
                loan(naira(1_200_000), Purpose.CAR, null, 12, job, means("99999.99", "0")),
                "More would go out each month than comes in. Look at the figures together before going on.");
        assertRemarked(
                loan(naira(1_200_000), Purpose.CAR, null, 12, job, means("0", "0")),
                "No income is given. Find out who repays.");
    }

    @Test
    void remarksNameNoIncome() {
        var remarks = look(
                loan(naira(1_200_000), Purpose.CAR, null, 12, job(TODAY.minusMonths(1)), means("298765", "21234")));

        assertThat(remarks).hasSize(2);
        assertThat(remarks.toString()).doesNotContain("298", "21,2", "21234");
    }

    @Test
    void aSecondApplicationIsSeenBesideTheFirst() {
        counter.takeIn(ADA, FinanceLine.LOAN_APPLICATION, Examples.loanApplication(TODAY));

        assertThat(look(Examples.loanApplication(TODAY)))
                .extracting(this::words)
                .singleElement()
                .asString()
                .matches(
                        "Another application has been open since [A-Z][a-z]+ \\d+, \\d{4}\\. Decide on them together\\.");
    }

    @Test
    void somebodyElseIsNamedAndAgrees() {
        assertTold(
                assessment(Subject.ANOTHER_PERSON, null, true, null),
                "/details/subject_name",
                "Enter the name of the person or business that it is about.");
        assertTold(
                assessment(Subject.ANOTHER_PERSON, "Ben Eze", null, null),
                "/details/subject_agrees",
                "We only look at somebody who knows and agrees. Ask them first, then choose Yes.");
        assertTold(
                assessment(Subject.ANOTHER_BUSINESS, "Eze Foods", false, null),
                "/details/subject_agrees",
                "We only look at somebody who knows and agrees. Ask them first, then choose Yes.");
        assertRemarked(
                assessment(Subject.ANOTHER_BUSINESS, "Eze Foods", true, null),
                "It is about somebody else. Have their signed consent before asking a bureau.");
    }

    @Test
    void ofOneselfOneKnowsTheFigures() {
        assertTold(
                assessment(Subject.MYSELF, null, null, null),
                "/details/means",
                "Tell us what comes in and what goes out each month.");
        assertTold(
                assessment(Subject.MY_BUSINESS, null, null, wealth()),
                "/details/subject_name",
                "Enter the name of the person or business that it is about.");
        assertRemarked(
                assessment(Subject.MYSELF, null, null, means("300000", "150000")),
                "Repaying would take 50% of the income before interest, more than a third. Look closely at what is"
                        + " affordable.");
    }

    @Test
    void aReportIsNotNeededYesterday() {
        var assessment = Examples.creditAssessment(TODAY.minusDays(15));

        assertTold(assessment, "/details/needed_by", "This day is over. Choose November 23, 2026 or later.");
    }

    @Test
    void somethingIsLeftToPayInParts() {
        assertTold(
                plan(naira(1000), naira(1000), 2, TODAY),
                "/details/down_payment",
                "This already pays all that is owed. Enter less, or leave it empty.");
        assertTold(
                plan(naira(1000), naira(2000), 2, TODAY),
                "/details/down_payment",
                "This already pays all that is owed. Enter less, or leave it empty.");
    }

    @Test
    void anInstalmentIsWorthATransfer() {
        assertTold(
                plan(new BigDecimal("19.99"), null, 20, TODAY),
                "/details/instalments",
                "Each instalment would be less than NGN\u00a01.00. Choose fewer.");
        assertThat(look(plan(naira(20), null, 20, TODAY))).hasSize(1);
    }

    @Test
    void aPlanBeginsSoonAndNotInThePast() {
        assertTold(
                plan(naira(1000), null, 2, TODAY.minusDays(1)),
                "/details/first_due",
                "This day is over. Choose November 23, 2026 or later.");
        assertTold(
                plan(naira(1000), null, 2, TODAY.plusMonths(3).plusDays(1)),
                "/details/first_due",
                "This is too late to begin. Choose February 23, 2027 or earlier.");
        assertThat(look(plan(naira(1000), null, 2, TODAY.plusMonths(3)))).isEmpty();
    }

    @Test
    void aLongPlanIsRemarked() {
        assertThat(look(plan(naira(1000), null, 13, TODAY))).isEmpty();
        assertRemarked(
                plan(naira(1000), null, 14, TODAY),
                "The plan runs until December 23, 2027, more than a year from now.");
    }

    @Test
    void whatIsOwedToOthersIsAgreedWithThem() {
        var plan = new PaymentPlan(
                PaymentPlan.Debt.SCHOOL_FEES,
                "T2/417",
                "Corona School",
                naira(300_000),
                null,
                3,
                Frequency.MONTHLY,
                TODAY);

        assertRemarked(plan, "It is owed to Corona School. Agree on the plan with them first.");
    }

    @Test
    void oneDebtHasOnePlan() {
        counter.takeIn(ADA, FinanceLine.PAYMENT_PLAN, Examples.paymentPlan(TODAY));
        var again = new PaymentPlan(
                PaymentPlan.Debt.INVOICE, "inv-2026-0417", null, naira(350_000), null, 7, Frequency.MONTHLY, TODAY);

        assertThat(look(again))
                .extracting(this::words)
                .singleElement()
                .asString()
                .matches(
                        "There has been a plan over inv-2026-0417 since [A-Z][a-z]+ \\d+, \\d{4}\\. Replace it, or find"
                                + " out why there are two\\.");
        assertThat(look(plan(naira(1000), null, 2, TODAY))).isEmpty();
    }

    @Test
    void aCallNeedsANumber() {
        assertTold(
                talk(null, Channel.PHONE, null, List.of(), List.of()),
                "/details/phone",
                "Enter the phone number that we should call.");
        assertThat(look(talk(null, Channel.VIDEO, null, List.of(), List.of()))).isEmpty();
    }

    @Test
    void aTalkTakesPlaceWhenSomebodyIsThere() {
        String closed = "We are closed at the times that were wished for. Agree on another one.";

        assertRemarked(talk(null, Channel.IN_PERSON, null, List.of(DayOfWeek.SUNDAY), List.of()), closed);
        assertThat(look(talk(null, Channel.IN_PERSON, null, List.of(), List.of(TimeOfDay.EVENING))))
                .isEmpty();
        assertThat(look(talk(
                        null,
                        Channel.IN_PERSON,
                        null,
                        List.of(DayOfWeek.SUNDAY, DayOfWeek.MONDAY),
                        List.of(TimeOfDay.MORNING))))
                .isEmpty();
    }

    @Test
    void cardAndAccountNumbersAreNotTaken() {
        String told = "This looks like the number of a card or an account. Take it out: we never need one here.";

        assertTold(
                loan(naira(250_000), Purpose.CAR, "pay to " + CARD, 12, job(TODAY.minusYears(3)), wealth()),
                "/details/plans",
                told);
        assertTold(
                new PaymentPlan(PaymentPlan.Debt.OTHER, CARD, null, naira(1000), null, 2, Frequency.WEEKLY, TODAY),
                "/details/reference",
                told);
        assertTold(
                new FinancialConsulting(
                        Topic.DEBT,
                        "What about my card?",
                        "It is " + CARD,
                        null,
                        Channel.CHAT,
                        null,
                        List.of(),
                        List.of()),
                "/details/situation",
                told);
    }

    @Test
    void allThatIsWrongIsToldAtOnce() {
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> look(new LoanApplication(
                        naira(1), Purpose.OTHER, null, 360, job(null), wealth(), List.of(), List.of(Consent.DATA))))
                .satisfies(unfit -> assertThat(unfit.errors())
                        .extracting(FieldError::pointer)
                        .containsExactlyInAnyOrder(
                                "/details/amount",
                                "/details/plans",
                                "/details/term_months",
                                "/details/employment/since",
                                "/details/consents"));
    }

    private void assertTold(Record details, String pointer, String sentence) {
        assertThatExceptionOfType(Unfit.class)
                .isThrownBy(() -> look(details))
                .satisfies(unfit -> assertThat(unfit.errors()).containsExactly(new FieldError(pointer, sentence)));
    }

    private void assertRemarked(Record details, String sentence) {
        assertThat(look(details)).extracting(this::words).containsExactly(sentence);
    }

    private String words(Remark remark) {
        return messages.getMessage(remark.key(), remark.arguments().toArray(), Locale.ENGLISH);
    }

    private List<Remark> look(Record details) {
        ServiceType type = DetailsTests.types()
                .filter(it -> it.details().isInstance(details))
                .findFirst()
                .orElseThrow();
        return counter.look(ADA, type, details);
    }

    private static LoanApplication loanWith(Employment employment) {
        return loan(naira(250_000), Purpose.CAR, null, 12, employment, wealth());
    }

    private static LoanApplication loan(
            BigDecimal amount,
            Purpose purpose,
            @Nullable String plans,
            int months,
            Employment employment,
            Means means) {
        return new LoanApplication(amount, purpose, plans, months, employment, means, List.of(), ALL);
    }

    private static CreditAssessment assessment(
            Subject subject, @Nullable String name, @Nullable Boolean agrees, @Nullable Means means) {
        return new CreditAssessment(
                subject,
                name,
                agrees,
                CreditAssessment.Purpose.TRADE_CREDIT,
                null,
                CreditAssessment.Period.ONE_YEAR,
                means,
                null,
                ALL);
    }

    private static PaymentPlan plan(BigDecimal amount, @Nullable BigDecimal down, int parts, LocalDate first) {
        return new PaymentPlan(PaymentPlan.Debt.INVOICE, "INV-1", null, amount, down, parts, Frequency.MONTHLY, first);
    }

    private static FinancialConsulting talk(
            @Nullable BigDecimal amount,
            Channel channel,
            @Nullable String phone,
            List<DayOfWeek> days,
            List<TimeOfDay> times) {
        return new FinancialConsulting(Topic.TAX, "What may I deduct?", null, amount, channel, phone, days, times);
    }

    private static Employment job(@Nullable LocalDate since) {
        return new Employment(Employment.Kind.EMPLOYED, "Lagos Water", since);
    }

    private static Means wealth() {
        return means("100000000", "0");
    }

    private static Means means(String income, String repayments) {
        return new Means(new BigDecimal(income), new BigDecimal(repayments), null, null);
    }

    private static BigDecimal naira(long amount) {
        return BigDecimal.valueOf(amount);
    }
}
