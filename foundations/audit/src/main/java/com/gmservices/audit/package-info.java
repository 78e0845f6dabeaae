/**
 * The trail: who did what, to what, when and from where, in lines that nobody can change unseen. Knows nothing of what
 * the acts mean, but records tenancy's own, which lies to its left.
 *
 * <p>A line is written in the transaction of its act. Its seal follows within seconds, from one job, so that no writer
 * waits for another: it is a keyed hash (HMAC-SHA-256) of the line and of the seal before it, one chain per tenant. The
 * key is in the vault, so that not even the database's owner forges a seal. What the owner can do is cut lines off the
 * end together with their seals: a verification remembers how far it came, and the command prints it, to be kept
 * elsewhere.
 */
@ApplicationModule(allowedDependencies = {"database", "tenancy", "vault"})
@NullMarked
package com.gmservices.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
