/**
 * People, how they prove who they are, and who may call what. Knows tenants and their members, but nothing of what a
 * business does, and not how a mail is sent. Programs of a business have keys: a personal one acts as its maker, one of
 * the business as a machine, a member without roles that is named after the key, so that histories say what did it.
 */
@ApplicationModule(allowedDependencies = {"database", "limits", "tenancy", "vault", "events", "audit"})
@NullMarked
package com.gmservices.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
