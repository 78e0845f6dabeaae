package com.gmservices.finance;

import java.time.LocalDate;

/** How often an instalment falls due. */
enum Frequency {
    WEEKLY,
    EVERY_TWO_WEEKS,
    MONTHLY;

    /** Counted from the first day every time: a plan that begins on the 31st comes back to it after a short month. */
    LocalDate after(LocalDate first, int times) {
        return switch (this) {
            case WEEKLY -> first.plusWeeks(times);
            case EVERY_TWO_WEEKS -> first.plusWeeks(2L * times);
            case MONTHLY -> first.plusMonths(times);
        };
    }
}
