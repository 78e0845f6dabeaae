package com.gmservices.payments.ledger;

import com.gmservices.money.Money;

/** An amount that leaves one account and stands in another: balanced by its form. */
public record Posting(Account debit, Account credit, Money amount) {

    public Posting {
        if (!amount.isPositive()) {
            throw new IllegalArgumentException("A posting moves something, not %s".formatted(amount));
        }
        if (debit.equals(credit)) {
            throw new IllegalArgumentException("A posting moves between two accounts, not within %s".formatted(debit));
        }
    }

    /** Debits less credits. */
    long on(Account account) {
        return account.equals(debit) ? amount.amount() : account.equals(credit) ? -amount.amount() : 0;
    }

    Posting reversed() {
        return new Posting(credit, debit, amount);
    }
}
