package com.gmservices.payments.dispute;

import com.gmservices.payments.dispute.DisputeEvent.DisputeDecided;
import com.gmservices.payments.dispute.DisputeEvent.DisputeOpened;
import com.gmservices.payments.gateway.Complaints.Complaint;
import com.gmservices.payments.ledger.Account;
import com.gmservices.payments.ledger.Fact;
import com.gmservices.payments.ledger.Ledger;
import com.gmservices.payments.ledger.Posting;
import com.gmservices.tenancy.CurrentTenant;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Writes down what a gateway says of a complaint, and books what it means: the money goes from the gateway's clearing
 * account to the disputes, and comes back from there when the dispute is won. What is lost or accepted stays with the
 * disputes, as the loss that it is.
 */
@Component
@Transactional
class Docket {

    private static final Logger log = LoggerFactory.getLogger(Docket.class);

    private final DisputeRows rows;
    private final Ledger ledger;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Docket(DisputeRows rows, Ledger ledger, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.ledger = ledger;
        this.events = events;
        this.clock = clock;
    }

    /** False when it is to be read again: somebody else has written it, or it is decided already. */
    boolean open(String gateway, DisputedCharges.Taken charge, Complaint said) {
        Instant now = clock.instant();
        Dispute opened = Dispute.opened(CurrentTenant.id(), gateway, charge, said, now);
        if (!rows.add(opened)) {
            return false;
        }
        events.publishEvent(opened.event(DisputeOpened::new, now));
        if (opened.isTakenBack()) {
            takeBack(opened);
        }
        return opened.stands(said);
    }

    /**
     * False when it is to be read again: somebody has written since before it was read.
     *
     * @param seen as it stood before the gateway was asked
     */
    boolean move(Dispute seen, Complaint said) {
        if (!said.amount().equals(seen.amount())) {
            log.warn("dispute {} was about {} and is now said to be {}", seen.id(), seen.amount(), said.amount());
        }
        if (seen.stands(said)) {
            return true;
        }
        Instant now = clock.instant();
        Dispute moved = seen.said(said, now);
        if (!rows.replace(moved, now)) {
            return false;
        }
        tell(seen, moved, now);
        book(seen, moved);
        return true;
    }

    private void tell(Dispute seen, Dispute moved, Instant now) {
        if (moved.stage().isOpen() && !seen.stage().isOpen()) {
            events.publishEvent(moved.event(DisputeOpened::new, now));
        } else if (!moved.stage().isOpen() && moved.stage() != seen.stage()) {
            events.publishEvent(moved.event(DisputeDecided::new, now));
        }
    }

    /** The last thing that its transaction does. */
    private void book(Dispute seen, Dispute moved) {
        if (seen.isTakenBack() && !moved.isTakenBack()) {
            bringBack(moved);
        } else if (!seen.isTakenBack() && moved.isTakenBack()) {
            takeBack(moved);
        }
    }

    private void takeBack(Dispute dispute) {
        book(
                Fact.Type.DISPUTE,
                dispute,
                new Posting(Account.DISPUTES, Account.clearing(dispute.gateway()), dispute.amount()));
    }

    private void bringBack(Dispute dispute) {
        book(
                Fact.Type.DISPUTE_WON,
                dispute,
                new Posting(Account.clearing(dispute.gateway()), Account.DISPUTES, dispute.amount()));
    }

    /** One that was won and is taken up again moves the money anew: that is another fact. */
    private void book(Fact.Type type, Dispute dispute, Posting posting) {
        List<Posting> postings = List.of(posting);
        if (ledger.book(new Fact(type, dispute.id().value(), dispute.payment(), postings))
                .isEmpty()) {
            ledger.book(new Fact(type, again(dispute), dispute.payment(), postings));
        }
    }

    private static UUID again(Dispute moved) {
        return UUID.nameUUIDFromBytes(
                "%s %d".formatted(moved.id(), moved.revision()).getBytes(StandardCharsets.UTF_8));
    }
}
