package com.gmservices.insights;

import com.gmservices.shell.Columns;
import com.gmservices.shell.Columns.Column;
import java.time.LocalDate;
import java.util.ArrayList;

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

    /** @param slices from the first day of the period before on */
    Columns columns(long[] slices) {
        var columns = new ArrayList<Column>();
        for (int at = 0; at < columns(); at++) {
            LocalDate first = first().plusDays((long) at * step());
            columns.add(new Column(first, first.plusDays(step() - 1L), slices[columns() + at], slices[at]));
        }
        return new Columns(columns);
    }
}
