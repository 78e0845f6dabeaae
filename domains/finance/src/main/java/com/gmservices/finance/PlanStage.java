package com.gmservices.finance;

import java.util.Optional;

/** Where a payment plan stands in a creditor's words; it follows the desk's moves. */
enum PlanStage {
    PROPOSED,
    OFFERED,
    AGREED,
    RUNNING,
    SUSPENDED,
    SETTLED,
    DECLINED,
    CANCELLED;

    /** Empty for a move that changes who or when, and not how far the work is. */
    static Optional<PlanStage> after(String move) {
        return switch (move) {
            case "create", "expire" -> Optional.of(PROPOSED);
            case "quote" -> Optional.of(OFFERED);
            case "accept" -> Optional.of(AGREED);
            case "start", "resume" -> Optional.of(RUNNING);
            case "hold" -> Optional.of(SUSPENDED);
            case "complete" -> Optional.of(SETTLED);
            case "decline" -> Optional.of(DECLINED);
            case "cancel" -> Optional.of(CANCELLED);
            default -> Optional.empty();
        };
    }
}
