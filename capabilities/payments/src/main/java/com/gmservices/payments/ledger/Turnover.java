package com.gmservices.payments.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What an entry adds to each account, in the order of their addresses. */
record Turnover(Currency currency, Map<String, Sum> byAddress) {

    record Sum(Heading heading, long debits, long credits, long postings) {

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

    /** What is added to an account: how many postings, and debits less credits. */
    record Addition(long postings, long balance) {

        private static final Addition NONE = new Addition(0, 0);

        private Addition plus(long amount) {
            return new Addition(postings + 1, Math.addExact(balance, amount));
        }
    }

    /** A posting, and what the postings after it add to its accounts. */
    record Line(Posting posting, Addition debit, Addition credit) {}

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

    static List<Line> lines(List<Posting> postings) {
        var later = new HashMap<Account, Addition>();
        var lines = new ArrayList<Line>();
        for (Posting posting : postings.reversed()) {
            Addition debit = later.getOrDefault(posting.debit(), Addition.NONE);
            Addition credit = later.getOrDefault(posting.credit(), Addition.NONE);
            lines.add(new Line(posting, debit, credit));
            long amount = posting.amount().amount();
            later.put(posting.debit(), debit.plus(amount));
            later.put(posting.credit(), credit.plus(-amount));
        }
        return lines.reversed();
    }
}
