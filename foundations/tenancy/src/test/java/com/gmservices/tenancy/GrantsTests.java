package com.gmservices.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class GrantsTests {

    private static final Grants GRANTS = Grants.merged(List.of(
            Grants.to(Role.STAFF, "quote:requests").and(Role.ADMIN, "quote:requests", "update:tenant"),
            Grants.to(Role.STAFF, "read:members")));

    @Test
    void addUpOverModules() {
        assertThat(GRANTS.of(Set.of(Role.STAFF))).containsExactlyInAnyOrder("quote:requests", "read:members");
    }

    @Test
    void addUpOverRoles() {
        assertThat(GRANTS.of(Set.of(Role.STAFF, Role.ADMIN)))
                .containsExactlyInAnyOrder("quote:requests", "read:members", "update:tenant");
    }

    @Test
    void areNothingForWhoeverIsNotNamed() {
        assertThat(GRANTS.of(Set.of(Role.CUSTOMER))).isEmpty();
        assertThat(GRANTS.of(Set.of())).isEmpty();
    }
}
