package com.gmservices.finance;

import com.gmservices.money.Money;
import java.math.BigDecimal;
import java.util.Currency;

/** Amounts as people write them: in major units, of a currency that the offering says. */
final class Amount {

    static final String MOST = "1000000000000";

    private Amount() {}

    /** Yen have no decimals, naira two, dinars three. */
    static boolean fits(BigDecimal amount, Currency currency) {
        return amount.stripTrailingZeros().scale() <= currency.getDefaultFractionDigits();
    }

    static Money of(BigDecimal amount, Currency currency) {
        return Money.ofMajor(amount, currency);
    }
}
