/**
 * Goods on their way: package delivery, supply chain, inventory tracking, route optimization. Knows nothing yet of roads
 * and distances.
 */
@ApplicationModule(allowedDependencies = {"money", "database", "tenancy", "events", "requests", "requests :: line"})
@NullMarked
package com.gmservices.logistics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
