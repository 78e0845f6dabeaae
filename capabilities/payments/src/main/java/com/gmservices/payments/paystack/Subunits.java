package com.gmservices.payments.paystack;

import com.gmservices.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Set;

/** Paystack's amounts: hundredths of every currency, also of the CFA franc, which has none. */
final class Subunits {

    private static final int DECIMALS = 2;

    /** https://paystack.com/docs/api/#supported-currency */
    private static final Set<String> CURRENCIES = Set.of("NGN", "GHS", "ZAR", "KES", "USD", "XOF");

    private Subunits() {}

    static boolean know(Currency currency) {
        return CURRENCIES.contains(currency.getCurrencyCode());
    }

    static long of(Money money) {
        return money.major().movePointRight(DECIMALS).longValueExact();
    }

    /** Fees in francs come with hundredths. */
    static Money money(long subunits, String code) {
        Currency currency = Currency.getInstance(code);
        return Money.ofMajor(
                BigDecimal.valueOf(subunits, DECIMALS)
                        .setScale(currency.getDefaultFractionDigits(), RoundingMode.HALF_UP),
                currency);
    }
}
