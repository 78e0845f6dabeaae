package com.gmservices.payments.ledger;

import com.gmservices.tenancy.Refusal;

/** What the books do not do. */
public abstract sealed class LedgerRefused extends Refusal {

    private LedgerRefused(Category category, String code, String message) {
        super(category, code, message);
    }

    public static final class NotFound extends LedgerRefused {
        NotFound(String what) {
            super(Category.MISSING, "not-found", "There is no such %s".formatted(what));
        }
    }

    public static final class AlreadyReversed extends LedgerRefused {
        AlreadyReversed() {
            super(Category.CONFLICT, "already-reversed", "This entry was reversed, or is a reversal itself");
        }
    }
}
