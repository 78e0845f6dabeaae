/**
 * Who is told, over which channel. Knows members and their addresses, but nothing of what the news are about: the
 * words stand in the message bundle of the module that tells.
 *
 * <p>A notice is a row that never changes; who has read it stands beside it, as what is unread is counted with every
 * page. A mail is a row too, written with its job in the transaction of whoever tells, so that a crash loses none.
 * Mails about accounts belong to no tenant and lie in a table of their own.
 */
@ApplicationModule(allowedDependencies = {"database", "tenancy", "events", "identity", "gateway", "shell"})
@NullMarked
package com.gmservices.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
