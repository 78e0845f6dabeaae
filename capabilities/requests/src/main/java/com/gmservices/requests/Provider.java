package com.gmservices.requests;

import com.gmservices.requests.Offering.Rating;
import com.gmservices.tenancy.MemberId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who can be assigned: somebody of the staff, or a firm from outside (no member). */
public record Provider(
        ProviderId id,
        String name,
        @Nullable MemberId member,
        Set<String> serviceTypes,
        Rating rating,
        boolean active,
        int revision) {

    public Provider {
        serviceTypes = Set.copyOf(serviceTypes);
    }
}
