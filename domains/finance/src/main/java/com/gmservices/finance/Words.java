package com.gmservices.finance;

import com.gmservices.money.Money;
import java.math.BigDecimal;
import java.text.NumberFormat;
import org.springframework.context.i18n.LocaleContextHolder;

/** Figures in the reader's language. */
final class Words {

    private Words() {}

    static String money(Money amount) {
        return amount.format(LocaleContextHolder.getLocale());
    }

    /** {@code 33.4%} of {@code 0.3341}. */
    static String percent(BigDecimal share) {
        NumberFormat format = NumberFormat.getPercentInstance(LocaleContextHolder.getLocale());
        format.setMaximumFractionDigits(1);
        return format.format(share);
    }
}
