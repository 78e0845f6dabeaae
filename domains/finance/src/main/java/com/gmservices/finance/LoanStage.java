package com.gmservices.finance;

import java.util.Optional;

/** Where a loan application stands in a lender's words; it follows the desk's moves. */
enum LoanStage {
    SUBMITTED,
    OFFERED,
    ACCEPTED,
    UNDERWRITING,
    AWAITING_DOCUMENTS,
    DECIDED,
    DECLINED,
    WITHDRAWN;

    /** Empty for a move that changes who or when, and not how far the work is. */
    static Optional<LoanStage> after(String move) {
        return switch (move) {
            case "create", "expire" -> Optional.of(SUBMITTED);
            case "quote" -> Optional.of(OFFERED);
            case "accept" -> Optional.of(ACCEPTED);
            case "start", "resume" -> Optional.of(UNDERWRITING);
            case "hold" -> Optional.of(AWAITING_DOCUMENTS);
            case "complete" -> Optional.of(DECIDED);
            case "decline" -> Optional.of(DECLINED);
            case "cancel" -> Optional.of(WITHDRAWN);
            default -> Optional.empty();
        };
    }
}
