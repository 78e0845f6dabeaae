/**
 * Businesses (tenants), their places (sites) and the people they know (members); binds the current tenant to every
 * database transaction, so that nothing is seen without one. Knows nothing of how people prove who they are, nor of
 * what a business does.
 */
@ApplicationModule(allowedDependencies = {"database", "money"})
@NullMarked
package com.gmservices.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
