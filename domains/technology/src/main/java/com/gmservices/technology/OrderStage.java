package com.gmservices.technology;

import java.util.Optional;

/** Where a purchase stands, from what somebody needs to what stands on their desk; it follows the desk's moves. */
enum OrderStage {
    REQUISITION,
    QUOTED,
    APPROVED,
    ORDERED,
    BACKORDERED,
    DELIVERED,
    DECLINED,
    CANCELLED;

    /** Empty for a move that changes who or when, and not how far the purchase is. */
    static Optional<OrderStage> after(String move) {
        return switch (move) {
            case "create", "expire" -> Optional.of(REQUISITION);
            case "quote" -> Optional.of(QUOTED);
            case "accept" -> Optional.of(APPROVED);
            case "start", "resume" -> Optional.of(ORDERED);
            case "hold" -> Optional.of(BACKORDERED);
            case "complete" -> Optional.of(DELIVERED);
            case "decline" -> Optional.of(DECLINED);
            case "cancel" -> Optional.of(CANCELLED);
            default -> Optional.empty();
        };
    }
}
