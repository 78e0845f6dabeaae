package com.gmservices.tenancy;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Something that happened to a tenant, in the past tense. Listeners work for its tenant, on first delivery and on
 * resubmission. Events carry ids, states and amounts, never personal data or secrets.
 */
public interface TenantEvent {

    TenantId tenant();

    /** The event's name in logs, in the event log and towards other systems. */
    @JsonIgnore
    default String type() {
        return getClass().getSimpleName();
    }
}
