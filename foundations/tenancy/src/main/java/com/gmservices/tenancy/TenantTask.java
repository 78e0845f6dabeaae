package com.gmservices.tenancy;

/** The data of a job that works for one tenant. */
public interface TenantTask {

    TenantId tenant();
}
