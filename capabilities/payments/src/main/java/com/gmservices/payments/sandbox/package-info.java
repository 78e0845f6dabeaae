/** A gateway for trying out: a vendor of our own making with books of its own, that no real money passes. */
@NullMarked
package com.gmservices.payments.sandbox;

import org.jspecify.annotations.NullMarked;
