package com.gmservices.finance;

import com.gmservices.requests.ServiceLine.Fact;
import com.gmservices.requests.line.Facts;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The sheet on top of a file: what somebody needs to know before they decide or advise. */
@Component
class CoverSheet {

    private final MessageSource messages;

    CoverSheet(MessageSource messages) {
        this.messages = messages;
    }

    List<Fact> facts(String type, Matter matter, Currency currency) {
        var facts = new Facts("finance", type, messages);
        switch (matter) {
            case LoanApplication loan -> loan(loan, currency, facts);
            case CreditAssessment assessment -> assessment(assessment, currency, facts);
            case PaymentPlan plan -> plan(plan, currency, facts);
            case FinancialConsulting talk -> talk(talk, currency, facts);
        }
        return facts.list();
    }

    private void loan(LoanApplication loan, Currency currency, Facts facts) {
        var terms = LoanTerms.of(loan, currency);
        facts.text("amount", words("over", Words.money(terms.amount()), terms.months()));
        facts.choice("purpose", loan.purpose(), loan.plans());
        facts.text("monthly", words("monthly", Words.money(terms.monthly())));
        facts.choice("employment.kind", loan.employment().kind(), work(loan.employment()));
        means(loan.means(), terms.monthly().major(), currency, facts);
        facts.choices("security", loan.security());
    }

    private void assessment(CreditAssessment assessment, Currency currency, Facts facts) {
        facts.choice("subject", assessment.subject(), assessment.subjectName());
        facts.choice("purpose", assessment.purpose());
        facts.text("amount", money(assessment.amount(), currency));
        facts.choice("period", assessment.period());
        if (assessment.means() != null) {
            means(assessment.means(), BigDecimal.ZERO, currency, facts);
        }
        facts.date("needed_by", assessment.neededBy());
    }

    private void plan(PaymentPlan plan, Currency currency, Facts facts) {
        List<Instalment> schedule = plan.schedule(currency);
        facts.choice("debt", plan.debt(), plan.reference());
        facts.text("owed_to", plan.owedTo());
        facts.text("amount", money(plan.amount(), currency));
        facts.text("down_payment", money(plan.downPayment(), currency));
        facts.text("instalments", parts(schedule));
        facts.choice("frequency", plan.frequency());
        facts.date("first_due", schedule.getFirst().due());
        facts.date("last_due", schedule.getLast().due());
    }

    private static void talk(FinancialConsulting talk, Currency currency, Facts facts) {
        facts.choice("topic", talk.topic(), talk.question());
        facts.text("situation", talk.situation());
        facts.text("amount", money(talk.amount(), currency));
        facts.choice("channel", talk.channel(), talk.phone());
        facts.choices("days", talk.days());
        facts.choices("times", talk.times());
    }

    private void means(Means means, BigDecimal more, Currency currency, Facts facts) {
        facts.text("income", money(means.income(), currency));
        facts.text("obligations", money(means.obligations(), currency));
        facts.text(
                "debt_service",
                means.debtService(more)
                        .map(share -> words("share", Words.percent(share)))
                        .orElse(null));
    }

    private @Nullable String work(Employment employment) {
        if (employment.since() == null) {
            return employment.employer();
        }
        String since = words("since", String.valueOf(employment.since().getYear()));
        return employment.employer() == null ? since : employment.employer() + ", " + since;
    }

    /** Equal instalments stand together: {@code 2 × $33.34, 1 × $33.33}. */
    private static String parts(List<Instalment> schedule) {
        return schedule.stream()
                .map(Instalment::amount)
                .collect(Collectors.groupingBy(Function.identity(), TreeMap::new, Collectors.counting()))
                .descendingMap()
                .entrySet()
                .stream()
                .map(part -> part.getValue() + "\u00a0×\u00a0" + Words.money(part.getKey()))
                .collect(Collectors.joining(", "));
    }

    private static @Nullable String money(@Nullable BigDecimal amount, Currency currency) {
        return amount == null ? null : Words.money(Amount.of(amount, currency));
    }

    private String words(String key, Object... arguments) {
        return messages.getMessage("finance.card." + key, arguments, LocaleContextHolder.getLocale());
    }
}
