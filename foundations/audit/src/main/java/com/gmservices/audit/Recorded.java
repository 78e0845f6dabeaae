package com.gmservices.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.gmservices.tenancy.TenantEvent;

/** An event that the trail keeps, in the transaction that published it. */
public interface Recorded extends TenantEvent {

    @JsonIgnore
    Act act();
}
