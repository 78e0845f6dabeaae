package com.gmservices.payments.reconciliation;

import com.gmservices.money.Money;
import com.gmservices.payments.gateway.Statement.Movement;
import com.gmservices.payments.ledger.Account;
import com.gmservices.payments.ledger.Entry;
import com.gmservices.payments.ledger.Fact;
import com.gmservices.payments.ledger.Ledger;
import com.gmservices.payments.reconciliation.Difference.Kind;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Finds what of ours a line of a gateway's account is, by our key if it has it and by the gateway's names if not. */
@Component
class Matching {

    private final OurSide ours;
    private final Movements movements;
    private final Ledger ledger;

    Matching(OurSide ours, Movements movements, Ledger ledger) {
        this.ours = ours;
        this.movements = movements;
        this.ledger = ledger;
    }

    Finding examine(Told told) {
        return switch (told.movement().kind()) {
            case CHARGE ->
                charge(told)
                        .map(it -> compare(told, it, Kind.NOT_TAKEN_HERE, Fact.Type.CHARGE))
                        .orElseGet(() -> Finding.unknown(Kind.UNKNOWN_CHARGE));
            case REFUND ->
                refund(told)
                        .map(it -> compare(told, it, Kind.NOT_GIVEN_BACK_HERE, Fact.Type.REFUND))
                        .orElseGet(() -> Finding.unknown(Kind.UNKNOWN_REFUND));
            case DISPUTE -> dispute(told, Fact.Type.DISPUTE);
            case DISPUTE_WON -> dispute(told, Fact.Type.DISPUTE_WON);
            case FEE, PAYOUT -> Finding.OF_THEIRS;
        };
    }

    private Finding compare(Told told, Ours it, Kind notDone, Fact.Type type) {
        Money theirs = told.movement().gross();
        if (!it.isDone()) {
            return Finding.differs(notDone, it);
        }
        if (movements.other(told, it.id()).isPresent()) {
            return Finding.differs(Kind.LISTED_TWICE, it);
        }
        if (!theirs.currency().equals(it.amount().currency())) {
            return Finding.differs(Kind.CURRENCY_DIFFERS, it);
        }
        if (!theirs.equals(it.amount())) {
            return Finding.differs(Kind.AMOUNT_DIFFERS, it);
        }
        Money booked = booked(told, ledger.find(type, it.id()));
        return booked.equals(theirs) ? Finding.agrees(it) : new Finding(it, Kind.BOOKED_OTHERWISE, booked);
    }

    /** What the books have moved on the gateway's clearing account, whichever way. */
    private static Money booked(Told told, Optional<Entry> entry) {
        Money moved = entry.map(it -> it.moved(Account.clearing(told.gateway())))
                .orElseGet(() -> Money.zero(told.movement().gross().currency()));
        return new Money(Math.abs(moved.amount()), moved.currency());
    }

    private Optional<Ours> charge(Told told) {
        Movement movement = told.movement();
        return Optional.ofNullable(movement.key())
                .flatMap(key -> ours.charge(told.gateway(), key))
                .or(() ->
                        Optional.ofNullable(movement.object()).flatMap(object -> ours.charge(told.gateway(), object)));
    }

    /** Some gateways name the charge only that was given back. */
    private Optional<Ours> refund(Told told) {
        Movement movement = told.movement();
        return Optional.ofNullable(movement.key())
                .flatMap(key -> ours.refund(told.gateway(), key))
                .or(() -> Optional.ofNullable(movement.object()).flatMap(object -> ours.refund(told.gateway(), object)))
                .or(() -> charge(told)
                        .flatMap(charge -> ours.refundOf(told.gateway(), charge.payment(), movement.gross())));
    }

    /** The books know each dispute of a payment by an entry; the one with this amount is asked for first. */
    private Finding dispute(Told told, Fact.Type type) {
        Money theirs = told.movement().gross();
        return disputed(told).stream()
                .flatMap(payment -> ledger.of(payment).stream())
                .filter(entry -> entry.type() == type)
                .map(entry -> booked(told, entry))
                .filter(dispute -> movements.other(told, dispute.id()).isEmpty())
                .min(Comparator.comparing(dispute -> !dispute.amount().equals(theirs)))
                .map(dispute -> compare(told, dispute, Kind.UNKNOWN_DISPUTE, type))
                .orElseGet(() -> Finding.unknown(Kind.UNKNOWN_DISPUTE));
    }

    private static Ours booked(Told told, Entry entry) {
        UUID payment = Objects.requireNonNull(entry.payment());
        return new Ours(entry.source(), payment, true, booked(told, Optional.of(entry)), entry.at());
    }

    /** Some gateways name the charge in such a line, and some the complaint. */
    private Optional<UUID> disputed(Told told) {
        return charge(told)
                .map(Ours::payment)
                .or(() -> Optional.ofNullable(told.movement().object())
                        .flatMap(object -> ours.disputed(told.gateway(), object)));
    }
}
