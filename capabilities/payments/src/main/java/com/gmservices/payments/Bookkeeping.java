package com.gmservices.payments;

import com.gmservices.money.Money;
import com.gmservices.payments.Payable.Bill;
import com.gmservices.payments.Payable.Tax;
import com.gmservices.payments.ledger.Account;
import com.gmservices.payments.ledger.Fact;
import com.gmservices.payments.ledger.Heading;
import com.gmservices.payments.ledger.Ledger;
import com.gmservices.payments.ledger.Posting;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * What payments mean in the books. Of each payment as much is tax as of the whole price; shares are cut from what has
 * been paid in all, so that the shares of several payments add up to the tax of the bill to the last minor unit.
 */
@Component
class Bookkeeping {

    private final Ledger ledger;
    private final Payables payables;
    private final Payments payments;

    Bookkeeping(Ledger ledger, Payables payables, Payments payments) {
        this.ledger = ledger;
        this.payables = payables;
        this.payments = payments;
    }

    /** The last thing that its transaction does. */
    void charged(Payment payment, AttemptId attempt, Money taken) {
        Account customer = Account.customer(payment.payer());
        Money tax = tax(payment, taken);
        var postings = new ArrayList<Posting>();
        postings.add(new Posting(Account.clearing(payment.gateway()), customer, taken));
        add(postings, customer, Account.REVENUE, taken.minus(tax));
        add(postings, customer, Account.TAX, tax);
        ledger.book(new Fact(Fact.Type.CHARGE, attempt.value(), payment.id().value(), postings));
    }

    /** The last thing that its transaction does. */
    void refunded(Payment payment, Refund refund) {
        Money amount = refund.amount();
        Account customer = Account.customer(payment.payer());
        Money left = payment.captured().minus(payment.refunded()).plus(amount);
        Money taxLeft = Money.of(
                -ledger.booked(payment.id().value(), Heading.TAX),
                amount.currency().getCurrencyCode());
        Money tax = share(taxLeft, amount, left);
        List<Posting> postings = new ArrayList<>();
        add(postings, Account.REFUNDS, customer, amount.minus(tax));
        add(postings, Account.TAX, customer, tax);
        postings.add(new Posting(customer, Account.clearing(payment.gateway()), amount));
        ledger.book(new Fact(Fact.Type.REFUND, refund.id().value(), payment.id().value(), postings));
    }

    private Money tax(Payment payment, Money taken) {
        Money none = Money.zero(taken.currency());
        return payables.bill(payment)
                .filter(bill -> bill.total().currency().equals(taken.currency()))
                .filter(bill -> bill.total().isPositive())
                .map(bill -> tax(bill, payments.capturedBeside(payment), taken))
                .orElse(none);
    }

    private static Money tax(Bill bill, Money before, Money taken) {
        Money whole = bill.taxes().stream().map(Tax::amount).reduce(Money.zero(taken.currency()), Money::plus);
        return share(whole, before.plus(taken), bill.total()).minus(share(whole, before, bill.total()));
    }

    /** As much of it as the part is of all. */
    private static Money share(Money of, Money part, Money all) {
        long capped = Math.min(part.amount(), all.amount());
        return new Money(
                BigDecimal.valueOf(of.amount())
                        .multiply(BigDecimal.valueOf(capped))
                        .divide(BigDecimal.valueOf(all.amount()), 0, RoundingMode.HALF_UP)
                        .longValueExact(),
                of.currency());
    }

    private static void add(List<Posting> postings, Account debit, Account credit, Money amount) {
        if (amount.isPositive()) {
            postings.add(new Posting(debit, credit, amount));
        }
    }
}
