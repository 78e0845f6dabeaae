package com.gmservices.technology;

import java.util.Optional;

/** Where a ticket stands in ITIL's words; it follows the desk's moves. */
enum TicketStage {
    NEW,
    AWAITING_APPROVAL,
    ACCEPTED,
    IN_PROGRESS,
    ON_HOLD,
    RESOLVED,
    CLOSED,
    DECLINED,
    CANCELLED;

    /**
     * Empty for a move that changes who or when, and not how far the work is. What staff call resolved is closed when the
     * customer has had the last word.
     */
    static Optional<TicketStage> after(String move) {
        return switch (move) {
            case "create", "expire" -> Optional.of(NEW);
            case "quote" -> Optional.of(AWAITING_APPROVAL);
            case "accept" -> Optional.of(ACCEPTED);
            case "start", "resume" -> Optional.of(IN_PROGRESS);
            case "hold" -> Optional.of(ON_HOLD);
            case "complete" -> Optional.of(RESOLVED);
            case "review" -> Optional.of(CLOSED);
            case "decline" -> Optional.of(DECLINED);
            case "cancel" -> Optional.of(CANCELLED);
            default -> Optional.empty();
        };
    }
}
