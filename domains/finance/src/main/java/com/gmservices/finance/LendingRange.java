package com.gmservices.finance;

import com.gmservices.money.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Between which amounts a loan makes sense; outside it, somebody has mistyped. */
record LendingRange(Money least, Money most) {

    static LendingRange in(Currency currency) {
        return switch (currency.getCurrencyCode()) {
            case "NGN" -> of(10_000, 1_000_000_000, currency);
            case "EUR", "GBP", "USD" -> of(100, 5_000_000, currency);
            default -> of(10, 1_000_000_000_000L, currency);
        };
    }

    boolean holds(Money amount) {
        return amount.compareTo(least) >= 0 && amount.compareTo(most) <= 0;
    }

    private static LendingRange of(long least, long most, Currency currency) {
        return new LendingRange(
                Amount.of(BigDecimal.valueOf(least), currency), Amount.of(BigDecimal.valueOf(most), currency));
    }
}
