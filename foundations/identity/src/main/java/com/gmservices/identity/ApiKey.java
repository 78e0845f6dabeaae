package com.gmservices.identity;

import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a key once it has been handed out.
 *
 * @param member as whom it acts: the person who made it, or the machine that is named after it
 * @param identity whose personal key it is; null for one of the business
 */
record ApiKey(
        TenantId tenant,
        UUID id,
        MemberId member,
        @Nullable IdentityId identity,
        String name,
        String prefix,
        String lastFour,
        Set<String> scopes,
        MemberId madeBy,
        Instant createdAt,
        @Nullable Instant expiresAt,
        @Nullable Instant lastUsedAt) {

    ApiKey {
        scopes = Collections.unmodifiableSet(new TreeSet<>(scopes));
    }
}
