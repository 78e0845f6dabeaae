package com.gmservices.vault;

import com.gmservices.tenancy.TenantId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a module keeps sealed. Contributed as a bean, so that it is sealed anew when keys are rotated: an old key is
 * thrown away when every one of these has gone through all that it has.
 */
public interface Sealed {

    /** @param last place that was looked at; null when there is nothing behind it */
    record Batch(int renewed, @Nullable UUID last) {}

    /**
     * Puts {@link Vault#renew} in the place of so many values, by compare and set, for others write them meanwhile. Runs
     * in a transaction of its own, which is bound to the tenant.
     *
     * @param tenant null for the values of the platform itself
     */
    Batch renew(@Nullable TenantId tenant, UUID after, int limit);
}
