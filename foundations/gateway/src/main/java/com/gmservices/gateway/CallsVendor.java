package com.gmservices.gateway;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * An operation that talks to a vendor, so that its effect cannot share a transaction with its answer. Its callers must
 * send an {@code Idempotency-Key}; while the first call runs a second one is refused with 409, afterwards it gets the
 * same answer. One that never came to its end is handed to the operation again, which goes on with what it finds under
 * that key.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface CallsVendor {}
