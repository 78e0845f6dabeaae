package com.gmservices.tenancy.web;

import com.gmservices.tenancy.OwnRole;
import com.gmservices.tenancy.Roles;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A role as the page has it. */
record RoleForm(
        @NotBlank(message = "{tenancy.own-role.name.missing}") @Size(max = 60, message = "{tenancy.too-long}")
        String name,

        @NotEmpty(message = "{tenancy.own-role.permissions.missing}")
        Set<String> permissions,

        Integer revision) {

    RoleForm(@Nullable String name, @Nullable Set<String> permissions, @Nullable Integer revision) {
        this.name = Objects.requireNonNullElse(name, "").strip();
        this.permissions = permissions == null ? Set.of() : Set.copyOf(permissions);
        this.revision = Objects.requireNonNullElse(revision, 0);
    }

    static RoleForm of(OwnRole role) {
        return new RoleForm(role.name(), role.permissions(), role.revision());
    }

    Roles.Wish wish() {
        return new Roles.Wish(name, permissions);
    }
}
