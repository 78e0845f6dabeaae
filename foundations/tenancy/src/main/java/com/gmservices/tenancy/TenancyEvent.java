package com.gmservices.tenancy;

/** What happened to a business and the people it knows. */
public sealed interface TenancyEvent extends TenantEvent {

    record TenantFounded(TenantId tenant) implements TenancyEvent {}

    record TenantChanged(TenantId tenant) implements TenancyEvent {}

    record MemberAdded(TenantId tenant, MemberId member) implements TenancyEvent {}

    record MemberChanged(TenantId tenant, MemberId member) implements TenancyEvent {}
}
