package com.gmservices.tenancy;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which permissions ({@code action:resource}) roles have, contributed as a bean by each module for what it guards:
 * {@code Grants.to(Role.STAFF, "quote:requests").and(Role.ADMIN, "quote:requests")}.
 */
public record Grants(Map<Role, Set<String>> byRole) {

    public Grants {
        byRole = Map.copyOf(byRole);
    }

    public static Grants to(Role role, String... permissions) {
        return new Grants(Map.of(role, Set.of(permissions)));
    }

    public Grants and(Role role, String... permissions) {
        return merged(List.of(this, to(role, permissions)));
    }

    public static Grants merged(Collection<Grants> contributions) {
        var merged = new EnumMap<Role, Set<String>>(Role.class);
        for (Grants grants : contributions) {
            grants.byRole.forEach((role, permissions) -> merged.merge(role, permissions, Grants::union));
        }
        return new Grants(merged);
    }

    public Set<String> of(Collection<Role> roles) {
        return roles.stream()
                .flatMap(role -> byRole.getOrDefault(role, Set.of()).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<String> union(Set<String> some, Set<String> more) {
        var all = new HashSet<>(some);
        all.addAll(more);
        return Set.copyOf(all);
    }
}
