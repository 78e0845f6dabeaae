package com.gmservices.tenancy;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Set;

/** What a business says of itself when it signs up. Its first site gets its name and zone. */
public record NewTenant(String slug, String name, ZoneId timeZone, Currency currency, Set<Domain> domains) {

    public NewTenant {
        domains = Set.copyOf(domains);
    }
}
