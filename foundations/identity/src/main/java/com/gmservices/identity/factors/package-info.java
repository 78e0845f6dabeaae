/** What people show beside their password: codes of an authenticator, recovery codes, passkeys. */
@NullMarked
package com.gmservices.identity.factors;

import org.jspecify.annotations.NullMarked;
