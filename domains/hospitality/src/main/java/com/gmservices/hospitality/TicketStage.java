package com.gmservices.hospitality;

import java.util.Optional;

/** Where a guest's ticket stands in a concierge's words; it follows the desk's moves. */
enum TicketStage {
    LOGGED,
    OFFERED,
    ACCEPTED,
    UNDER_WAY,
    WAITING,
    DONE,
    DECLINED,
    CANCELLED;

    /** Empty for a move that changes who or when, and not how near help is. */
    static Optional<TicketStage> after(String move) {
        return switch (move) {
            case "create", "expire" -> Optional.of(LOGGED);
            case "quote" -> Optional.of(OFFERED);
            case "accept" -> Optional.of(ACCEPTED);
            case "start", "resume" -> Optional.of(UNDER_WAY);
            case "hold" -> Optional.of(WAITING);
            case "complete" -> Optional.of(DONE);
            case "decline" -> Optional.of(DECLINED);
            case "cancel" -> Optional.of(CANCELLED);
            default -> Optional.empty();
        };
    }
}
