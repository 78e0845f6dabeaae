package com.gmservices.tenancy;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** On whose behalf a call is made: a member of the current tenant, with what that member may do at this moment. */
public record CurrentMember(
        TenantId tenant,
        MemberId id,
        @Nullable IdentityId identity,
        String name,
        Set<Role> roles,
        Set<String> permissions) {

    public CurrentMember {
        roles = Set.copyOf(roles);
        permissions = Set.copyOf(permissions);
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
        return roles.contains(Role.STAFF) || roles.contains(Role.ADMIN);
    }

    private static final class NotAllowed extends Refusal {
        NotAllowed(String permission) {
            super(Category.FORBIDDEN, "forbidden", "You need the permission %s for this".formatted(permission));
        }
    }
}
