package com.gmservices.hospitality;

import java.util.Optional;

/** Where a reservation stands in a hotel's words; it follows the desk's moves. */
enum StayStage {
    INQUIRED,
    OPTIONAL,
    CONFIRMED,
    CHECKED_IN,
    INTERRUPTED,
    CHECKED_OUT,
    DECLINED,
    CANCELLED,
    /** Cancelled when the day of arrival was over, and nobody had come. */
    NO_SHOW;

    /** Empty for a move that changes who or when, and not how far the stay is. */
    static Optional<StayStage> after(String move) {
        return switch (move) {
            case "create", "expire" -> Optional.of(INQUIRED);
            case "quote" -> Optional.of(OPTIONAL);
            case "accept" -> Optional.of(CONFIRMED);
            case "start", "resume" -> Optional.of(CHECKED_IN);
            case "hold" -> Optional.of(INTERRUPTED);
            case "complete" -> Optional.of(CHECKED_OUT);
            case "decline" -> Optional.of(DECLINED);
            case "cancel" -> Optional.of(CANCELLED);
            default -> Optional.empty();
        };
    }
}
