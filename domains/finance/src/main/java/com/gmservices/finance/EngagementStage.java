package com.gmservices.finance;

import java.util.Optional;

/** Where an engagement stands in a consultant's words; it follows the desk's moves. */
enum EngagementStage {
    ENQUIRY,
    PROPOSED,
    ENGAGED,
    ADVISING,
    PAUSED,
    CONCLUDED,
    DECLINED,
    CANCELLED;

    /** Empty for a move that changes who or when, and not how far the work is. */
    static Optional<EngagementStage> after(String move) {
        return switch (move) {
            case "create", "expire" -> Optional.of(ENQUIRY);
            case "quote" -> Optional.of(PROPOSED);
            case "accept" -> Optional.of(ENGAGED);
            case "start", "resume" -> Optional.of(ADVISING);
            case "hold" -> Optional.of(PAUSED);
            case "complete" -> Optional.of(CONCLUDED);
            case "decline" -> Optional.of(DECLINED);
            case "cancel" -> Optional.of(CANCELLED);
            default -> Optional.empty();
        };
    }
}
