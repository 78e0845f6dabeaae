package com.gmservices.tenancy;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tenant on whose behalf the current thread works. */
public final class CurrentTenant {

    private static final ScopedValue<TenantId> TENANT = ScopedValue.newInstance();

    private CurrentTenant() {}

    public static Optional<TenantId> find() {
        return TENANT.isBound() ? Optional.of(TENANT.get()) : Optional.empty();
    }

    /** @throws IllegalStateException when nobody has said for whom this thread works */
    public static TenantId id() {
        return find().orElseThrow(() -> new IllegalStateException("No tenant is bound"));
    }

    public static void run(TenantId tenant, Runnable work) {
        ScopedValue.where(TENANT, tenant).run(work);
    }

    public static <T extends @Nullable Object, X extends Throwable> T call(
            TenantId tenant, ScopedValue.CallableOp<? extends T, X> work) throws X {
        return ScopedValue.where(TENANT, tenant).call(work);
    }
}
