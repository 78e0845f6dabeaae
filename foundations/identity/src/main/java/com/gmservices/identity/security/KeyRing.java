package com.gmservices.identity.security;

import com.gmservices.tenancy.TenantId;
import java.util.Optional;

/** Knows whose keys are. */
public interface KeyRing {

    /** The tenant that a key says it is for. */
    Optional<TenantId> tenantOf(String key);

    /** The holder of a key of the current tenant that is good now. */
    Optional<KeyHolder> find(String key);

    /** Hears of keys that open nothing. */
    void refused(String key);
}
