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
        int revision) {

    /** The one that every business has from its first day, until it says more of itself. */
    static Site first(Tenant tenant) {
        return new Site(
                tenant.id(), SiteId.next(), tenant.name(), Address.EMPTY, tenant.timeZone(), OpeningHours.OFFICE, 1);
    }
}
