package com.gmservices.payments.dispute;

import com.gmservices.database.Cursor;
import com.gmservices.database.Page;
import com.gmservices.money.Money;
import com.gmservices.payments.dispute.Hearsay.Word;
import com.gmservices.payments.gateway.ComplaintNews;
import com.gmservices.tenancy.CurrentMember;
import java.time.Clock;
import java.time.Duration;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** The disputes of the current tenant's payments. */
@Service
public class Disputes implements ComplaintNews {

    /** So many of those that are open stand on the page. */
    private static final int SHOWN = 200;

    private static final Duration SETTLES_WITHIN = Duration.ofHours(1);

    private final Hearsay hearsay;
    private final Hearings hearings;
    private final DisputeRows rows;
    private final TransactionTemplate transactions;
    private final Clock clock;

    Disputes(Hearsay hearsay, Hearings hearings, DisputeRows rows, TransactionTemplate transactions, Clock clock) {
        this.hearsay = hearsay;
        this.hearings = hearings;
        this.rows = rows;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * On a gateway's word that something has become of a complaint. It is kept until the complaint is written as the
     * gateway tells it when asked: a job goes on with what does not succeed at once. Not within a transaction.
     *
     * @param reference the gateway's name for the complaint
     */
    @Override
    public void changed(String gateway, String reference) {
        settle(hearsay.hear(gateway, reference, clock.instant()));
    }

    void settle(Word word) {
        if (hearings.hold(word.gateway(), word.reference())) {
            hearsay.forget(word);
        }
    }

    /** Of one payment, the newest first. */
    public List<Dispute> of(UUID payment) {
        return transactions.execute(status -> rows.of(payment));
    }

    /** What a gateway holds back of a payment, until it is decided or for good. */
    public Money takenBack(UUID payment, Currency currency) {
        return transactions.execute(status -> rows.takenBack(payment, currency));
    }

    Dispute find(CurrentMember staff, DisputeId id) {
        staff.require("read:disputes");
        return transactions.execute(status -> rows.find(id)).orElseThrow(DisputeRefused.NotFound::new);
    }

    /** The newest first. */
    Page<Dispute> list(CurrentMember staff, @Nullable DisputeStage stage, Cursor cursor, int limit) {
        staff.require("read:disputes");
        return transactions.execute(status -> rows.list(stage, cursor, limit));
    }

    /** Those that wait for an answer first, by the time that is left for it. */
    List<Dispute> open(CurrentMember staff) {
        staff.require("read:disputes");
        return transactions.execute(status -> rows.open(SHOWN));
    }

    /** The newest first. */
    Page<Dispute> decided(CurrentMember staff, Cursor cursor, int limit) {
        staff.require("read:disputes");
        return transactions.execute(status -> rows.decided(cursor, limit));
    }

    /** Complaints about charges that nobody here knows. */
    List<Word> unsettled(CurrentMember staff) {
        staff.require("read:disputes");
        return hearsay.unsettled(clock.instant().minus(SETTLES_WITHIN), SHOWN);
    }
}
