package com.gmservices.requests;

import com.gmservices.tenancy.TenantEvent;
import com.gmservices.tenancy.TenantId;

/** A request has words that perhaps nobody has used before, and that somebody may mistype. */
record RequestWorded(TenantId tenant, RequestId request) implements TenantEvent {}
