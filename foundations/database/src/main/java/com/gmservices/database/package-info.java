/**
 * The PostgreSQL that everything stands on: an embedded server when none is named, its three roles, one schema and
 * migration history per module, monthly partitions, and jobs. Knows nothing of tenants or of what is stored.
 *
 * <p>A module beside tenancy rather than inside it: a server's start and a tenant's opening hours change for
 * different reasons.
 */
@ApplicationModule(allowedDependencies = {})
@NullMarked
package com.gmservices.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
