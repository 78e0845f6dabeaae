/**
 * What happened, in the transaction in which it happened: the registry that brings every event to every listener at
 * least once, and the log for whoever reads in order. Knows nothing of what the events mean.
 */
@ApplicationModule(allowedDependencies = {"database", "tenancy"})
@NullMarked
package com.gmservices.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
