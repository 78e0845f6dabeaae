package com.gmservices.finance;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;

/** Details as a customer might fill them in on a day; they are accepted as they stand, in any currency. */
final class Examples {

    private Examples() {}

    static LoanApplication loanApplication(LocalDate today) {
        return new LoanApplication(
                amount(1_800_000),
                LoanApplication.Purpose.BUSINESS,
                "A second oven for the bakery.",
                24,
                new Employment(
                        Employment.Kind.BUSINESS_OWNER,
                        "Sunrise Bakery",
                        today.minusYears(4).withDayOfMonth(1)),
                means(),
                List.of(LoanApplication.Security.GUARANTOR),
                List.of(Consent.values()));
    }

    static CreditAssessment creditAssessment(LocalDate today) {
        return new CreditAssessment(
                CreditAssessment.Subject.MYSELF,
                null,
                null,
                CreditAssessment.Purpose.RENT,
                amount(1_200_000),
                CreditAssessment.Period.TWO_YEARS,
                means(),
                today.plusDays(14),
                List.of(Consent.values()));
    }

    static PaymentPlan paymentPlan(LocalDate today) {
        return new PaymentPlan(
                PaymentPlan.Debt.INVOICE,
                "INV-2026-0417",
                null,
                amount(350_000),
                amount(50_000),
                7,
                Frequency.MONTHLY,
                today.plusDays(14));
    }

    static FinancialConsulting financialConsulting(LocalDate today) {
        return new FinancialConsulting(
                FinancialConsulting.Topic.SAVING,
                "How do we put money aside for the children's school fees?",
                "Two children, eight and eleven. Both of us work, and we rent.",
                amount(600_000),
                FinancialConsulting.Channel.PHONE,
                "+234 803 555 0142",
                List.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY),
                List.of(FinancialConsulting.TimeOfDay.MORNING, FinancialConsulting.TimeOfDay.AFTERNOON));
    }

    private static Means means() {
        return new Means(amount(650_000), amount(40_000), amount(120_000), null);
    }

    private static BigDecimal amount(long major) {
        return BigDecimal.valueOf(major);
    }
}
