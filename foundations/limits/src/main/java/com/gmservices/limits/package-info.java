/**
 * How often somebody may do something, counted in this process, or in the Redis that several nodes share. While that is
 * away each node counts by itself: calls and sign-ins go on, and wait for it no longer than tens of milliseconds. Knows
 * nothing of what is done, and keeps nothing that anybody would miss.
 */
@ApplicationModule(allowedDependencies = "database")
@NullMarked
package com.gmservices.limits;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
