package com.gmservices.technology;

import com.gmservices.money.Money;
import com.gmservices.tenancy.Tenants;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** A budget as it stands in the books: minor units, and of which currency; nothing where nothing was told. */
record Spending(
        @Nullable Long from, @Nullable Long upTo, @Nullable String currency) {

    private static final Spending UNTOLD = new Spending(null, null, null);

    static Spending of(@Nullable Budget budget, Tenants tenants) {
        if (budget == null) {
            return UNTOLD;
        }
        Currency currency = tenants.current().currency();
        return new Spending(
                budget.from() == null
                        ? null
                        : Money.ofMajor(budget.from(), currency).amount(),
                Money.ofMajor(budget.upTo(), currency).amount(),
                currency.getCurrencyCode());
    }
}
