package com.gmservices.payments.reconciliation;

import com.gmservices.money.Money;
import com.gmservices.payments.reconciliation.Difference.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What comes of comparing a line of a gateway's account with what we know.
 *
 * @param about what of ours it is
 * @param differs null when all agrees
 * @param ours the amount as we have it, where there is one
 */
record Finding(
        @Nullable Ours about,
        @Nullable Kind differs,
        @Nullable Money ours) {

    /** Nothing of ours has to stand against it. */
    static final Finding OF_THEIRS = new Finding(null, null, null);

    static Finding agrees(Ours about) {
        return new Finding(about, null, about.amount());
    }

    static Finding differs(Kind kind, Ours about) {
        return new Finding(about, kind, about.amount());
    }

    static Finding unknown(Kind kind) {
        return new Finding(null, kind, null);
    }

    boolean isKnown() {
        return differs == null || differs.isOfOurs();
    }
}
