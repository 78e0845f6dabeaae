package com.gmservices.automotive;

import java.util.Optional;

/** Where a call for help stands in a dispatcher's words; it follows the desk's moves. */
enum RoadsideStage {
    REQUESTED,
    OFFERED,
    ACCEPTED,
    EN_ROUTE,
    DELAYED,
    COMPLETED,
    DECLINED,
    CANCELLED;

    /** Empty for a move that changes who or when, and not how near help is. */
    static Optional<RoadsideStage> after(String move) {
        return switch (move) {
            case "create", "expire" -> Optional.of(REQUESTED);
            case "quote" -> Optional.of(OFFERED);
            case "accept" -> Optional.of(ACCEPTED);
            case "start", "resume" -> Optional.of(EN_ROUTE);
            case "hold" -> Optional.of(DELAYED);
            case "complete" -> Optional.of(COMPLETED);
            case "decline" -> Optional.of(DECLINED);
            case "cancel" -> Optional.of(CANCELLED);
            default -> Optional.empty();
        };
    }
}
