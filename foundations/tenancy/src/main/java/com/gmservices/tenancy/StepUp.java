package com.gmservices.tenancy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Beside {@link Allow} on what must not be done by whoever finds an open browser or a stolen token: giving money back,
 * keys, roles, exports, deletion. The caller has to have proved who they are within the last five minutes, by signing
 * in or by showing a second factor again; the password serves those who have no second factor.
 *
 * <p>A program whose proof is older is answered 403 {@code step-up-required}, renews it at
 * {@code POST /api/v1/auth/step-up} and repeats the call with the same token. A person is shown a page that asks for the
 * proof and then goes on with the page that was wanted, or offers the form that was sent once more, with all that was
 * in it. Whether it applies may depend on what is asked for: then leave the annotation out and call
 * {@link RecentProof#require} in the controller, before anything is changed.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface StepUp {}
