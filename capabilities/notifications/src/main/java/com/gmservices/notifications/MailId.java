package com.gmservices.notifications;

import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.TenantTask;
import java.util.UUID;

/** A mail on its way, and in whose name; it is also what the job that sends it is told. */
sealed interface MailId {

    UUID id();

    record OfTenant(TenantId tenant, UUID id) implements MailId, TenantTask {}

    record OfAccount(UUID id) implements MailId {}
}
