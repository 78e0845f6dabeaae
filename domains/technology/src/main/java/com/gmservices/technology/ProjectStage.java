package com.gmservices.technology;

import java.util.Optional;

/** Where a software project stands; it follows the desk's moves. */
enum ProjectStage {
    ENQUIRY,
    PROPOSED,
    CONTRACTED,
    IN_DEVELOPMENT,
    PAUSED,
    DELIVERED,
    DECLINED,
    CANCELLED;

    /** Empty for a move that changes who or when, and not how far the work is. */
    static Optional<ProjectStage> after(String move) {
        return switch (move) {
            case "create", "expire" -> Optional.of(ENQUIRY);
            case "quote" -> Optional.of(PROPOSED);
            case "accept" -> Optional.of(CONTRACTED);
            case "start", "resume" -> Optional.of(IN_DEVELOPMENT);
            case "hold" -> Optional.of(PAUSED);
            case "complete" -> Optional.of(DELIVERED);
            case "decline" -> Optional.of(DECLINED);
            case "cancel" -> Optional.of(CANCELLED);
            default -> Optional.empty();
        };
    }
}
