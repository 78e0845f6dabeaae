package com.gmservices.identity.security;

import com.gmservices.tenancy.CurrentMember;
import com.gmservices.tenancy.IdentityId;
import com.gmservices.tenancy.MemberId;
import com.gmservices.tenancy.TenantId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;

/** A program that has shown an API key. It is nobody's sign-in: it serves what permissions are needed for, no account. */
public final class KeyHolder extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1;

    private final UUID tenant;
    private final UUID key;
    private final UUID member;
    private final @Nullable UUID identity;
    private final String name;
    private final String lastFour;
    private final Set<String> scopes;

    public KeyHolder(
            TenantId tenant,
            UUID key,
            MemberId member,
            @Nullable IdentityId identity,
            String name,
            String lastFour,
            Set<String> scopes) {
        super(List.of());
        this.tenant = tenant.value();
        this.key = key;
        this.member = member.value();
        this.identity = identity == null ? null : identity.value();
        this.name = name;
        this.lastFour = lastFour;
        this.scopes = Set.copyOf(scopes);
        setAuthenticated(true);
    }

    public TenantId tenant() {
        return new TenantId(tenant);
    }

    /** Whose personal key it is; null for one of the business. */
    public @Nullable IdentityId identity() {
        return identity == null ? null : new IdentityId(identity);
    }

    /** A person, only as far as the key goes. */
    public CurrentMember limit(CurrentMember person) {
        return new CurrentMember(
                person.tenant(),
                person.id(),
                person.identity(),
                person.name(),
                person.roles(),
                person.permissions().stream().filter(scopes::contains).collect(Collectors.toSet()),
                person.ownRoles());
    }

    /** Works for the business; what it may do is all in the key, which stands where others have roles. */
    public CurrentMember machine() {
        return new CurrentMember(
                tenant(), new MemberId(member), null, name, Set.of(), scopes, Set.of("key:" + lastFour));
    }

    @Override
    public UUID getPrincipal() {
        return key;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof KeyHolder that && key.equals(that.key);
    }

    @Override
    public int hashCode() {
        return key.hashCode();
    }
}
