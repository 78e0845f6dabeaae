package com.gmservices.identity;

import com.gmservices.identity.security.KeyHolder;
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
    private final RefreshTokens tokens;
    private final Members members;

    Caller(Identities identities, RefreshTokens tokens, Members members) {
        this.tokens = tokens;
        this.identities = identities;
        this.members = members;
    }

    /** Whoever has signed in. */
    public Optional<CurrentIdentity> identity() {
        return id().flatMap(identities::current);
    }

    /** The same person as a member of the current tenant; empty for strangers, and without a tenant. */
    public Optional<CurrentMember> member() {
        if (CurrentTenant.find().isEmpty()) {
            return Optional.empty();
        }
        return key().isPresent()
                ? key().flatMap(this::holder)
                : identity().map(CurrentIdentity::id).flatMap(members::current);
    }

    /** Whether it is a program that has shown an API key. */
    public boolean hasKey() {
        return key().isPresent();
    }

    private Optional<CurrentMember> holder(KeyHolder key) {
        IdentityId person = key.identity();
        return person == null
                ? Optional.of(key.machine())
                : members.current(person).map(key::limit);
    }

    private static Optional<KeyHolder> key() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof KeyHolder key
                ? Optional.of(key)
                : Optional.empty();
    }

    /** A token outlives its sign-in by minutes: whoever was signed out is nobody. */
    private Optional<IdentityId> id() {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                        && signedIn.family().map(tokens::goesOn).orElse(true)
                ? Optional.of(signedIn.identity())
                : Optional.empty();
    }
}
