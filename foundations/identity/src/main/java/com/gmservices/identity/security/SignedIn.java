package com.gmservices.identity.security;

import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.TenantId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/**
 * Somebody who has proved who they are, by a session's cookie or by an access token. Carries ids only: names, rights
 * and memberships are looked up at each call, so that what is taken away is gone at once.
 */
public final class SignedIn extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final UUID identity;
    private final @Nullable UUID tenant;
    private final @Nullable UUID family;

    private SignedIn(UUID identity, @Nullable UUID tenant, @Nullable UUID family) {
        super(List.of());
        this.identity = identity;
        this.tenant = tenant;
        this.family = family;
        setAuthenticated(true);
    }

    static SignedIn bySession(IdentityId identity) {
        return new SignedIn(identity.value(), null, null);
    }

    static SignedIn byToken(UUID identity, @Nullable UUID tenant, UUID family) {
        return new SignedIn(identity, tenant, family);
    }

    public IdentityId identity() {
        return new IdentityId(identity);
    }

    /** The tenant for which an access token was issued. */
    Optional<TenantId> tenant() {
        return Optional.ofNullable(tenant).map(TenantId::new);
    }

    /** The chain of refresh tokens to which an access token belongs. */
    public Optional<UUID> family() {
        return Optional.ofNullable(family);
    }

    @Override
    public UUID getPrincipal() {
        return identity;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn that
                && identity.equals(that.identity)
                && Objects.equals(tenant, that.tenant)
                && Objects.equals(family, that.family);
    }

    @Override
    public int hashCode() {
        return Objects.hash(identity, tenant, family);
    }
}
