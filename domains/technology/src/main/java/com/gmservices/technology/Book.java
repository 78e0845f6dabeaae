package com.gmservices.technology;

import java.util.Locale;

/** The books of a technology firm, a line per request each; a line's id is its request's. */
enum Book {
    PROJECT,
    ENGAGEMENT,
    PURCHASE_ORDER,
    TICKET;

    String table() {
        return "technology." + name().toLowerCase(Locale.ROOT);
    }
}
