package com.gmservices.tenancy;

import java.time.ZoneId;

/** A place of a tenant: where it is, which clock hangs there, when it is open. */
public record Site(
        TenantId tenant,
        SiteId id,
        String name,
        Address address,
        ZoneId timeZone,
        OpeningHours openingHours,
        int revision) {}
