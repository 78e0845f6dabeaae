package com.gmservices.hospitality;

import java.util.Optional;

/** Where a function stands in a banquet office's words; it follows the desk's moves. */
enum EventStage {
    INQUIRY,
    TENTATIVE,
    DEFINITE,
    RUNNING,
    PAUSED,
    CLOSED,
    LOST,
    CANCELLED;

    /** Empty for a move that changes who or when, and not how sure the event is. */
    static Optional<EventStage> after(String move) {
        return switch (move) {
            case "create", "expire" -> Optional.of(INQUIRY);
            case "quote" -> Optional.of(TENTATIVE);
            case "accept" -> Optional.of(DEFINITE);
            case "start", "resume" -> Optional.of(RUNNING);
            case "hold" -> Optional.of(PAUSED);
            case "complete" -> Optional.of(CLOSED);
            case "decline" -> Optional.of(LOST);
            case "cancel" -> Optional.of(CANCELLED);
            default -> Optional.empty();
        };
    }
}
