package com.gmservices.tenancy;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/**
 * A role that a business has made for itself. Whoever has one works for the business.
 *
 * @param slug stands for it in the API beside the codes of the built-in ones; a new name leaves it as it is
 */
public record OwnRole(
        TenantId tenant,
        RoleId id,
        String slug,
        String name,
        Set<String> permissions,
        int revision,
        Instant createdAt) {

    public OwnRole {
        permissions = Collections.unmodifiableSet(new TreeSet<>(permissions));
    }
}
