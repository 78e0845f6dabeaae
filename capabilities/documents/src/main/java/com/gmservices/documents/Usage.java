package com.gmservices.documents;

import com.gmservices.tenancy.CurrentMember;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** How much a business keeps and for how long, for those who look after it. */
@Service
public class Usage {

    private static final int LONGEST = 600;

    private final Holdings holdings;
    private final TransactionTemplate transactions;

    Usage(Holdings holdings, TransactionTemplate transactions) {
        this.holdings = holdings;
        this.transactions = transactions;
    }

    /** @param keepMonths null for ever */
    public record Reading(
            long bytes, long quota, int files, @Nullable Integer keepMonths) {

        /** Of a hundred. */
        public int percent() {
            return quota == 0 ? 100 : (int) Math.min(100, 100 * bytes / quota);
        }

        public boolean isNearlyFull() {
            return percent() >= 90;
        }
    }

    public Reading now(CurrentMember admin) {
        admin.require("manage:documents");
        Holdings.Holding now = Objects.requireNonNull(transactions.execute(status -> holdings.now()));
        return new Reading(now.bytes(), holdings.quota(), now.files(), now.keepMonths());
    }

    /** From the next round on older files are taken away, but for those that are kept for good. */
    public void keep(CurrentMember admin, @Nullable Integer months) {
        admin.require("manage:documents");
        if (months != null && (months < 1 || months > LONGEST)) {
            throw new DocumentRefused.Invalid("/keep_months", "Keep files for 1 to 600 months, or for ever");
        }
        transactions.executeWithoutResult(status -> holdings.keep(months));
    }
}
