/** What every call passes before it reaches a controller, and the tokens and sessions by which it is known whose it is. */
@NullMarked
package com.gmservices.identity.security;

import org.jspecify.annotations.NullMarked;
