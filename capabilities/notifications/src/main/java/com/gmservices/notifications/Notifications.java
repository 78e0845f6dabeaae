package com.gmservices.notifications;

import java.util.Collection;

/** Tells members of the current tenant what has happened: on their pages at once, by mail if they have an address. */
public interface Notifications {

    /** Within the caller's transaction; telling again what was told already does nothing. */
    void tell(Collection<Notice> news);
}
