/** How the platform fares: health, readiness, metrics. Knows what others tell it through {@code HealthCheck}. */
@ApplicationModule(allowedDependencies = {"database", "limits", "tenancy", "events", "audit", "gateway"})
@NullMarked
package com.gmservices.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
