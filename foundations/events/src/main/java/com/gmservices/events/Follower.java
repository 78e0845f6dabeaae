package com.gmservices.events;

import java.util.List;

/**
 * Follows the log of all tenants, contributed as a bean: hears of everything that was committed, of each aggregate in
 * order, and never of less because something was committed late. One process at a time does so for each name.
 */
public interface Follower {

    /** Under which the log remembers how far it has come; to rename it is to begin anew. */
    String name();

    /** Whether it hears of what lies in the log already when it is there for the first time. */
    default boolean fromTheBeginning() {
        return false;
    }

    /**
     * In a transaction of the platform's role, which also moves the cursor: what is written in it is written once. What
     * goes elsewhere may go there again when the process dies before the commit. Throwing means to be told again, later.
     */
    void follow(List<Happening> happenings);
}
