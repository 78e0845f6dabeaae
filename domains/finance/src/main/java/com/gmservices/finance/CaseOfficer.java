package com.gmservices.finance;

import com.gmservices.requests.ServiceLine.Remark;
import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.line.Findings;
import java.util.List;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Asks of a wish what the person across the desk would ask. */
@Component
class CaseOfficer {

    private final CreditCheck credit;
    private final PlanCheck plans;
    private final MessageSource messages;

    CaseOfficer(CreditCheck credit, PlanCheck plans, MessageSource messages) {
        this.credit = credit;
        this.plans = plans;
        this.messages = messages;
    }

    List<Remark> look(Wish wish) {
        var findings = new Findings("finance", messages);
        switch ((Matter) wish.details()) {
            case LoanApplication loan -> credit.look(loan, wish, findings);
            case CreditAssessment assessment -> credit.look(assessment, wish, findings);
            case PaymentPlan plan -> plans.look(plan, wish, findings);
            case FinancialConsulting talk -> ConsultingCheck.look(talk, wish, findings);
        }
        return findings.remarks();
    }
}
