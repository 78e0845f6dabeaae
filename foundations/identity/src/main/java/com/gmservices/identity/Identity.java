package com.gmservices.identity;

import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.IdentityId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A person who can sign in, and may be a member of many tenants. */
record Identity(
        IdentityId id,
        String email,
        String passwordHash,
        String firstName,
        String lastName,
        @Nullable String phone,
        boolean operator,
        int revision,
        Instant createdAt) {

    CurrentIdentity toCurrent() {
        return new CurrentIdentity(id, email, firstName, lastName, operator);
    }

    @Override
    public String toString() {
        return id.toString();
    }
}
