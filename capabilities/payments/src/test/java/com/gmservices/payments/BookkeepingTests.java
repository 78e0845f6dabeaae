package com.gmservices.payments;

import static com.gmservices.payments.Till.wish;
import static org.assertj.core.api.Assertions.assertThat;

import com.gmservices.money.Money;
import com.gmservices.tenancy.Plan;
import com.gmservices.tenancy.Plans;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class BookkeepingTests extends AtTheTill {

    @Autowired
    Plans plans;

    @Test
    void aChargeIsEarnedAsRevenueAndTax() {
        pay(bill(10_750, 750), "sandbox_ok", null);

        assertThat(balance("clearing:sandbox")).isEqualTo(10_750);
        assertThat(balance("revenue")).isEqualTo(10_000);
        assertThat(balance("tax")).isEqualTo(750);
        assertThat(balance("customer:" + ada.id())).isZero();
    }

    @Test
    void partsOfTheTaxAddUpToItsWhole() {
        UUID bill = bill(1_000, 70);

        pay(bill, "sandbox_ok", 333L);
        pay(bill, "sandbox_ok", 333L);
        pay(bill, "sandbox_ok", null);

        assertThat(balance("tax")).isEqualTo(70);
        assertThat(balance("revenue")).isEqualTo(930);
    }

    @Test
    void whatWasNotTakenIsNotBooked() {
        pay(bill(1_000, 0), "sandbox_declined", null);
        pay(bill(1_000, 0), "sandbox_silent", null);
        pay(bill(1_000, 0), "sandbox_action", null);

        assertThat(in(() -> books.entries())).isZero();
    }

    @Test
    void refundsGiveBackTheirShareOfTheTax() {
        Payment payment = pay(bill(1_000, 70), "sandbox_ok", null);

        refund(payment, 333);
        refund(payment, 333);
        assertThat(balance("tax")).isEqualTo(70 - 23 - 23);
        refund(payment, 334);

        assertThat(balance("tax")).isZero();
        assertThat(balance("refunds")).isEqualTo(930);
        assertThat(balance("clearing:sandbox")).isZero();
        assertThat(balance("customer:" + ada.id())).isZero();
    }

    @Test
    void thePlatformHasItsShareAndGivesItBackWithRefunds() {
        agree(250);
        UUID bill = bill(1_000, 70);

        pay(bill, "sandbox_ok", 333L);
        assertThat(balance("platform_fee")).isEqualTo(8);
        Payment rest = pay(bill, "sandbox_ok", null);

        assertThat(balance("platform_fee")).isEqualTo(25);
        assertThat(balance("platform")).isEqualTo(25);
        assertThat(balance("revenue")).isEqualTo(930);
        refund(rest, 600);
        assertThat(balance("platform")).isEqualTo(25 - 15);
        refund(rest, 67);
        assertThat(balance("platform")).isEqualTo(8);
        assertThat(balance("platform_fee")).isEqualTo(8);
    }

    @Test
    void aPlanWithoutAShareBooksNone() {
        pay(bill(1_000, 0), "sandbox_ok", null);

        assertThat(balance("platform_fee")).isZero();
        assertThat(balance("platform")).isZero();
    }

    @Test
    void sharesAddUpHoweverABillIsPaidAndGivenBack() {
        var random = new Random(6);
        agree(1 + random.nextInt(10_000));
        long taxes = 0;
        long fees = 0;
        for (int round = 0; round < 12; round++) {
            long total = 1 + random.nextLong(5_000);
            long tax = random.nextLong(total);
            UUID bill = bill(total, tax);
            List<Payment> paid = new ArrayList<>();
            for (long due = total; due > 0; due -= paid.getLast().captured().amount()) {
                paid.add(pay(bill, "sandbox_ok", due - random.nextLong(due)));
            }
            taxes += tax;
            fees += in(() -> plans.of(harbour).shareOf(Money.of(total, "NGN"))).amount();
            assertThat(balance("tax")).isEqualTo(taxes);
            assertThat(balance("platform_fee")).isEqualTo(fees);
            if (round % 2 == 0) {
                paid.forEach(payment -> giveBack(payment, random));
                taxes -= tax;
                fees -= in(() -> plans.of(harbour).shareOf(Money.of(total, "NGN")))
                        .amount();
                assertThat(balance("tax")).isEqualTo(taxes);
                assertThat(balance("platform")).isEqualTo(fees);
            }
        }
        assertThat(in(() -> books.faults())).isZero();
    }

    /** Some part after the other, until nothing is left. */
    private void giveBack(Payment payment, Random random) {
        for (long left = payment.captured().amount(); left > 0; ) {
            long part = left - random.nextLong(left);
            refund(payment, part);
            left -= part;
        }
    }

    private void agree(int basisPoints) {
        plans.agree(harbour, 1, new Plan("Share", 100, 20, 1_000, 1, null, basisPoints, null, null));
    }

    private UUID bill(long total, long tax) {
        return in(() -> bills.bill(harbour, ada.id(), total, tax));
    }

    private Payment pay(UUID bill, String method, @Nullable Long deposit) {
        var whole = wish(bill, "sandbox", method);
        return deposit == null
                ? in(() -> checkout.pay(ada, whole, UUID.randomUUID().toString()))
                : in(() -> checkout.pay(
                        ben,
                        new Checkout.Wish(
                                whole.kind(),
                                bill,
                                "sandbox",
                                Try.of(method),
                                Money.of(deposit, "NGN"),
                                null,
                                CaptureMethod.AUTOMATIC),
                        UUID.randomUUID().toString()));
    }

    private void refund(Payment payment, long amount) {
        in(() -> refunding.refund(
                ben,
                payment.id(),
                Money.of(amount, "NGN"),
                null,
                UUID.randomUUID().toString()));
    }
}
