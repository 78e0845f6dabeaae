package com.gmservices.notifications.delivery;

import com.gmservices.tenancy.TenantId;
import com.gmservices.tenancy.TenantTask;
import java.util.UUID;

/** A delivery on its way, and in whose name; it is also what the job that sends it is told. */
public sealed interface DeliveryId {

    UUID id();

    record OfTenant(TenantId tenant, UUID id) implements DeliveryId, TenantTask {}

    /** Mails about accounts belong to no tenant. */
    record OfAccount(UUID id) implements DeliveryId {}
}
