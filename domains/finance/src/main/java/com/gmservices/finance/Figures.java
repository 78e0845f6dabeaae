package com.gmservices.finance;

import com.gmservices.requests.line.Findings;
import java.math.BigDecimal;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** The amounts among the answers. Only when each has no more decimals than its currency can they be reckoned with. */
final class Figures {

    private final Currency currency;
    private final Findings findings;
    private boolean sound = true;

    Figures(Currency currency, Findings findings) {
        this.currency = currency;
        this.findings = findings;
    }

    void look(String at, @Nullable BigDecimal amount) {
        if (amount != null && !Amount.fits(amount, currency)) {
            findings.unfit(at, "decimals", currency.getCurrencyCode(), currency.getDefaultFractionDigits());
            sound = false;
        }
    }

    void look(@Nullable Means means) {
        if (means != null) {
            look("means/income", means.income());
            look("means/repayments", means.repayments());
            look("means/housing", means.housing());
            look("means/other", means.other());
        }
    }

    boolean areSound() {
        return sound;
    }
}
