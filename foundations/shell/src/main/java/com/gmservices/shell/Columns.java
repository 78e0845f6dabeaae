package com.gmservices.shell;

import java.time.LocalDate;
import java.util.List;

/**
 * A figure over the days of a period, in columns from zero; behind each the one of the period before. Drawn by the
 * fragment {@code shell/charts :: columns}.
 */
public record Columns(List<Column> columns) {

    private static final int HEIGHT = 100;

    public Columns {
        columns = List.copyOf(columns);
    }

    /** @param last of the days that it stands for; the first for a column of one day */
    public record Column(LocalDate first, LocalDate last, long now, long before) {}

    public boolean isByDay() {
        return columns.getFirst().first.equals(columns.getFirst().last);
    }

    public Column highest() {
        return columns.stream()
                .reduce((one, other) -> other.now > one.now ? other : one)
                .orElseThrow();
    }

    /** What is below zero, because more went back than came in, has none. */
    public long height(long value) {
        long highest = columns.stream()
                .mapToLong(column -> Math.max(column.now, column.before))
                .max()
                .orElse(0);
        return highest <= 0 || value <= 0 ? 0 : Math.max(1, Math.round((double) HEIGHT * value / highest));
    }
}
