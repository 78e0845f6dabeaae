package com.gmservices.finance;

import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.finance.FinancialConsulting.Channel;
import com.gmservices.finance.LoanApplication.Purpose;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoanApplicationTests extends AtTheOfficersDesk {

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

    private static LoanApplication loanWith(Employment employment) {
        return loan(naira(250_000), Purpose.CAR, null, 12, employment, wealth());
    }
}
