package com.gmservices.identity.security;

import com.gmservices.identity.factors.Means;
import com.gmservices.tenancy.IdentityId;
import java.util.List;

/** Hears of everybody who has shown all that they have to show, and is in. */
@FunctionalInterface
public interface Arrivals {

    /** @param shown what they have shown, in its order */
    void signedIn(IdentityId person, List<Means> shown);
}
