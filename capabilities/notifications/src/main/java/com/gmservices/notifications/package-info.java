/**
 * Who is told, over which channel, and how they like to be told. Knows members and their addresses, but nothing of what
 * the news are about: the words stand in the message bundle of the module that tells, whose {@code NoticeKind} says what
 * people can choose about them.
 *
 * <p>A notice is a row that never changes; who has read it stands beside it, as what is unread is counted with every
 * page. Over which channels it goes is decided when it is told, and each decision is a row as well, also that it does
 * not go: together they are the log that answers who was told, when, through what and why. What goes out is written with
 * its job in the transaction of whoever tells, so that a crash loses none. Mails about accounts belong to no tenant and
 * lie in a table of their own; nobody chooses about them.
 *
 * <p>Behind a channel stand carriers. One that fails before it has taken a message is followed by the next; one that may
 * have taken it is asked again, never another, for a person who is told twice believes that it happened twice.
 */
@ApplicationModule(
        allowedDependencies = {
            "money",
            "database",
            "outbound",
            "tenancy",
            "vault",
            "events",
            "audit",
            "identity",
            "gateway",
            "operations",
            "shell"
        })
@NullMarked
package com.gmservices.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
