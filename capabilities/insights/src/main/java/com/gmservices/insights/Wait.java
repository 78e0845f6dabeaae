package com.gmservices.insights;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * How long somebody waited, as people say it: to the minute within half an hour, to five within two hours, to a quarter
 * of an hour within a working day, and roughly beyond. A day then has few enough different waits to keep them all, and
 * the median of any period can be read off.
 */
record Wait(int minutes) implements Comparable<Wait> {

    private static final int LONGEST = 60 * 24 * 60;

    static Wait of(long seconds) {
        int minutes = (int) Math.min(LONGEST, Math.ceilDiv(Math.max(seconds, 0), 60));
        int step = minutes <= 30 ? 1 : minutes <= 120 ? 5 : minutes <= 480 ? 15 : minutes <= 1_440 ? 60 : 240;
        return new Wait(Math.ceilDiv(minutes, step) * step);
    }

    /** As it is stored: sorts as the minutes do. */
    String part() {
        return "%05d".formatted(minutes);
    }

    static Wait ofPart(String part) {
        return new Wait(Integer.parseInt(part));
    }

    @Override
    public int compareTo(Wait other) {
        return Integer.compare(minutes, other.minutes);
    }

    public int hours() {
        return minutes / 60;
    }

    public int rest() {
        return minutes % 60;
    }

    /** The lower one of two in the middle; null when nobody waited. */
    static @Nullable Wait median(SortedMap<Wait, Long> waits) {
        long all = waits.values().stream().mapToLong(Long::longValue).sum();
        long seen = 0;
        for (var wait : waits.entrySet()) {
            seen += wait.getValue();
            if (2 * seen >= all) {
                return wait.getKey();
            }
        }
        return null;
    }
}
