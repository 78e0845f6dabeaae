package com.gmservices.finance;

import java.util.Optional;

/** Where a credit assessment stands in an analyst's words; it follows the desk's moves. */
enum AssessmentStage {
    REQUESTED,
    OFFERED,
    ORDERED,
    IN_REVIEW,
    AWAITING_INFORMATION,
    REPORTED,
    DECLINED,
    WITHDRAWN;

    /** Empty for a move that changes who or when, and not how far the work is. */
    static Optional<AssessmentStage> after(String move) {
        return switch (move) {
            case "create", "expire" -> Optional.of(REQUESTED);
            case "quote" -> Optional.of(OFFERED);
            case "accept" -> Optional.of(ORDERED);
            case "start", "resume" -> Optional.of(IN_REVIEW);
            case "hold" -> Optional.of(AWAITING_INFORMATION);
            case "complete" -> Optional.of(REPORTED);
            case "decline" -> Optional.of(DECLINED);
            case "cancel" -> Optional.of(WITHDRAWN);
            default -> Optional.empty();
        };
    }
}
