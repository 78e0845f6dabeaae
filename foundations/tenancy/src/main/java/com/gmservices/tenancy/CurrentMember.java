package com.gmservices.tenancy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf a call is made: a member of the current tenant, with what that member may do at this moment.
 *
 * @param ownRoles slugs of the tenant's own roles
 */
public record CurrentMember(
        TenantId tenant,
        MemberId id,
        @Nullable IdentityId identity,
        String name,
        Set<Role> roles,
        Set<String> permissions,
        Set<String> ownRoles) {

    public CurrentMember {
        roles = Set.copyOf(roles);
        permissions = Set.copyOf(permissions);
        ownRoles = Set.copyOf(ownRoles);
    }

    /** Who has none of the tenant's own roles. */
    public CurrentMember(
            TenantId tenant,
            MemberId id,
            @Nullable IdentityId identity,
            String name,
            Set<Role> roles,
            Set<String> permissions) {
        this(tenant, id, identity, name, roles, permissions, Set.of());
    }

    public boolean may(String permission) {
        return permissions.contains(permission);
    }

    /** @throws Refusal of category FORBIDDEN */
    public void require(String permission) {
        if (!may(permission)) {
            throw new NotAllowed(permission);
        }
    }

    public boolean isStaff() {
        return roles.contains(Role.STAFF) || roles.contains(Role.ADMIN) || !ownRoles.isEmpty();
    }

    private static final class NotAllowed extends Refusal {
        NotAllowed(String permission) {
            super(
                    Category.FORBIDDEN,
                    "forbidden",
                    "You may not do this: it takes the permission %s. Ask an administrator of the business"
                            .formatted(permission));
        }
    }
}
