package com.gmservices.finance;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class PaymentPlanTests extends AtTheOfficersDesk {

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
}
