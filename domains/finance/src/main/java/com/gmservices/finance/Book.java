package com.gmservices.finance;

import java.util.Locale;

/** The books that are kept, each a table with a line per request. */
enum Book {
    LOAN_APPLICATION,
    CREDIT_ASSESSMENT,
    PAYMENT_PLAN,
    ENGAGEMENT;

    String table() {
        return "finance." + name().toLowerCase(Locale.ROOT);
    }
}
