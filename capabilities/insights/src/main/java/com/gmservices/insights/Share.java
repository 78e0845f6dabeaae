package com.gmservices.insights;

/** How many of all there were. */
record Share(long some, long all) {

    public boolean isEmpty() {
        return all == 0;
    }

    /** In whole percent. */
    public long percent() {
        return all == 0 ? 0 : Math.round(100.0 * some / all);
    }
}
