package com.gmservices.payments.ledger;

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

    public boolean canBeReversed() {
        return reverses == null && reversedBy == null;
    }
}
