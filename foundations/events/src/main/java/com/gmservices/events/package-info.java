/**
 * What happened, in the transaction in which it happened: the registry that brings every event to every listener at
 * least once, and the log for whoever reads in order. Knows nothing of what the events mean.
 *
 * <p>Of Spring Modulith it takes the events and their listeners, but keeps a registry of its own: one row per event and
 * listener, held by the process that works on it and struck off in the listener's transaction, so that a listener that
 * writes to the database only does so exactly once.
 */
@ApplicationModule(allowedDependencies = {"database", "tenancy"})
@NullMarked
package com.gmservices.events;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
