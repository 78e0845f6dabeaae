package com.gmservices.requests;

import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.SiteId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What somebody asks for.
 *
 * @param priority null for the one that the type of service usually has
 * @param site null for the tenant's first one
 * @param customer for whom staff write it down; null for oneself
 */
public record NewRequest(
        OfferingId offering,
        JsonNode details,
        @Nullable String tier,
        List<String> addOns,
        @Nullable String notes,
        @Nullable Instant preferredAt,
        @Nullable Priority priority,
        @Nullable SiteId site,
        @Nullable MemberId customer) {

    public NewRequest {
        addOns = List.copyOf(addOns);
    }
}
