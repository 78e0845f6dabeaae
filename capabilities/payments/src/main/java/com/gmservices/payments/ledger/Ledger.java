package com.gmservices.payments.ledger;

import com.gmservices.database.Cursor;
import com.gmservices.payments.ledger.Journal.Head;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.Tenants;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Books what has happened to money. Balances are kept as entries come: the rows of the accounts are locked in the order
 * of their addresses and those of the days after them, so that no two entries wait for each other in a circle. A
 * transaction books one entry, as the last thing that it does: from then on it holds up others of the same business.
 */
@Service
public class Ledger {

    private final Entries entries;
    private final Journal journal;
    private final Tenants tenants;
    private final Clock clock;

    Ledger(Entries entries, Journal journal, Tenants tenants, Clock clock) {
        this.entries = entries;
        this.journal = journal;
        this.tenants = tenants;
        this.clock = clock;
    }

    /** In the transaction of the fact itself. Empty when it was booked before. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<EntryId> book(Fact fact) {
        return write(fact, null, null, null);
    }

    /** The same with the commit of that transaction, so that others wait for no more than this; and once at most. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void bookWithCommit(Fact fact) {
        Head entry = head(fact, null, null, null);
        List<Posting> postings = fact.postings();
        journal.writeWithCommit(entry, Turnover.lines(postings), day(entry), Turnover.of(postings));
    }

    /** Books the opposite of an entry that was wrong. */
    @Transactional
    public EntryId reverse(CurrentMember admin, EntryId id, String reason) {
        admin.require("correct:ledger");
        Entry wrong = find(id);
        if (!wrong.canBeReversed()) {
            throw new LedgerRefused.AlreadyReversed();
        }
        List<Posting> back =
                wrong.postings().reversed().stream().map(Posting::reversed).toList();
        return write(
                        new Fact(Fact.Type.REVERSAL, id.value(), wrong.payment(), back),
                        id,
                        reason,
                        admin.id().value())
                .orElseThrow(LedgerRefused.AlreadyReversed::new);
    }

    @Transactional(readOnly = true)
    public Entry find(EntryId id) {
        return entries.find(id).orElseThrow(() -> new LedgerRefused.NotFound("entry"));
    }

    /** Empty when it was never booked. */
    @Transactional(readOnly = true)
    public Optional<Entry> find(Fact.Type type, UUID source) {
        return entries.find(type, source);
    }

    /** All that was booked for a payment, the newest first. */
    @Transactional(readOnly = true)
    public List<Entry> of(UUID payment) {
        return entries.list(payment, Cursor.newest().after(), Integer.MAX_VALUE);
    }

    /** What is booked for a payment under a heading: debits less credits. */
    @Transactional(readOnly = true)
    public long booked(UUID payment, Heading heading) {
        return entries.booked(payment, heading);
    }

    private Optional<EntryId> write(
            Fact fact, @Nullable EntryId reverses, @Nullable String note, @Nullable UUID actor) {
        Head entry = head(fact, reverses, note, actor);
        List<Posting> postings = fact.postings();
        return journal.write(entry, Turnover.lines(postings), day(entry), Turnover.of(postings))
                ? Optional.of(entry.id())
                : Optional.empty();
    }

    private Head head(Fact fact, @Nullable EntryId reverses, @Nullable String note, @Nullable UUID actor) {
        return new Head(EntryId.next(), fact, reverses, note, actor, clock.instant());
    }

    private LocalDate day(Head entry) {
        return LocalDate.ofInstant(entry.at(), tenants.current().timeZone());
    }
}
