package com.gmservices.finance;

import com.gmservices.money.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** What is asked for, before anybody has said what it will cost. */
record LoanTerms(Money amount, int months) {

    static LoanTerms of(LoanApplication loan, Currency currency) {
        return new LoanTerms(Amount.of(loan.amount(), currency), loan.termMonths());
    }

    /** The least that has to be repaid each month, without interest: rounded up, so that it is enough. */
    Money monthly() {
        BigDecimal part =
                BigDecimal.valueOf(amount.amount()).divide(BigDecimal.valueOf(months), 0, RoundingMode.CEILING);
        return new Money(part.longValueExact(), amount.currency());
    }
}
