/**
 * Calls to addresses that users give: the one client for them, which reaches nothing that only we can reach. Knows
 * nothing of what is sent.
 */
@ApplicationModule(allowedDependencies = "database")
@NullMarked
package com.gmservices.outbound;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
