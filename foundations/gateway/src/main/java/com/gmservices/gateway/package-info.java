/**
 * What every call passes: tenant of the path, idempotency, problem answers, access log, the API's description. Knows
 * nothing of what is called.
 */
@ApplicationModule(allowedDependencies = {"database", "limits", "tenancy", "vault", "identity"})
@NullMarked
package com.gmservices.gateway;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
