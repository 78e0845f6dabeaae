package com.gmservices.database;

enum Durability {
    /** Keeps every committed row over the death of anything. */
    DURABLE("on", "--data-checksums", "fast"),

    /** Gives that up for speed. */
    DISPOSABLE("off", "--no-sync", "immediate");

    /** Of fsync, synchronous_commit and full_page_writes. */
    final String waiting;

    final String initOption;
    final String shutdown;

    Durability(String waiting, String initOption, String shutdown) {
        this.waiting = waiting;
        this.initOption = initOption;
        this.shutdown = shutdown;
    }
}
