package com.gmservices.insights;

import java.time.LocalDate;

/** So many days up to and with this one, by the business's calendar. */
record Period(int days, LocalDate last) {

    private static final int MOST_COLUMNS = 30;

    public LocalDate first() {
        return last.minusDays(days - 1L);
    }

    Period before() {
        return new Period(days, last.minusDays(days));
    }

    /** How many days a column of a chart stands for. */
    int step() {
        return Math.ceilDiv(days, MOST_COLUMNS);
    }

    int columns() {
        return days / step();
    }
}
