package com.gmservices.tenancy;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A person known to a tenant. Without an identity they cannot sign in: a walk-in, a voice on the telephone. */
public record Member(
        TenantId tenant,
        MemberId id,
        @Nullable IdentityId identity,
        String name,
        @Nullable String email,
        @Nullable String phone,
        Set<Role> roles,
        boolean owner,
        boolean active,
        int revision,
        Instant createdAt) {

    public Member {
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
    }

    public boolean isStaff() {
        return active && (roles.contains(Role.STAFF) || roles.contains(Role.ADMIN));
    }
}
