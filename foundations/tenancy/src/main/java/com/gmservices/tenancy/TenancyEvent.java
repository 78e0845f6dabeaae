package com.gmservices.tenancy;

import java.time.Instant;

/** What happened to a business, its places and the people it knows. */
public sealed interface TenancyEvent extends TenantEvent {

    record TenantFounded(TenantId tenant) implements TenancyEvent {}

    record TenantChanged(TenantId tenant) implements TenancyEvent {}

    record TenantStatusChanged(TenantId tenant, Tenant.Status status) implements TenancyEvent {}

    record TenantClosing(TenantId tenant, Instant at) implements TenancyEvent {}

    /** It was to be closed, and is not. */
    record TenantKept(TenantId tenant) implements TenancyEvent {}

    record PlanAgreed(TenantId tenant) implements TenancyEvent {}

    record SiteAdded(TenantId tenant, SiteId site) implements TenancyEvent {}

    record SiteChanged(TenantId tenant, SiteId site) implements TenancyEvent {}

    record MemberAdded(TenantId tenant, MemberId member) implements TenancyEvent {}

    /** The business was handed over, by its owner to another. */
    record OwnerChanged(TenantId tenant, MemberId from, MemberId to) implements TenancyEvent {}

    record RoleAdded(TenantId tenant, RoleId role) implements TenancyEvent {}

    record RoleChanged(TenantId tenant, RoleId role) implements TenancyEvent {}

    record RoleRemoved(TenantId tenant, RoleId role) implements TenancyEvent {}

    record MemberChanged(TenantId tenant, MemberId member) implements TenancyEvent {}
}
