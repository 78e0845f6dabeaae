package com.gmservices.requests;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A way that a card on the board can go. */
public record Step(Move move, RequestStatus to) {

    /** What it takes: nothing, as it can be undone; to be sure; to say why; or the page of the request. */
    public enum Way {
        AT_ONCE,
        CONFIRM,
        REASON,
        PAGE
    }

    static List<Step> of(CurrentMember staff, RequestStatus from, MemberId customer, boolean customerSignsIn) {
        var steps = new ArrayList<Step>();
        for (Move move : Move.values()) {
            move.from(from, Progress.actors(staff, customer, move, customerSignsIn))
                    .filter(to -> to != from || move == Move.QUOTE)
                    .ifPresent(to -> steps.add(new Step(move, to)));
        }
        return steps;
    }

    public Way way() {
        return switch (move) {
            case QUOTE -> Way.PAGE;
            case HOLD, DECLINE, CANCEL -> Way.REASON;
            case RESUME -> Way.AT_ONCE;
            case ACCEPT, ASSIGN, SCHEDULE, START, COMPLETE, REVIEW, EXPIRE -> Way.CONFIRM;
        };
    }

    /** The move that takes it back. Most cannot be: the customer has been told, and may have paid. */
    public Optional<Move> back() {
        return switch (move) {
            case HOLD -> Optional.of(Move.RESUME);
            case RESUME -> Optional.of(Move.HOLD);
            case QUOTE, ACCEPT, DECLINE, ASSIGN, SCHEDULE, START, COMPLETE, CANCEL, REVIEW, EXPIRE -> Optional.empty();
        };
    }
}
