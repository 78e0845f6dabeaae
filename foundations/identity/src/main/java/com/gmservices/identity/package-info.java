/**
 * People, how they prove who they are, and who may call what. Knows tenants and their members, but nothing of what a
 * business does, and not how a mail is sent.
 */
@ApplicationModule(allowedDependencies = {"database", "tenancy", "vault", "events", "audit"})
@NullMarked
package com.gmservices.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
