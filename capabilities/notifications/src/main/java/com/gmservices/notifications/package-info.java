/**
 * Who is told, over which channel. Knows members and their addresses, but nothing of what the news are about: the
 * words stand in the message bundle of the module that tells.
 */
@ApplicationModule(allowedDependencies = {"database", "tenancy", "events", "identity", "gateway", "shell"})
@NullMarked
package com.gmservices.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
