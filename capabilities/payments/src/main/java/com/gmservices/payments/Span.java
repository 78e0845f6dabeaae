package com.gmservices.payments;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Locale;

/** How long a column of the revenue chart is, and how many there are. */
enum Span {
    DAY(30),
    WEEK(13),
    MONTH(12);

    private final int columns;

    Span(int columns) {
        this.columns = columns;
    }

    int columns() {
        return columns;
    }

    /** The first day of the span that lies so many of them before today's. */
    LocalDate first(LocalDate today, int back) {
        return switch (this) {
            case DAY -> today.minusDays(back);
            case WEEK ->
                today.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).minusWeeks(back);
            case MONTH -> today.withDayOfMonth(1).minusMonths(back);
        };
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
