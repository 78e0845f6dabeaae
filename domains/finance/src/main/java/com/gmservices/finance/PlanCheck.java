package com.gmservices.finance;

import com.gmservices.money.Money;
import com.gmservices.requests.ServiceLine.Wish;
import com.gmservices.requests.line.Findings;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.springframework.stereotype.Component;

/** Can what is owed be paid in these parts? */
@Component
class PlanCheck {

    private static final int LATEST_START_MONTHS = 3;

    private final PaymentPlans plans;

    PlanCheck(PaymentPlans plans) {
        this.plans = plans;
    }

    void look(PaymentPlan plan, Wish wish, Findings findings) {
        Answers.holdNoBankNumber("reference", plan.reference(), findings);
        var figures = new Figures(wish.currency(), findings);
        figures.look("amount", plan.amount());
        figures.look("down_payment", plan.downPayment());
        if (figures.areSound()) {
            lookAtParts(plan, wish.currency(), findings);
        }
        lookAtDays(plan, wish.today(), findings);
        if (plan.owedTo() != null) {
            findings.remark("owed-to", plan.owedTo());
        }
        plans.openSince(wish.customer(), plan.reference(), wish.site().timeZone())
                .ifPresent(day -> findings.remark("open-plan", plan.reference(), Findings.day(day)));
    }

    /** An instalment of less than one naira or dollar is not worth a transfer. */
    private static void lookAtParts(PaymentPlan plan, Currency currency, Findings findings) {
        Money left = plan.owed(currency).minus(plan.down(currency));
        Money unit = Amount.of(BigDecimal.ONE, currency);
        if (!left.isPositive()) {
            findings.unfit("down_payment", "down-payment");
        } else if (left.compareTo(unit.times(BigDecimal.valueOf(plan.instalments()))) < 0) {
            findings.unfit("instalments", "instalments", Words.money(unit));
        }
    }

    private static void lookAtDays(PaymentPlan plan, LocalDate today, Findings findings) {
        findings.notPast("first_due", plan.firstDue(), today);
        LocalDate latest = today.plusMonths(LATEST_START_MONTHS);
        if (plan.firstDue().isAfter(latest)) {
            findings.unfit("first_due", "first-due", Findings.day(latest));
            return;
        }
        LocalDate last = plan.frequency().after(plan.firstDue(), plan.instalments() - 1);
        if (last.isAfter(today.plusYears(1))) {
            findings.remark("long-plan", Findings.day(last));
        }
    }
}
