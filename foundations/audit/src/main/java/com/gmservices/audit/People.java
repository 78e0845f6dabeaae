package com.gmservices.audit;

import com.gmservices.tenancy.IdentityId;
import java.util.Collection;
import java.util.Map;

/** Says who people are whom no business need know; implemented by whoever knows everybody that signs in. */
@FunctionalInterface
public interface People {

    /** Their names by their ids; whoever is gone is left out. */
    Map<IdentityId, String> names(Collection<IdentityId> people);
}
