package com.gmservices.automotive;

import java.util.Optional;

/** Where a repair order stands in a garage's words; it follows the desk's moves. */
enum RepairStage {
    ESTIMATE,
    AWAITING_AUTHORIZATION,
    AUTHORIZED,
    IN_PROGRESS,
    WAITING,
    COMPLETED,
    DECLINED,
    CANCELLED;

    /** Empty for a move that changes who or when, and not how far the work is. */
    static Optional<RepairStage> after(String move) {
        return switch (move) {
            case "create", "expire" -> Optional.of(ESTIMATE);
            case "quote" -> Optional.of(AWAITING_AUTHORIZATION);
            case "accept" -> Optional.of(AUTHORIZED);
            case "start", "resume" -> Optional.of(IN_PROGRESS);
            case "hold" -> Optional.of(WAITING);
            case "complete" -> Optional.of(COMPLETED);
            case "decline" -> Optional.of(DECLINED);
            case "cancel" -> Optional.of(CANCELLED);
            default -> Optional.empty();
        };
    }
}
