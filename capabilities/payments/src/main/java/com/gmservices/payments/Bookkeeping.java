package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.payments.Payable.Levy;
import com.gmservices.payments.ledger.Account;
import com.gmservices.payments.ledger.Fact;
import com.gmservices.payments.ledger.Heading;
import com.gmservices.payments.ledger.Ledger;
import com.gmservices.payments.ledger.Posting;
import com.gmservices.tenancy.Plan;
import com.gmservices.tenancy.Plans;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What payments mean in the books. Of each payment as much is tax as of the whole price, and the platform has its share;
 * both are cut from what has been paid in all, so that the shares of several payments add up to those of the bill to the
 * last minor unit. What goes back takes along as much of them as it is of what is left.
 */
@Component
class Bookkeeping {

    private final Ledger ledger;
    private final Payables payables;
    private final Plans plans;

    Bookkeeping(Ledger ledger, Payables payables, Plans plans) {
        this.ledger = ledger;
        this.payables = payables;
        this.plans = plans;
    }

    /**
     * The last thing that its transaction does.
     *
     * @param before what other payments have taken for the same thing
     */
    void charged(Payment payment, AttemptId attempt, Money before) {
        Account customer = Account.customer(payment.payer());
        Money taken = payment.captured();
        Money tax = tax(payment, before, taken);
        var postings = new ArrayList<Posting>();
        postings.add(new Posting(Account.clearing(payment.gateway()), customer, taken));
        add(postings, customer, Account.REVENUE, taken.minus(tax));
        add(postings, customer, Account.TAX, tax);
        add(postings, Account.PLATFORM_FEE, Account.PLATFORM, platformFee(payment, before, taken));
        ledger.bookWithCommit(
                new Fact(Fact.Type.CHARGE, attempt.value(), payment.id().value(), postings));
    }

    /** The last thing that its transaction does. */
    void refunded(Payment payment, Refund refund) {
        Money amount = refund.amount();
        Account customer = Account.customer(payment.payer());
        Money left = payment.captured().minus(payment.refunded()).plus(amount);
        Money tax = booked(payment, Heading.TAX).share(amount, left);
        Money fee = booked(payment, Heading.PLATFORM_FEE).share(amount, left);
        List<Posting> postings = new ArrayList<>();
        add(postings, Account.REFUNDS, customer, amount.minus(tax));
        add(postings, Account.TAX, customer, tax);
        postings.add(new Posting(customer, Account.clearing(payment.gateway()), amount));
        add(postings, Account.PLATFORM, Account.PLATFORM_FEE, fee);
        ledger.bookWithCommit(
                new Fact(Fact.Type.REFUND, refund.id().value(), payment.id().value(), postings));
    }

    private Money booked(Payment payment, Heading heading) {
        return new Money(
                heading.read(ledger.booked(payment.id().value(), heading)),
                payment.amount().currency());
    }

    private Money platformFee(Payment payment, Money before, Money taken) {
        Plan plan = plans.of(payment.tenant());
        return plan.shareOf(before.plus(taken)).minus(plan.shareOf(before));
    }

    private Money tax(Payment payment, Money before, Money taken) {
        return payables.levy(payment)
                .filter(levy -> levy.total().currency().equals(taken.currency()))
                .filter(levy -> levy.total().isPositive())
                .map(levy -> until(levy, before.plus(taken)).minus(until(levy, before)))
                .orElseGet(() -> Money.zero(taken.currency()));
    }

    /** Of what is paid beyond the whole price nothing is tax. */
    private static Money until(Levy levy, Money paid) {
        return levy.tax().share(paid.compareTo(levy.total()) < 0 ? paid : levy.total(), levy.total());
    }

    private static void add(List<Posting> postings, Account debit, Account credit, Money amount) {
        if (amount.isPositive()) {
            postings.add(new Posting(debit, credit, amount));
        }
    }
}
