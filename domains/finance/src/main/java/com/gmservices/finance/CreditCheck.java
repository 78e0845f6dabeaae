package com.gmservices.finance;

import com.gmservices.money.Money;
import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.line.Findings;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Holds what is told of an income against what is to be repaid from it. The decision is the lender's. */
@Component
class CreditCheck {

    private static final int LONGEST_WORKING_LIFE_YEARS = 80;
    private static final int NEW_JOB_MONTHS = 6;

    private final LoanApplications loans;

    CreditCheck(LoanApplications loans) {
        this.loans = loans;
    }

    void look(LoanApplication loan, Wish wish, Findings findings) {
        var figures = new Figures(wish.currency(), findings);
        figures.look("amount", loan.amount());
        figures.look(loan.means());
        lookAtPurpose(loan, findings);
        lookAt(loan.employment(), wish.today(), findings);
        Answers.agree(loan.consents(), findings);
        if (figures.areSound()) {
            var terms = LoanTerms.of(loan, wish.currency());
            lookAtAmount(terms.amount(), findings);
            lookAtBurden(loan.means(), terms.monthly().major(), findings);
        }
        loans.openSince(wish.customer(), wish.site().timeZone())
                .ifPresent(day -> findings.remark("open-application", Findings.day(day)));
    }

    void look(CreditAssessment assessment, Wish wish, Findings findings) {
        var figures = new Figures(wish.currency(), findings);
        figures.look("amount", assessment.amount());
        figures.look(assessment.means());
        lookAtSubject(assessment, findings);
        findings.notPast("needed_by", assessment.neededBy(), wish.today());
        Answers.agree(assessment.consents(), findings);
        if (figures.areSound() && assessment.means() != null) {
            lookAtBurden(assessment.means(), BigDecimal.ZERO, findings);
        }
    }

    private static void lookAtAmount(Money amount, Findings findings) {
        var range = LendingRange.in(amount.currency());
        if (!range.holds(amount)) {
            findings.unfit("amount", "amount", Words.money(range.least()), Words.money(range.most()));
        }
    }

    private static void lookAtPurpose(LoanApplication loan, Findings findings) {
        if (loan.purpose() == LoanApplication.Purpose.OTHER) {
            findings.require(loan.plans(), "plans", "plans");
        }
        Answers.holdNoBankNumber("plans", loan.plans(), findings);
        if (loan.termMonths() > loan.purpose().months()) {
            findings.unfit("term_months", "term", loan.purpose().months());
        }
    }

    private static void lookAt(Employment employment, LocalDate today, Findings findings) {
        LocalDate since = employment.since();
        if (since == null) {
            if (employment.kind().isWork()) {
                findings.unfit("employment/since", "since");
            }
        } else if (since.isAfter(today)) {
            findings.unfit("employment/since", "since-future");
        } else if (since.isBefore(today.minusYears(LONGEST_WORKING_LIFE_YEARS))) {
            findings.unfit("employment/since", "since-long");
        } else if (employment.kind().isWork() && since.isAfter(today.minusMonths(NEW_JOB_MONTHS))) {
            findings.remark("new-job", Findings.day(since));
        }
    }

    /** At least so much: what the money will cost comes on top. */
    private static void lookAtBurden(Means means, BigDecimal more, Findings findings) {
        if (means.income().signum() == 0) {
            findings.remark("no-income");
        } else if (means.overspends(more)) {
            findings.remark("overspends");
        } else if (means.strains(more)) {
            findings.remark("debt-service", percent(means, more));
        }
    }

    private static String percent(Means means, BigDecimal more) {
        return means.debtService(more).map(Words::percent).orElseThrow();
    }

    private static void lookAtSubject(CreditAssessment assessment, Findings findings) {
        var subject = assessment.subject();
        if (subject != CreditAssessment.Subject.MYSELF) {
            findings.require(assessment.subjectName(), "subject_name", "subject-name");
        }
        Answers.holdNoBankNumber("subject_name", assessment.subjectName(), findings);
        if (!subject.isAnother()) {
            findings.require(assessment.means(), "means", "means");
        } else if (!Boolean.TRUE.equals(assessment.subjectAgrees())) {
            findings.unfit("subject_agrees", "agrees");
        } else {
            findings.remark("another");
        }
    }
}
