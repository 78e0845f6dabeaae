package com.gmservices.identity;

import com.gmservices.identity.security.SignedIn;
import com.gmservices.tenancy.CurrentIdentity;
import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.CurrentTenant;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.Members;
import java.util.Optional;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who makes the call that the current thread works on. */
@Component
public class Caller {

    private final Identities identities;
    private final Members members;

    Caller(Identities identities, Members members) {
        this.identities = identities;
        this.members = members;
    }

    /** Whoever has signed in. */
    public Optional<CurrentIdentity> identity() {
        return id().flatMap(identities::current);
    }

    /** The same person as a member of the current tenant; empty for strangers, and without a tenant. */
    public Optional<CurrentMember> member() {
        return CurrentTenant.find().isEmpty()
                ? Optional.empty()
                : identity().map(CurrentIdentity::id).flatMap(members::current);
    }

    private static Optional<IdentityId> id() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? Optional.of(signedIn.identity())
                : Optional.empty();
    }
}
