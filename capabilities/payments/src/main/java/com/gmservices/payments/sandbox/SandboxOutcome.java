package com.gmservices.payments.sandbox;

import java.util.Locale;

/** What somebody who tries things out lets happen on the sandbox's page. */
enum SandboxOutcome {
    PAID,
    DECLINED,
    /** The payer's bank asks them first. */
    BANK,
    /** The money is taken, and nobody ever says so. */
    SILENCE,
    /** The same word comes two times. */
    TWICE,
    /** The word comes long after the payer. */
    LATE,
    /** Paid, and complained about afterwards. */
    COMPLAINT;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SandboxOutcome of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
