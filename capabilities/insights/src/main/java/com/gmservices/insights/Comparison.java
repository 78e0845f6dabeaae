package com.gmservices.insights;

/** A figure beside the same of the period before. */
record Comparison(long now, long before) {

    /** Percent say nothing any more: both figures do. */
    private static final int MUCH = 200;

    /** What there is to say of it: the last part of a message key. */
    public String key() {
        if (now == before) {
            return now == 0 ? "none" : "same";
        }
        if (before <= 0) {
            return "new";
        }
        if (percent() == 0) {
            return "same";
        }
        return now < before ? "down" : percent() < MUCH ? "up" : "much";
    }

    /** By how much it went up or down. */
    public long percent() {
        return before <= 0 ? 0 : Math.round(100.0 * Math.abs(now - before) / before);
    }

    public boolean isEmpty() {
        return now == 0 && before == 0;
    }
}
