package com.gmservices.payments.ledger;

import com.gmservices.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What was booked. */
public record Entry(
        EntryId id,
        Fact.Type type,
        UUID source,
        @Nullable UUID payment,
        @Nullable EntryId reverses,
        @Nullable EntryId reversedBy,
        @Nullable String note,
        Instant at,
        List<Posting> postings) {

    public Entry {
        postings = List.copyOf(postings);
    }

    /** What it has moved on an account, debits less credits; nothing once it is reversed. */
    public Money moved(Account account) {
        long moved = reversedBy == null
                ? postings.stream().mapToLong(posting -> posting.on(account)).sum()
                : 0;
        return new Money(moved, postings.getFirst().amount().currency());
    }

    public boolean canBeReversed() {
        return reverses == null && reversedBy == null;
    }
}
