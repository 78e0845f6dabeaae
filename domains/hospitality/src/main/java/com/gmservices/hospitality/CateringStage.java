package com.gmservices.hospitality;

import java.util.Optional;

/** Where a catering order stands in a kitchen's words; it follows the desk's moves. */
enum CateringStage {
    INQUIRY,
    PROPOSED,
    ORDERED,
    IN_PREPARATION,
    WAITING,
    SERVED,
    LOST,
    CANCELLED;

    /** Empty for a move that changes who or when, and not how near the food is. */
    static Optional<CateringStage> after(String move) {
        return switch (move) {
            case "create", "expire" -> Optional.of(INQUIRY);
            case "quote" -> Optional.of(PROPOSED);
            case "accept" -> Optional.of(ORDERED);
            case "start", "resume" -> Optional.of(IN_PREPARATION);
            case "hold" -> Optional.of(WAITING);
            case "complete" -> Optional.of(SERVED);
            case "decline" -> Optional.of(LOST);
            case "cancel" -> Optional.of(CANCELLED);
            default -> Optional.empty();
        };
    }
}
