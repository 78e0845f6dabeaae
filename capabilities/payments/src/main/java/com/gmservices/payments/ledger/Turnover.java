package com.gmservices.payments.ledger;

import com.gmservices.money.Money;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an entry adds to each account, in the order of their addresses. */
record Turnover(Currency currency, Map<String, Sum> byAddress) {

    record Sum(Heading heading, long debits, long credits, int postings) {

        private static Sum of(Heading heading, long debits, long credits) {
            return new Sum(heading, debits, credits, 1);
        }

        private Sum plus(Sum other) {
            return new Sum(
                    heading,
                    Math.addExact(debits, other.debits),
                    Math.addExact(credits, other.credits),
                    postings + other.postings);
        }
    }

    /** How an account stands: its balance is debits less credits. */
    record Standing(long number, long balance) {}

    /** A posting, and how its accounts stand since. */
    record Settled(Posting posting, Standing debit, Standing credit) {}

    static Turnover of(List<Posting> postings) {
        var sums = new TreeMap<String, Sum>();
        for (Posting posting : postings) {
            long amount = posting.amount().amount();
            Account debit = posting.debit();
            Account credit = posting.credit();
            sums.merge(debit.address(), Sum.of(debit.heading(), amount, 0), Sum::plus);
            sums.merge(credit.address(), Sum.of(credit.heading(), 0, amount), Sum::plus);
        }
        return new Turnover(postings.getFirst().amount().currency(), sums);
    }

    /** In the order of their codes. */
    Map<Heading, Sum> byHeading() {
        var sums = new TreeMap<Heading, Sum>(Comparator.comparing(Heading::code));
        byAddress.values().forEach(sum -> sums.merge(sum.heading(), sum, Sum::plus));
        return sums;
    }

    /** Goes back from where the accounts stand after all of them. */
    List<Settled> settled(List<Posting> postings, Map<String, Standing> after) {
        var standings = new TreeMap<>(after);
        var settled = new ArrayList<Settled>();
        for (Posting posting : postings.reversed()) {
            Standing debit = standing(standings, posting.debit());
            Standing credit = standing(standings, posting.credit());
            settled.add(new Settled(posting, debit, credit));
            Money amount = posting.amount();
            standings.put(posting.debit().address(), new Standing(debit.number - 1, debit.balance - amount.amount()));
            standings.put(
                    posting.credit().address(), new Standing(credit.number - 1, credit.balance + amount.amount()));
        }
        return settled.reversed();
    }

    private static Standing standing(Map<String, Standing> standings, Account account) {
        Standing standing = standings.get(account.address());
        if (standing == null) {
            throw new IllegalStateException("The account %s has no standing".formatted(account));
        }
        return standing;
    }
}
