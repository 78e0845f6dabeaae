package com.gmservices.shell;

import com.gmservices.tenancy.CurrentMember;

/** How many unread notices the bell at the top of a page tells of; implemented by whoever keeps them. */
public interface Bell {

    int unread(CurrentMember member);
}
