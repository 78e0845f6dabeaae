package com.gmservices.insights;

import java.util.List;

/** Bars from zero, each beside the one of the period before. */
record Bars(List<Bar> bars) {

    static final int LENGTH = 1_000;

    Bars {
        bars = List.copyOf(bars);
    }

    /** @param code what it is: the last part of a message key */
    record Bar(String code, long now, long before) {}

    public boolean isEmpty() {
        return bars.stream().allMatch(bar -> bar.now == 0 && bar.before == 0);
    }

    /** Of a drawing that is so many wide. */
    public long length(long value) {
        long longest = bars.stream()
                .mapToLong(bar -> Math.max(bar.now, bar.before))
                .max()
                .orElse(0);
        return longest <= 0 || value <= 0 ? 0 : Math.max(4, LENGTH * value / longest);
    }
}
