package com.gmservices.identity.security;

import com.gmservices.tenancy.IdentityId;

/** Hears of everybody who has shown all that they have to show, and is in. */
@FunctionalInterface
public interface Arrivals {

    void signedIn(IdentityId person);
}
