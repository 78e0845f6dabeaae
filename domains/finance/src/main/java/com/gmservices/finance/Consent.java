package com.gmservices.finance;

import java.util.List;

/** What must be agreed to before anybody may look into somebody's credit. */
enum Consent {
    TRUTH,
    CREDIT_BUREAU,
    DATA;

    static boolean isWhole(List<Consent> given) {
        return given.containsAll(List.of(values()));
    }
}
