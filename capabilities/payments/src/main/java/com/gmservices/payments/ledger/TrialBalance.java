package com.gmservices.payments.ledger;

import com.gmservices.money.Money;
import com.gmservices.payments.ledger.Days.Total;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How all headings stood at the end of a day, in one currency. */
record TrialBalance(Currency currency, List<Total> lines, Money debits, Money credits) {

    /** One for each currency, by its code. */
    static List<TrialBalance> of(List<Total> totals) {
        return totals.stream()
                .collect(Collectors.groupingBy(it -> it.debit().currency().getCurrencyCode()))
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .map(it -> of(Currency.getInstance(it.getKey()), it.getValue()))
                .toList();
    }

    private static TrialBalance of(Currency currency, List<Total> totals) {
        Money none = Money.zero(currency);
        return new TrialBalance(
                currency,
                totals.stream().sorted(Comparator.comparing(Total::heading)).toList(),
                totals.stream().map(Total::debit).reduce(none, Money::plus),
                totals.stream().map(Total::credit).reduce(none, Money::plus));
    }

    public boolean isBalanced() {
        return debits.equals(credits);
    }
}
