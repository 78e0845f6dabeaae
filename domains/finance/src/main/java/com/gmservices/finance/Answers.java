package com.gmservices.finance;

import com.gmservices.requests.line.Findings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is asked of answers of all kinds. */
final class Answers {

    private Answers() {}

    static void holdNoBankNumber(String at, @Nullable String text, Findings findings) {
        if (BankNumber.standsIn(text)) {
            findings.unfit(at, "bank-number");
        }
    }

    static void agree(List<Consent> consents, Findings findings) {
        if (!Consent.isWhole(consents)) {
            findings.unfit("consents", "consents");
        }
    }
}
