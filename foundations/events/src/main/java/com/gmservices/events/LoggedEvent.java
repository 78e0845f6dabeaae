package com.gmservices.events;

import com.gmservices.tenancy.TenantEvent;
import java.util.UUID;

/** An event that the log keeps: it tells which thing it happened to, and the revision that the thing has since. */
public interface LoggedEvent extends TenantEvent {

    UUID aggregate();

    int revision();
}
