package com.gmservices.payments.reconciliation;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Statement.Kind;
import com.gmservices.payments.gateway.Statement.Movement;
import com.gmservices.payments.ledger.Account;
import com.gmservices.payments.ledger.Fact;
import com.gmservices.payments.ledger.Ledger;
import com.gmservices.payments.ledger.Posting;
import com.gmservices.payments.reconciliation.Told.State;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Compares a line of a gateway's account and books what it says that only the gateway can know: what it has kept, and
 * what it has paid out. Both at once, so that whoever dies has done all of it or nothing.
 */
@Component
class Settling {

    private final Movements movements;
    private final Matching matching;
    private final Differences differences;
    private final Ledger ledger;
    private final Clock clock;

    Settling(Movements movements, Matching matching, Differences differences, Ledger ledger, Clock clock) {
        this.movements = movements;
        this.matching = matching;
        this.differences = differences;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** For the first time, or once more for a line with which something was wrong. */
    @Transactional
    public void settle(MovementId id) {
        Told told = movements.lock(id);
        Finding finding = matching.examine(told);
        differences.vanish(id, finding.differs(), clock.instant());
        if (finding.differs() != null) {
            differences.open(Difference.in(told, finding, finding.differs(), clock.instant()));
        }
        if (told.state() != State.KNOWN) {
            know(told, finding);
        }
    }

    /** What a line of nobody's has cost is not booked: it may well belong to another shop under the same account. */
    private void know(Told told, Finding finding) {
        if (!finding.isKnown()) {
            movements.know(told.id(), State.UNKNOWN, null);
            return;
        }
        Ours about = finding.about();
        movements.know(told.id(), State.KNOWN, about);
        if (about != null) {
            differences.found(about, clock.instant());
        }
        book(told, about);
    }

    private void book(Told told, @Nullable Ours about) {
        List<Posting> postings = postings(told.gateway(), told.movement());
        if (!postings.isEmpty()) {
            ledger.book(new Fact(
                    told.movement().kind() == Kind.PAYOUT ? Fact.Type.SETTLEMENT : Fact.Type.FEE,
                    told.id().value(),
                    about == null ? null : about.payment(),
                    postings));
        }
    }

    private static List<Posting> postings(String gateway, Movement movement) {
        var postings = new ArrayList<Posting>();
        Account clearing = Account.clearing(gateway);
        Money kept = movement.kind() == Kind.FEE ? movement.gross().plus(movement.fee()) : movement.fee();
        if (movement.kind() == Kind.PAYOUT) {
            postings.add(new Posting(Account.BANK, clearing, movement.gross()));
        }
        if (kept.isPositive()) {
            postings.add(new Posting(Account.fees(gateway), clearing, kept));
        }
        return postings;
    }
}
