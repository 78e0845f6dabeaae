package com.gmservices.tenancy;

import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A person known to a tenant. Without an identity they cannot sign in: a walk-in, a voice on the telephone. */
public record Member(
        TenantId tenant,
        MemberId id,
        @Nullable IdentityId identity,
        String name,
        @Nullable String email,
        @Nullable String phone,
        Set<Role> roles,
        boolean owner,
        boolean active,
        int revision,
        Instant createdAt,
        Set<RoleId> ownRoles,
        Map<String, Instant> until) {

    public Member {
        roles = Collections.unmodifiableSet(new TreeSet<>(roles));
        ownRoles = Set.copyOf(ownRoles);
        until = Map.copyOf(until);
    }

    /** Whose roles are all built-in and last. */
    public Member(
            TenantId tenant,
            MemberId id,
            @Nullable IdentityId identity,
            String name,
            @Nullable String email,
            @Nullable String phone,
            Set<Role> roles,
            boolean owner,
            boolean active,
            int revision,
            Instant createdAt) {
        this(tenant, id, identity, name, email, phone, roles, owner, active, revision, createdAt, Set.of(), Map.of());
    }

    /** To whoever may not see people, address and number show only enough to know them again. */
    public Member seenBy(CurrentMember viewer) {
        return viewer.may("read:members") || viewer.id().equals(id)
                ? this
                : new Member(
                        tenant,
                        id,
                        identity,
                        name,
                        email == null ? null : Masked.email(email),
                        phone == null ? null : Masked.phone(phone),
                        roles,
                        owner,
                        active,
                        revision,
                        createdAt,
                        ownRoles,
                        until);
    }

    public boolean isStaff() {
        return active && works();
    }

    private boolean works() {
        return roles.contains(Role.STAFF) || roles.contains(Role.ADMIN) || !ownRoles.isEmpty();
    }

    boolean isLastingAdministrator() {
        return active && roles.contains(Role.ADMIN) && until(Role.ADMIN.code()) == null;
    }

    public boolean isOnlyCustomer() {
        return roles.equals(Set.of(Role.CUSTOMER)) && ownRoles.isEmpty();
    }

    /** Codes of built-in roles and ids of the tenant's own, as they are stored. */
    public Set<String> roleKeys() {
        return Stream.concat(roles.stream().map(Role::code), ownRoles.stream().map(RoleId::toString))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Until when a role is held; null for one that lasts. */
    public @Nullable Instant until(String key) {
        return until.get(key);
    }

    /** Without the roles that have run out. */
    Member at(Instant now) {
        if (until.values().stream().allMatch(now::isBefore)) {
            return this;
        }
        Set<String> over = until.entrySet().stream()
                .filter(it -> !now.isBefore(it.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        return holding(
                roleKeys().stream().filter(key -> !over.contains(key)).collect(Collectors.toSet()),
                until.entrySet().stream()
                        .filter(it -> !over.contains(it.getKey()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    Member holding(Set<String> keys, Map<String, Instant> until) {
        return new Member(
                tenant,
                id,
                identity,
                name,
                email,
                phone,
                keys.stream().filter(Role::isCode).map(Role::of).collect(Collectors.toSet()),
                owner,
                active,
                revision,
                createdAt,
                keys.stream()
                        .filter(key -> !Role.isCode(key))
                        .map(key -> new RoleId(UUID.fromString(key)))
                        .collect(Collectors.toSet()),
                until);
    }
}
