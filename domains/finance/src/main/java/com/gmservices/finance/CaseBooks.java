package com.gmservices.finance;

import com.gmservices.requests.ServiceLine.Work;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes each matter into the book that it belongs in. */
@Component
class CaseBooks {

    private final LoanApplications loans;
    private final CreditAssessments assessments;
    private final PaymentPlans plans;
    private final Engagements engagements;
    private final Consents consents;
    private final Progress progress;

    CaseBooks(
            LoanApplications loans,
            CreditAssessments assessments,
            PaymentPlans plans,
            Engagements engagements,
            Consents consents,
            Progress progress) {
        this.loans = loans;
        this.assessments = assessments;
        this.plans = plans;
        this.engagements = engagements;
        this.consents = consents;
        this.progress = progress;
    }

    void open(Work work) {
        switch ((Matter) work.details()) {
            case LoanApplication loan -> {
                loans.open(work, loan);
                consents.keep(Book.LOAN_APPLICATION, work, loan.consents());
            }
            case CreditAssessment assessment -> {
                assessments.open(work, assessment);
                consents.keep(Book.CREDIT_ASSESSMENT, work, assessment.consents());
            }
            case PaymentPlan plan -> plans.open(work, plan);
            case FinancialConsulting talk -> engagements.open(work, talk);
        }
    }

    void advance(Work work) {
        switch ((Matter) work.details()) {
            case LoanApplication _ -> advance(Book.LOAN_APPLICATION, work, LoanStage.after(work.move()));
            case CreditAssessment _ -> advance(Book.CREDIT_ASSESSMENT, work, AssessmentStage.after(work.move()));
            case PaymentPlan _ -> advance(Book.PAYMENT_PLAN, work, PlanStage.after(work.move()));
            case FinancialConsulting _ -> advance(Book.ENGAGEMENT, work, EngagementStage.after(work.move()));
        }
    }

    private void advance(Book book, Work work, Optional<? extends Enum<?>> stage) {
        stage.ifPresent(reached -> progress.advance(book, work.request(), reached));
    }
}
